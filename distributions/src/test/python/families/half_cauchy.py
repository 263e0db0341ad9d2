from mpmath import atan, inf, log, log1p, mpf, pi
from reference_grids import Family


class HalfCauchy(Family):
    parameters = ("scale",)
    points = [(1,), (0.1,), (2.5,), (1000,), (0.75,), (7,)]
    full = [(0.3471,), (12.34,)]
    beyond = [(1e-100,), (1e100,)]
    beyond_tolerance = 1e-15

    def support(self, scale):
        return (0, inf)

    def log_prob(self, x, scale):
        return log(2 / (pi * scale)) - log1p((x / scale) ** 2)

    def cdf(self, x, scale):
        return 2 * atan(x / scale) / pi

    def survival(self, x, scale):
        return 2 * atan(scale / x) / pi

    def statistics(self, scale):
        return {"entropy": log(2 * pi * scale), "mean": inf, "variance": inf, "mode": mpf(0)}

    def edges(self):
        yield (1,), "logProb", -0.1, "-inf"
        yield (1,), "cdf", 0, 0
        yield (1,), "cdf", 1, "0.5"
        yield (1,), "survival", 1, "0.5"
