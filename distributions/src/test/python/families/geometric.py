from mpmath import exp, expm1, log, log1p, mpf, sqrt
from reference_grids import Discrete


class Geometric(Discrete):
    parameters = ("probability",)
    points = [(p,) for p in (0.001, 0.01, 0.25, 0.5, 0.6, 0.9)]
    full = [(0.3471,), (0.0123,), (0.9871,)]
    beyond = [(1e-9,), (0.999999,)]
    beyond_tolerance = 1e-15

    def log_prob(self, x, p):
        return log(p) + x * log1p(-p)

    def cdf(self, x, p):
        return -expm1((x + 1) * log1p(-p))

    def survival(self, x, p):
        return exp((x + 1) * log1p(-p))

    def statistics(self, p):
        q = 1 - p
        return {
            "entropy": -(q * log(q) + p * log(p)) / p,
            "mean": q / p,
            "variance": q / p**2,
            "mode": mpf(0),
            "skewness": (2 - p) / sqrt(q),
            "kurtosis": 6 + p**2 / q,
        }

    def edges(self):
        yield (1,), "logProb", 0, 0
        yield (1,), "logProb", 1, "-inf"
        yield (1,), "cdf", 0, 1
        yield (1,), "entropy", None, 0
        yield (0.5,), "logProb", 0.5, "-inf"
        yield (0.5,), "logProb", -1, "-inf"
