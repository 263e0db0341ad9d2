from mpmath import euler, exp, expm1, log, mpf, pi, sqrt, zeta
from reference_grids import Family


class Gumbel(Family):
    parameters = ("location", "scale")
    points = [(0, 1), (1, 0.1), (-3, 2.5), (0.3, 1000), (250, 7), (-0.01, 0.75)]
    full = [(0.3471, 1.73), (-12.34, 0.0871)]
    beyond = [(0, 1e-100), (1e5, 1e-3), (1, 1e100)]
    beyond_tolerance = 1e-15

    def log_prob(self, x, location, scale):
        z = (x - location) / scale
        return -z - exp(-z) - log(scale)

    def log_cdf(self, x, location, scale):
        return -exp(-(x - location) / scale)

    def cdf(self, x, location, scale):
        return exp(self.log_cdf(x, location, scale))

    def survival(self, x, location, scale):
        return -expm1(self.log_cdf(x, location, scale))

    def statistics(self, location, scale):
        return {
            "entropy": log(scale) + 1 + euler,
            "mean": location + euler * scale,
            "variance": (pi * scale) ** 2 / 6,
            "mode": location,
            "skewness": 12 * sqrt(mpf(6)) * zeta(3) / pi**3,
            "kurtosis": mpf(12) / 5,
        }

    def edges(self):
        yield (0, 1), "logProb", "-Infinity", "-inf"
        yield (0, 1), "logProb", "Infinity", "-inf"
        yield (0, 1), "cdf", "-Infinity", 0
        yield (0, 1), "survival", "Infinity", 0
        yield (0, 1), "quantile", 0, "-inf"
        yield (0, 1), "quantile", 1, "inf"
