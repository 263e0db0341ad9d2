from mpmath import exp, expm1, inf, log, mpf
from reference_grids import Family


class Exponential(Family):
    parameters = ("rate",)
    points = [(1,), (0.1,), (2.5,), (1000,), (7,), (0.75,)]
    full = [(0.3471,), (12.34,)]
    beyond = [(1e-100,), (1e100,)]
    beyond_tolerance = 1e-15

    def support(self, rate):
        return (0, inf)

    def log_prob(self, x, rate):
        return log(rate) - rate * x

    def cdf(self, x, rate):
        return -expm1(-rate * x)

    def survival(self, x, rate):
        return exp(-rate * x)

    def statistics(self, rate):
        return {
            "entropy": 1 - log(rate),
            "mean": 1 / rate,
            "variance": 1 / rate**2,
            "mode": mpf(0),
            "skewness": mpf(2),
            "kurtosis": mpf(6),
        }

    def edges(self):
        yield (1,), "logProb", 0, 0
        yield (1,), "cdf", 0, 0
        yield (1,), "logSurvival", 1000, -1000
