from mpmath import exp, expm1, inf, log, log1p, mpf, nan, sqrt
from reference_grids import Family


class GeneralizedPareto(Family):
    parameters = ("location", "scale", "concentration")
    points = [(0, 1, 0.2), (1, 0.1, -0.5), (-3, 2.5, 0), (0, 1000, 0.45), (0, 7, 2), (0, 0.75, -0.875), (0, 1, 0.3), (0, 2, -2)]
    full = [(0.3471, 1.73, 0.213), (-12.34, 0.0871, -0.371)]
    beyond = [(0, 1, 1e-9), (0, 1, -1e-4), (0, 2, 1e-20)]
    beyond_tolerance = 2e-13

    def support(self, location, scale, c):
        return (location, location - scale / c if c < 0 else inf)

    def standard(self, x, location, scale, c):
        z = (x - location) / scale
        return z if c == 0 else log1p(c * z) / c

    def log_prob(self, x, location, scale, c):
        return -log(scale) - (1 + c) * self.standard(x, location, scale, c)

    def log_survival(self, x, location, scale, c):
        return -self.standard(x, location, scale, c)

    def cdf(self, x, *parameters):
        return -expm1(self.log_survival(x, *parameters))

    def survival(self, x, *parameters):
        return exp(self.log_survival(x, *parameters))

    def statistics(self, location, scale, c):
        def up_to(order, value, otherwise=inf):
            return value() if c < mpf(1) / order else otherwise

        beyond = up_to(2, lambda: inf, nan)
        return {
            "entropy": 1 + c + log(scale),
            "mean": up_to(1, lambda: location + scale / (1 - c)),
            "variance": up_to(2, lambda: scale**2 / ((1 - c) ** 2 * (1 - 2 * c))),
            "mode": location if c >= -1 else location - scale / c,
            "skewness": up_to(3, lambda: 2 * (1 + c) * sqrt(1 - 2 * c) / (1 - 3 * c), beyond),
            "kurtosis": up_to(4, lambda: 3 * (1 - 2 * c) * (2 * c**2 + c + 3) / ((1 - 3 * c) * (1 - 4 * c)) - 3, beyond),
        }

    def edges(self):
        yield (0, 2, -1), "logProb", 2.5, "-inf"
        yield (0, 1, -1), "logProb", 1, 0
        yield (0, 1, -0.5), "logProb", 2, "-inf"
        yield (0, 1, -0.5), "survival", 2, 0
        yield (0, 1, 0.5), "logProb", -0.1, "-inf"
        yield (0, 1, -1), "cdf", 0.25, "0.25"
