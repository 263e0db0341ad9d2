from incomplete import gamma_lower, gamma_upper, log_gamma_tail
from mpmath import inf, log, loggamma, nan, psi, sqrt
from reference_grids import Family


class InverseGamma(Family):
    parameters = ("concentration", "scale")
    points = [(1, 1), (0.5, 2.5), (2.5, 0.1), (3.5, 1000), (7, 0.75), (1000, 3), (4.5, 1)]
    full = [(12.34, 0.3471), (0.7312, 41.3)]
    beyond = [(1e5, 2)]
    beyond_tolerance = 2e-14

    def support(self, a, b):
        return (0, inf)

    def log_prob(self, x, a, b):
        return a * log(b) - loggamma(a) - (a + 1) * log(x) - b / x

    def cdf(self, x, a, b):
        return gamma_upper(a, b / x)

    def survival(self, x, a, b):
        return gamma_lower(a, b / x)

    def log_cdf(self, x, a, b):
        return log_gamma_tail(a, b / x, True)

    def log_survival(self, x, a, b):
        return log_gamma_tail(a, b / x, False)

    def statistics(self, a, b):
        with_variance = inf if a > 2 else nan
        return {
            "entropy": a + log(b) + loggamma(a) - (1 + a) * psi(0, a),
            "mean": b / (a - 1) if a > 1 else inf,
            "variance": b**2 / ((a - 1) ** 2 * (a - 2)) if a > 2 else inf,
            "mode": b / (a + 1),
            "skewness": 4 * sqrt(a - 2) / (a - 3) if a > 3 else with_variance,
            "kurtosis": 6 * (5 * a - 11) / ((a - 3) * (a - 4)) if a > 4 else with_variance,
        }

    def edges(self):
        yield (1, 1), "logProb", 0, "-inf"
        yield (1, 1), "cdf", 0, 0
        yield (1, 1), "cdf", -1, 0
