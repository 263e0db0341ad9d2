from mpmath import inf, log, log1p, mpf, pi, sin
from moments import standardised
from reference_grids import Family


class LogLogistic(Family):
    parameters = ("concentration", "scale")
    points = [(2.5, 1), (0.5, 3), (4.5, 0.1), (100, 1000), (1.5, 0.75), (1000, 2), (1.25, 1)]
    full = [(7.312, 0.3471), (0.613, 12.34)]
    beyond = [(0.01, 1), (1e5, 2)]
    beyond_tolerance = 2e-15

    def support(self, a, scale):
        return (0, inf)

    def log_prob(self, x, a, scale):
        power = (x / scale) ** a
        return log(a / scale) + (a - 1) * log(x / scale) - 2 * log1p(power)

    def log_cdf(self, x, a, scale):
        return -log1p((x / scale) ** -a)

    def log_survival(self, x, a, scale):
        return -log1p((x / scale) ** a)

    def cdf(self, x, a, scale):
        return 1 / (1 + (x / scale) ** -a)

    def survival(self, x, a, scale):
        return 1 / (1 + (x / scale) ** a)

    def median(self, a, scale):
        return scale

    def statistics(self, a, scale):
        b = pi / a
        return {
            "entropy": log(scale / a) + 2,
            "mean": scale * b / sin(b) if a > 1 else inf,
            "variance": scale**2 * (2 * b / sin(2 * b) - (b / sin(b)) ** 2) if a > 2 else inf,
            "skewness": self.higher(a, 3),
            "kurtosis": self.higher(a, 4),
            "mode": scale * ((a - 1) / (a + 1)) ** (1 / a) if a > 1 else mpf(0),
        }

    def higher(self, a, order):
        if a <= order:
            return inf if a > 2 else mpf("nan")
        return standardised(lambda k: k * pi / a / sin(k * pi / a), order)["skewness" if order == 3 else "kurtosis"]

    def edges(self):
        yield (1, 1), "logProb", 0, 0
        yield (2, 1), "logProb", 0, "-inf"
        yield (0.5, 1), "logProb", 0, "inf"
        yield (2, 1), "cdf", 1, "0.5"
        yield (2, 1), "cdf", -1, 0
