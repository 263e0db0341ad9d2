from mpmath import exp, expm1, inf, log, mpf, nan, sqrt
from reference_grids import Family


class Pareto(Family):
    parameters = ("concentration", "scale")
    points = [(1, 1), (0.5, 0.1), (2.5, 3), (3.5, 0.75), (7, 1000), (200, 2), (1000, 1)]
    full = [(7.312, 0.3471), (0.613, 12.34)]
    beyond = [(0.01, 1), (1e6, 2)]
    beyond_tolerance = 1e-15

    def support(self, a, m):
        return (m, inf)

    def log_prob(self, x, a, m):
        return log(a) + a * log(m) - (a + 1) * log(x)

    def cdf(self, x, a, m):
        return -expm1(-a * log(x / m))

    def survival(self, x, a, m):
        return exp(-a * log(x / m))

    def statistics(self, a, m):
        skewness = 2 * (1 + a) / (a - 3) * sqrt((a - 2) / a) if a > 3 else inf if a > 2 else nan
        kurtosis = 6 * (a**3 + a**2 - 6 * a - 2) / (a * (a - 3) * (a - 4)) if a > 4 else inf if a > 2 else nan
        return {
            "entropy": log(m / a) + 1 / a + 1,
            "mean": a * m / (a - 1) if a > 1 else inf,
            "variance": m**2 * a / ((a - 1) ** 2 * (a - 2)) if a > 2 else inf,
            "mode": m,
            "skewness": skewness,
            "kurtosis": kurtosis,
        }

    def edges(self):
        yield (1, 1), "logProb", 1, 0
        yield (1, 1), "logProb", 0.5, "-inf"
        yield (1, 1), "cdf", 1, 0
