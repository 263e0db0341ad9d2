from mpmath import e, erfc, exp, expm1, inf, log, mpf, pi, sqrt
from reference_grids import Family


class LogNormal(Family):
    parameters = ("mean", "scale")
    points = [(0, 1), (1, 0.1), (-3, 2.5), (0.3, 0.5), (2, 5), (-0.01, 0.75)]
    full = [(0.3471, 1.73), (-1.234, 0.0871)]
    beyond = [(0, 1e-3), (2, 30)]
    beyond_tolerance = 2e-14

    def support(self, mean, scale):
        return (0, inf)

    def z(self, x, mean, scale):
        return (log(x) - mean) / scale / sqrt(mpf(2))

    def log_prob(self, x, mean, scale):
        return -self.z(x, mean, scale) ** 2 - log(scale) - log(2 * pi) / 2 - log(x)

    def cdf(self, x, mean, scale):
        return erfc(-self.z(x, mean, scale)) / 2

    def survival(self, x, mean, scale):
        return erfc(self.z(x, mean, scale)) / 2

    def median(self, mean, scale):
        return exp(mean)

    def statistics(self, mean, scale):
        w = exp(scale**2)
        return {
            "entropy": log(2 * pi * e) / 2 + log(scale) + mean,
            "mean": exp(mean + scale**2 / 2),
            "variance": expm1(scale**2) * exp(2 * mean + scale**2),
            "mode": exp(mean - scale**2),
            "skewness": (w + 2) * sqrt(expm1(scale**2)),
            "kurtosis": w**4 + 2 * w**3 + 3 * w**2 - 6,
        }

    def edges(self):
        yield (0, 1), "logProb", 0, "-inf"
        yield (0, 1), "cdf", 0, 0
        yield (0, 1), "cdf", 1, "0.5"
