from mpmath import exp, log, mpf
from reference_grids import Family


class Laplace(Family):
    parameters = ("location", "scale")
    points = [(0, 1), (1, 0.1), (-3, 2.5), (0.3, 1000), (250, 7), (-0.01, 0.75)]
    full = [(0.3471, 1.73), (-12.34, 0.0871)]
    beyond = [(0, 1e-100), (1e5, 1e-3), (1, 1e100)]
    beyond_tolerance = 1e-15

    def log_prob(self, x, location, scale):
        return -abs(x - location) / scale - log(2 * scale)

    def cdf(self, x, location, scale):
        z = (x - location) / scale
        return exp(z) / 2 if z < 0 else 1 - exp(-z) / 2

    def survival(self, x, location, scale):
        return self.cdf(2 * location - x, location, scale)

    def median(self, location, scale):
        return location

    def statistics(self, location, scale):
        return {
            "entropy": 1 + log(2 * scale),
            "mean": location,
            "variance": 2 * scale**2,
            "mode": location,
            "skewness": mpf(0),
            "kurtosis": mpf(3),
        }

    def edges(self):
        yield (0, 1), "cdf", 0, "0.5"
        yield (0, 1), "quantile", 0.5, 0
