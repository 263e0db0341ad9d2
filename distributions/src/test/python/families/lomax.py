from mpmath import exp, expm1, inf, log, log1p, mpf, nan, sqrt
from reference_grids import Family


class Lomax(Family):
    parameters = ("concentration", "scale")
    points = [(2.5, 1), (0.5, 3), (4.5, 0.1), (100, 1000), (1.5, 0.75), (1000, 2), (3.5, 1)]
    full = [(7.312, 0.3471), (0.613, 12.34)]
    beyond = [(0.01, 1), (1e6, 2)]
    beyond_tolerance = 1e-15

    def support(self, a, scale):
        return (0, inf)

    def log_prob(self, x, a, scale):
        return log(a / scale) - (a + 1) * log1p(x / scale)

    def log_survival(self, x, a, scale):
        return -a * log1p(x / scale)

    def cdf(self, x, a, scale):
        return -expm1(self.log_survival(x, a, scale))

    def survival(self, x, a, scale):
        return exp(self.log_survival(x, a, scale))

    def statistics(self, a, scale):
        beyond = inf if a > 2 else nan
        return {
            "entropy": 1 + 1 / a + log(scale / a),
            "mean": scale / (a - 1) if a > 1 else inf,
            "variance": scale**2 * a / ((a - 1) ** 2 * (a - 2)) if a > 2 else inf,
            "mode": mpf(0),
            "skewness": 2 * (a + 1) / (a - 3) * sqrt((a - 2) / a) if a > 3 else beyond,
            "kurtosis": 6 * (a**3 + a**2 - 6 * a - 2) / (a * (a - 3) * (a - 4)) if a > 4 else beyond,
        }

    def edges(self):
        yield (2, 1), "logProb", -0.1, "-inf"
        yield (2, 1), "cdf", 0, 0
        yield (2, 1), "survival", 1, "0.25"
        yield (1, 1), "cdf", 1, "0.5"
