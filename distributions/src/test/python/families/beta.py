from incomplete import beta_lower, log_beta_lower
from mpmath import log, log1p, loggamma, mpf, psi, sqrt
from reference_grids import Family


class Beta(Family):
    parameters = ("alpha", "beta")
    points = [(1, 1), (0.1, 0.25), (0.5, 2), (3, 2.5), (9.5, 0.75), (5, 1000), (30, 12), (700, 1000)]
    full = [(0.7312, 41.3), (123.456, 87.65), (2.345, 0.1234)]
    beyond = [(0.01, 5000), (1e4, 2e4)]
    beyond_tolerance = 6e-15

    def support(self, a, b):
        return (0, 1)

    def log_prob(self, x, a, b):
        return (a - 1) * log(x) + (b - 1) * log1p(-x) - (loggamma(a) + loggamma(b) - loggamma(a + b))

    def cdf(self, x, a, b):
        return beta_lower(a, b, x, 1 - x)

    def survival(self, x, a, b):
        return beta_lower(b, a, 1 - x, x)

    def log_cdf(self, x, a, b):
        return log_beta_lower(a, b, x, 1 - x)

    def log_survival(self, x, a, b):
        return log_beta_lower(b, a, 1 - x, x)

    def statistics(self, a, b):
        n = a + b
        log_beta = loggamma(a) + loggamma(b) - loggamma(n)
        mode = (a - 1) / (n - 2) if a > 1 and b > 1 else mpf(1) if b < 1 and (a > b or a >= 1) else mpf(0)
        return {
            "entropy": log_beta - (a - 1) * psi(0, a) - (b - 1) * psi(0, b) + (n - 2) * psi(0, n),
            "mean": a / n,
            "variance": a * b / (n**2 * (n + 1)),
            "mode": mode,
            "skewness": 2 * (b - a) * sqrt(n + 1) / ((n + 2) * sqrt(a * b)),
            "kurtosis": 6 * ((a - b) ** 2 * (n + 1) - a * b * (n + 2)) / (a * b * (n + 2) * (n + 3)),
        }

    def edges(self):
        yield (0.5, 2), "logProb", 0, "inf"
        yield (1, 1), "logProb", 0, 0
        yield (2, 2), "logProb", 1, "-inf"
        for s in (0.01, 0.5, 1, 3, 1000, 1e8):
            yield (s, s), "cdf", 0.5, "0.5"

