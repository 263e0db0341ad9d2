from mpmath import inf, log, log1p, mpf, sqrt
from reference_grids import Discrete


class Bernoulli(Discrete):
    parameters = ("probability",)
    points = [(p,) for p in (1e-30, 1e-9, 1e-4, 0.01, 0.03, 0.1, 0.2, 0.25, 0.3, 0.375, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.75, 0.8, 0.9, 0.97, 0.99, 0.999)]
    full = [(0.3471,), (0.0123,), (0.9871,)]
    beyond = [(1e-300,), (1 - 2**-24,)]
    beyond_tolerance = 1e-14

    def support(self, p):
        return (0, 1)

    def log_prob(self, x, p):
        return log1p(-p) if x == 0 else log(p)

    def cdf(self, x, p):
        return 1 - p if x == 0 else mpf(1)

    def survival(self, x, p):
        return p if x == 0 else mpf(0)

    def log_survival(self, x, p):
        return log(p) if x == 0 else -inf

    def statistics(self, p):
        return {
            "entropy": -p * log(p) - (1 - p) * log1p(-p),
            "mean": p,
            "variance": p * (1 - p),
            "mode": mpf(1) if p > 0.5 else mpf(0),
            "skewness": (1 - 2 * p) / sqrt(p * (1 - p)),
            "kurtosis": (1 - 6 * p * (1 - p)) / (p * (1 - p)),
        }

    def edges(self):
        for p, function, argument, value in (
            (0.25, "logProb", -1, "-inf"),
            (0.25, "logProb", 0.5, "-inf"),
            (0.25, "logProb", 2, "-inf"),
            (0.25, "cdf", -0.5, 0),
            (0.25, "cdf", 0.5, "0.75"),
            (0.25, "cdf", 1, 1),
            (0.25, "survival", -1, 1),
            (0.25, "survival", 1, 0),
            (0.25, "logCdf", -1, "-inf"),
            (0, "logProb", 0, 0),
            (0, "logProb", 1, "-inf"),
            (1, "logProb", 1, 0),
            (0, "entropy", None, 0),
            (0.25, "quantile", 0, 0),
            (0.25, "quantile", 0.75, 0),
            (0.25, "quantile", 0.76, 1),
        ):
            yield (p,), function, argument, value
