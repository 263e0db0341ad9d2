from incomplete import gamma_lower, gamma_upper, log_gamma_tail
from mpmath import gamma, log, log1p, loggamma, mpf
from reference_grids import Family


class GeneralizedNormal(Family):
    parameters = ("location", "scale", "power")
    points = [(0, 1, 1), (1, 0.1, 2), (-3, 2.5, 0.5), (0, 7, 3.5), (250, 7, 10), (0, 1000, 1000)]
    full = [(0.3471, 1.73, 0.713), (-12.34, 0.0871, 5.67)]
    beyond = [(0, 2, 0.03)]
    beyond_tolerance = 5e-14

    def size(self, x, location, scale, b):
        return (abs(x - location) / scale) ** b

    def log_prob(self, x, location, scale, b):
        return -self.size(x, location, scale, b) - log(2 * scale) - loggamma(1 + 1 / b)

    def cdf(self, x, location, scale, b):
        if x > location:
            return (1 + gamma_lower(1 / b, self.size(x, location, scale, b))) / 2
        return gamma_upper(1 / b, self.size(x, location, scale, b)) / 2

    def survival(self, x, location, scale, b):
        return self.cdf(2 * location - x, location, scale, b)

    def log_cdf(self, x, location, scale, b):
        if x < location:
            return log_gamma_tail(1 / b, self.size(x, location, scale, b), True) - log(mpf(2))
        return log1p(-self.survival(x, location, scale, b))

    def log_survival(self, x, location, scale, b):
        return self.log_cdf(2 * location - x, location, scale, b)

    def median(self, location, scale, b):
        return location

    def statistics(self, location, scale, b):
        return {
            "entropy": 1 / b + log(2 * scale) + loggamma(1 + 1 / b),
            "mean": location,
            "variance": scale**2 * gamma(3 / b) / gamma(1 / b),
            "mode": location,
            "skewness": mpf(0),
            "kurtosis": gamma(5 / b) * gamma(1 / b) / gamma(3 / b) ** 2 - 3,
        }

    def edges(self):
        yield (0, 1, 2), "cdf", 0, "0.5"
        yield (0, 1, 0.5), "quantile", 0.5, 0
