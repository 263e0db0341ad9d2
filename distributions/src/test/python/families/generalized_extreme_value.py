from mpmath import euler, exp, expm1, gamma, inf, log, log1p, mpf, nan, pi, sign, sqrt, zeta
from reference_grids import Family


def moments(c):
    """Variance, skewness and excess kurtosis of (t^-c - 1)/c with standard exponential t, +inf or NaN where they are not finite."""
    if c == 0:
        return pi**2 / 6, 12 * sqrt(mpf(6)) * zeta(3) / pi**3, mpf(12) / 5
    g = [gamma(1 - k * c) if k * c < 1 else inf for k in range(5)]
    beyond = inf if 2 * c < 1 else nan
    variance = (g[2] - g[1] ** 2) / c**2 if 2 * c < 1 else inf
    skewness = sign(c) * (g[3] - 3 * g[2] * g[1] + 2 * g[1] ** 3) / (g[2] - g[1] ** 2) ** 1.5 if 3 * c < 1 else beyond
    kurtosis = beyond
    if 4 * c < 1:
        kurtosis = (g[4] - 4 * g[3] * g[1] + 6 * g[2] * g[1] ** 2 - 3 * g[1] ** 4) / (g[2] - g[1] ** 2) ** 2 - 3
    return variance, skewness, kurtosis


class GeneralizedExtremeValue(Family):
    parameters = ("location", "scale", "concentration")
    points = [(0, 1, 0.125), (1, 0.1, -0.5), (-3, 2.5, 0), (0, 1000, 0.3), (0, 7, 2), (0, 0.75, -0.875), (0, 1, -0.2), (0, 2, -1.5), (0, 1, 0.23)]
    full = [(0.3471, 1.73, -0.5142), (-12.34, 0.0871, 0.213), (1.1, 0.69, -0.1975), (0.1, 1.3, -0.0673)]
    beyond = [(0, 1, 1e-9), (0, 1, -1e-4), (0, 1, 0.01)]
    beyond_tolerance = 2e-13

    def support(self, location, scale, c):
        return (location - scale / c if c > 0 else -inf, location - scale / c if c < 0 else inf)

    def standard(self, x, location, scale, c):
        z = (x - location) / scale
        return z if c == 0 else log1p(c * z) / c

    def log_prob(self, x, location, scale, c):
        y = self.standard(x, location, scale, c)
        return -log(scale) - (1 + c) * y - exp(-y)

    def log_cdf(self, x, location, scale, c):
        return -exp(-self.standard(x, location, scale, c))

    def cdf(self, x, *parameters):
        return exp(self.log_cdf(x, *parameters))

    def survival(self, x, *parameters):
        return -expm1(self.log_cdf(x, *parameters))

    def statistics(self, location, scale, c):
        variance, skewness, kurtosis = moments(c)
        mean = euler if c == 0 else (gamma(1 - c) - 1) / c if c < 1 else inf
        mode = mpf(0) if c == 0 else ((1 + c) ** -c - 1) / c if c > -1 else -1 / c
        return {
            "entropy": log(scale) + euler * (1 + c) + 1,
            "mean": location + scale * mean,
            "variance": scale**2 * variance,
            "mode": location + scale * mode,
            "skewness": skewness,
            "kurtosis": kurtosis,
        }

    def edges(self):
        yield (0, 1, -0.5), "logProb", 2, "-inf"
        yield (0, 1, -1), "logProb", 1, 0
        yield (0, 1, 0.5), "logProb", -2, "-inf"
        yield (0, 1, 0.5), "logProb", -3, "-inf"
        yield (0, 1, -0.5), "survival", 2, 0
        yield (0, 1, 0.5), "cdf", -2, 0
