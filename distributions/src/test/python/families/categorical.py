from mpmath import fsum, log, mpf
from reference_grids import Discrete


class Categorical(Discrete):
    parameters = ("probabilities",)
    # Sixteenths and so on, whose sum is 1 in both precisions.
    points = [
        ((0.25, 0.75),),
        ((0.125, 0.5, 0.375),),
        (tuple([0.0625] * 16),),
        (tuple(k / 4096 for k in (1, 5, 60, 1000, 30, 2000, 400, 500, 100)),),
        (tuple(2.0**-k for k in range(1, 12)) + (2.0**-11,),),
        (tuple(2.0**-k for k in (20, 12, 7, 3, 2)) + (1 - sum(2.0**-k for k in (20, 12, 7, 3, 2)),),),
    ]
    full = [((0.2, 0.3, 0.5),), ((0.1, 0.05, 0.34, 0.02, 0.39, 0.1),)]
    beyond = [((1e-30, 1, 1e-300),)]
    beyond_tolerance = 1e-14

    def support(self, p):
        return (0, len(p) - 1)

    def log_prob(self, x, p):
        return log(p[int(x)])

    def cdf(self, x, p):
        return fsum(p[: int(x) + 1])

    def survival(self, x, p):
        return fsum(p[int(x) + 1 :])

    def log_survival(self, x, p):
        return super().log_survival(x, p) if x < len(p) - 1 else -mpf("inf")

    def log_cdf(self, x, p):
        return super().log_cdf(x, p) if x < len(p) - 1 else mpf(0)

    def arguments(self, parameters):
        return [(float(k), "bulk") for k in range(len(parameters[0]))]

    def statistics(self, p):
        mean = fsum(k * q for k, q in enumerate(p))
        central = lambda order: fsum((k - mean) ** order * q for k, q in enumerate(p))
        return {
            "entropy": -fsum(q * log(q) for q in p),
            "mean": mean,
            "variance": central(2),
            "mode": mpf(p.index(max(p))),
            "skewness": central(3) / central(2) ** mpf("1.5"),
            "kurtosis": central(4) / central(2) ** 2 - 3,
        }

    def edges(self):
        yield ((0.25, 0.75),), "logProb", 2, "-inf"
        yield ((0.25, 0.75),), "logProb", 0.5, "-inf"
        yield ((0.25, 0.75),), "cdf", -1, 0
        yield ((0.25, 0.0, 0.75),), "logProb", 1, "-inf"
        yield ((0.25, 0.75, 0.0),), "quantile", 1, 1
