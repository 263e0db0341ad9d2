from mpmath import exp, log, log1p, mpf, pi
from reference_grids import Family


class Logistic(Family):
    parameters = ("location", "scale")
    points = [(0, 1), (1, 0.1), (-3, 2.5), (0.3, 1000), (250, 7), (-0.01, 0.75)]
    full = [(0.3471, 1.73), (-12.34, 0.0871)]
    beyond = [(0, 1e-100), (1e5, 1e-3), (1, 1e100)]
    beyond_tolerance = 1e-15

    def log_prob(self, x, location, scale):
        z = abs(x - location) / scale
        return -z - 2 * log1p(exp(-z)) - log(scale)

    def cdf(self, x, location, scale):
        return 1 / (1 + exp(-(x - location) / scale))

    def survival(self, x, location, scale):
        return 1 / (1 + exp((x - location) / scale))

    def median(self, location, scale):
        return location

    def statistics(self, location, scale):
        return {
            "entropy": log(scale) + 2,
            "mean": location,
            "variance": (pi * scale) ** 2 / 3,
            "mode": location,
            "skewness": mpf(0),
            "kurtosis": mpf(6) / 5,
        }

    def edges(self):
        yield (0, 1), "cdf", 0, "0.5"
        yield (0, 1), "quantile", 0.5, 0
