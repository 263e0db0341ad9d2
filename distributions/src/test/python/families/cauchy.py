from mpmath import atan2, log, log1p, mpf, nan, pi
from reference_grids import Family


class Cauchy(Family):
    parameters = ("location", "scale")
    points = [(0, 1), (1, 0.1), (-3, 2.5), (0.3, 1000), (250, 7), (-0.01, 0.75)]
    full = [(0.3471, 1.73), (-12.34, 0.0871)]
    beyond = [(0, 1e-100), (1e5, 1e-3), (1, 1e100)]
    beyond_tolerance = 1e-15

    def log_prob(self, x, location, scale):
        return -log(pi * scale) - log1p(((x - location) / scale) ** 2)

    def cdf(self, x, location, scale):
        return atan2(1, (location - x) / scale) / pi

    def survival(self, x, location, scale):
        return atan2(1, (x - location) / scale) / pi

    def median(self, location, scale):
        return location

    def statistics(self, location, scale):
        undefined = {name: nan for name in ("mean", "variance", "skewness", "kurtosis")}
        return {"entropy": log(4 * pi * scale), "mode": location} | undefined

    def edges(self):
        yield (0, 1), "cdf", 0, "0.5"
        yield (0, 1), "quantile", 0.5, 0
