from mpmath import e, erf, erfc, inf, log, mpf, pi, sqrt
from reference_grids import Family


class HalfNormal(Family):
    parameters = ("scale",)
    points = [(1,), (0.1,), (2.5,), (1000,), (7,), (0.75,)]
    full = [(0.3471,), (12.34,)]
    beyond = [(1e-100,), (1e100,)]
    beyond_tolerance = 1e-15

    def support(self, scale):
        return (0, inf)

    def log_prob(self, x, scale):
        return -((x / scale) ** 2) / 2 - log(scale) + log(2 / pi) / 2

    def cdf(self, x, scale):
        return erf(x / scale / sqrt(mpf(2))) if x < 1e6 * scale else mpf(1)

    def survival(self, x, scale):
        return erfc(x / scale / sqrt(mpf(2)))

    def statistics(self, scale):
        return {
            "entropy": log(pi * e / 2) / 2 + log(scale),
            "mean": scale * sqrt(2 / pi),
            "variance": scale**2 * (1 - 2 / pi),
            "mode": mpf(0),
            "skewness": sqrt(mpf(2)) * (4 - pi) / (pi - 2) ** mpf("1.5"),
            "kurtosis": 8 * (pi - 3) / (pi - 2) ** 2,
        }

    def edges(self):
        yield (1,), "cdf", 0, 0
        yield (1,), "logCdf", 0, "-inf"
