from mpmath import erf, erfc, euler, inf, log, mpf, pi, sqrt
from reference_grids import Family


class Levy(Family):
    parameters = ("location", "scale")
    points = [(0, 1), (0, 0.1), (-3, 2.5), (0, 1000), (0, 0.75), (7, 2)]
    full = [(0.3471, 1.73), (-12.34, 0.0871)]
    beyond = [(0, 1e-100), (1e5, 1e-3), (1, 1e100)]
    beyond_tolerance = 1e-15

    def support(self, location, scale):
        return (location, inf)

    def root(self, x, location, scale):
        return sqrt(scale / (2 * (x - location)))

    def log_prob(self, x, location, scale):
        z = (x - location) / scale
        return -log(2 * pi) / 2 - log(scale) - mpf(3) / 2 * log(z) - 1 / (2 * z)

    def cdf(self, x, *parameters):
        return erfc(self.root(x, *parameters))

    def survival(self, x, *parameters):
        return erf(self.root(x, *parameters))

    def log_cdf(self, x, *parameters):
        root = self.root(x, *parameters)
        return -root * root if root > 1e6 else super().log_cdf(x, *parameters)

    def statistics(self, location, scale):
        return {
            "entropy": (1 + 3 * euler + log(16 * pi * scale**2)) / 2,
            "mean": inf,
            "variance": inf,
            "mode": location + scale / 3,
        }

    def edges(self):
        yield (0, 1), "logProb", 0, "-inf"
        yield (0, 1), "logProb", -1, "-inf"
        yield (0, 1), "cdf", 0, 0
