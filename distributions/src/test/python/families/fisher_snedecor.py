from incomplete import beta_lower, log_beta_lower
from mpmath import inf, log, log1p, loggamma, mpf, nan, psi, sqrt
from reference_grids import Family


class FisherSnedecor(Family):
    parameters = ("df1", "df2")
    points = [(1, 1), (0.5, 3), (5, 4.5), (7, 8.5), (30, 100), (1000, 1000), (2.5, 6.5)]
    full = [(12.34, 7.89), (0.7312, 41.3), (831.3, 999.7)]
    beyond = [(1e5, 2)]
    beyond_tolerance = 2e-13

    def support(self, d1, d2):
        return (0, inf)

    def shares(self, x, d1, d2):
        return d1 * x / (d1 * x + d2), d2 / (d1 * x + d2)

    def log_prob(self, x, d1, d2):
        a, b = d1 / 2, d2 / 2
        r = d1 * x / d2
        return a * log(r) - (a + b) * log1p(r) - log(x) - loggamma(a) - loggamma(b) + loggamma(a + b)

    def cdf(self, x, d1, d2):
        near, far = self.shares(x, d1, d2)
        return beta_lower(d1 / 2, d2 / 2, near, far)

    def survival(self, x, d1, d2):
        near, far = self.shares(x, d1, d2)
        return beta_lower(d2 / 2, d1 / 2, far, near)

    def log_cdf(self, x, d1, d2):
        near, far = self.shares(x, d1, d2)
        return log_beta_lower(d1 / 2, d2 / 2, near, far)

    def log_survival(self, x, d1, d2):
        near, far = self.shares(x, d1, d2)
        return log_beta_lower(d2 / 2, d1 / 2, far, near)

    def statistics(self, d1, d2):
        a, b = d1 / 2, d2 / 2
        n = d1 + d2 - 2
        with_variance = inf if d2 > 4 else nan
        entropy = loggamma(a) + loggamma(b) - loggamma(a + b) - (a - 1) * psi(0, a) - (b + 1) * psi(0, b)
        kurtosis = with_variance
        if d2 > 8:
            kurtosis = 12 * (d1 * (5 * d2 - 22) * n + (d2 - 4) * (d2 - 2) ** 2) / (d1 * (d2 - 6) * (d2 - 8) * n)
        return {
            "entropy": entropy + (a + b) * psi(0, a + b) + log(d2 / d1),
            "mean": d2 / (d2 - 2) if d2 > 2 else inf,
            "variance": 2 * d2**2 * n / (d1 * (d2 - 2) ** 2 * (d2 - 4)) if d2 > 4 else inf,
            "mode": (d1 - 2) / d1 * d2 / (d2 + 2) if d1 > 2 else mpf(0),
            "skewness": (2 * d1 + d2 - 2) * sqrt(8 * (d2 - 4) / (d1 * n)) / (d2 - 6) if d2 > 6 else with_variance,
            "kurtosis": kurtosis,
        }

    def edges(self):
        yield (1, 1), "logProb", 0, "inf"
        yield (2, 1), "logProb", 0, 0
        yield (4, 1), "logProb", 0, "-inf"
        yield (4, 1), "logProb", -1, "-inf"
        yield (3, 3), "cdf", 1, "0.5"
