from mpmath import euler, exp, expm1, inf, log, pi, sqrt
from reference_grids import Family


class Rayleigh(Family):
    parameters = ("scale",)
    points = [(1,), (0.1,), (2.5,), (1000,), (0.75,), (7,)]
    full = [(0.3471,), (12.34,)]
    beyond = [(1e-100,), (1e100,)]
    beyond_tolerance = 1e-15

    def support(self, scale):
        return (0, inf)

    def log_prob(self, x, scale):
        return log(x / scale**2) - (x / scale) ** 2 / 2

    def cdf(self, x, scale):
        return -expm1(-((x / scale) ** 2) / 2)

    def survival(self, x, scale):
        return exp(-((x / scale) ** 2) / 2)

    def log_survival(self, x, scale):
        return -((x / scale) ** 2) / 2

    def statistics(self, scale):
        return {
            "entropy": 1 + log(scale / sqrt(2)) + euler / 2,
            "mean": scale * sqrt(pi / 2),
            "variance": (4 - pi) / 2 * scale**2,
            "mode": scale,
            "skewness": 2 * sqrt(pi) * (pi - 3) / (4 - pi) ** 1.5,
            "kurtosis": -(6 * pi**2 - 24 * pi + 16) / (4 - pi) ** 2,
        }

    def edges(self):
        yield (1,), "logProb", 0, "-inf"
        yield (1,), "logProb", -1, "-inf"
        yield (1,), "cdf", 0, 0
