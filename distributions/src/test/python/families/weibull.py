from mpmath import euler, exp, expm1, gamma, inf, log, mpf
from reference_grids import Family


class Weibull(Family):
    parameters = ("concentration", "scale")
    points = [(1, 1), (0.1, 2), (0.5, 0.1), (2.5, 3), (7, 1000), (50, 0.75), (1000, 1000)]
    full = [(7.312, 0.3471), (0.613, 12.34)]
    beyond = [(0.01, 1), (1e5, 2)]
    beyond_tolerance = 6e-13

    def support(self, k, s):
        return (0, inf)

    def log_prob(self, x, k, s):
        return log(k / s) + (k - 1) * log(x / s) - exp(k * log(x / s))

    def cdf(self, x, k, s):
        return -expm1(-exp(k * log(x / s)))

    def survival(self, x, k, s):
        return exp(-exp(k * log(x / s)))

    def log_cdf(self, x, k, s):
        return log(self.cdf(x, k, s)) if self.survival(x, k, s) > 0.5 else super().log_cdf(x, k, s)

    def log_survival(self, x, k, s):
        return -exp(k * log(x / s))

    def statistics(self, k, s):
        g = [gamma(1 + i / k) for i in range(5)]
        variance = g[2] - g[1] ** 2
        third = g[3] - 3 * g[1] * g[2] + 2 * g[1] ** 3
        fourth = g[4] - 4 * g[1] * g[3] + 6 * g[1] ** 2 * g[2] - 3 * g[1] ** 4
        return {
            "entropy": euler * (1 - 1 / k) + log(s / k) + 1,
            "mean": s * g[1],
            "variance": s**2 * variance,
            "mode": s * ((k - 1) / k) ** (1 / k) if k > 1 else mpf(0),
            "skewness": third / variance ** mpf("1.5"),
            "kurtosis": fourth / variance**2 - 3,
        }

    def edges(self):
        yield (0.5, 1), "logProb", 0, "inf"
        yield (1, 1), "logProb", 0, 0
        yield (2, 1), "logProb", 0, "-inf"
