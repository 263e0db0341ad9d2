from mpmath import erf, erfc, euler, exp, inf, log, mpf, pi, sqrt
from reference_grids import Family


class Maxwell(Family):
    parameters = ("scale",)
    points = [(1,), (0.1,), (2.5,), (1000,), (0.75,), (7,)]
    full = [(0.3471,), (12.34,)]
    beyond = [(1e-100,), (1e100,)]
    beyond_tolerance = 2e-14

    def support(self, scale):
        return (0, inf)

    def log_prob(self, x, scale):
        return log(2 / pi) / 2 + 2 * log(x) - 3 * log(scale) - (x / scale) ** 2 / 2

    def cdf(self, x, scale):
        z = x / scale
        if z < 0.1:
            # Kummer's series of the incomplete gamma function has positive terms only.
            return sqrt(2 / pi) * z**3 * exp(-z * z / 2) * sum((z * z) ** k / mpf(_odd(k)) for k in range(40))
        return 1 if z > 1e6 else erf(z / sqrt(mpf(2))) - sqrt(2 / pi) * z * exp(-z * z / 2)

    def survival(self, x, scale):
        z = x / scale
        return mpf(0) if z > 1e6 else erfc(z / sqrt(mpf(2))) + sqrt(2 / pi) * z * exp(-z * z / 2)

    def log_survival(self, x, scale):
        z = x / scale
        return -z * z / 2 if z > 1e6 else super().log_survival(x, scale)

    def statistics(self, scale):
        return {
            "entropy": log(scale * sqrt(2 * pi)) + euler - mpf(1) / 2,
            "mean": 2 * scale * sqrt(2 / pi),
            "variance": scale**2 * (3 * pi - 8) / pi,
            "mode": sqrt(mpf(2)) * scale,
            "skewness": 2 * sqrt(mpf(2)) * (16 - 5 * pi) / (3 * pi - 8) ** 1.5,
            "kurtosis": 4 * (-96 + 40 * pi - 3 * pi**2) / (3 * pi - 8) ** 2,
        }

    def edges(self):
        yield (1,), "logProb", 0, "-inf"
        yield (1,), "logProb", -1, "-inf"
        yield (1,), "cdf", 0, 0


def _odd(k):
    """3 · 5 · … · (2k + 3)."""
    product = 1
    for i in range(k + 1):
        product *= 2 * i + 3
    return product
