from mpmath import exp, expm1, log, log1p
from reference_grids import Family


class AsymmetricLaplace(Family):
    parameters = ("location", "scale", "asymmetry")
    points = [(0, 1, 1.25), (1, 0.1, 2.5), (-3, 2.5, 0.625), (0, 1000, 0.1), (0, 7, 30), (0, 0.75, 10)]
    full = [(0.3471, 1.73, 0.613), (-12.34, 0.0871, 37.9)]
    beyond = [(0, 1, 1e-3), (1, 2, 1e5)]
    beyond_tolerance = 1e-15

    def log_prob(self, x, location, scale, k):
        z = (x - location) / scale
        return -log(scale * (k + 1 / k)) - (k * z if z >= 0 else -z / k)

    def log_cdf(self, x, location, scale, k):
        z = (x - location) / scale
        return z / k - log1p(k**-2) if z < 0 else log1p(-exp(-k * z) / (1 + k**2))

    def cdf(self, x, location, scale, k):
        z = (x - location) / scale
        return exp(z / k) / (1 + k**-2) if z < 0 else 1 / (1 + k**-2) - expm1(-k * z) / (1 + k**2)

    def log_survival(self, x, location, scale, k):
        return self.log_cdf(-x, -location, scale, 1 / k)

    def survival(self, x, location, scale, k):
        return self.cdf(-x, -location, scale, 1 / k)

    def statistics(self, location, scale, k):
        return {
            "entropy": 1 + log(scale * (k + 1 / k)),
            "mean": location + scale * (1 / k - k),
            "variance": scale**2 * (k**2 + k**-2),
            "mode": location,
            "skewness": 2 * (1 - k**6) / (1 + k**4) ** 1.5,
            "kurtosis": 6 * (1 + k**8) / (1 + k**4) ** 2,
        }

    def edges(self):
        yield (0, 1, 1), "cdf", 0, "0.5"
        yield (0, 1, 1), "quantile", 0.5, 0
        yield (0, 1, 1), "quantile", -0.5, "nan"
