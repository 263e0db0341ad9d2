from mpmath import erfc, exp, log, log1p, mp, mpf, pi, sqrt, tanh
from reference_grids import Family
from sigmoid_moments import sigmoid_moments


def normal(z):
    return exp(-z * z / 2)


def reach(mean, scale):
    """exp(4sz - z^2/2), of which E[X^4] is made, is largest at 4s, or where X is near 1."""
    return 14 + min(4 * scale, abs(mean) / scale + 1)


class LogitNormal(Family):
    parameters = ("mean", "scale")
    points = [(0, 1), (1, 0.1), (-3, 2.5), (0.3, 7), (0, 1.75), (-0.01, 0.75), (-10, 1), (-30, 5)]
    full = [(0.3471, 1.73), (-1.234, 0.371)]
    beyond = [(0.5, 0.01), (-2, 100)]
    beyond_tolerance = 5e-14

    def support(self, mean, scale):
        return (0, 1)

    def standard(self, x, mean, scale):
        return (log(x) - log1p(-x) - mean) / scale

    def log_prob(self, x, mean, scale):
        z = self.standard(x, mean, scale)
        return -z * z / 2 - log(2 * pi) / 2 - log(scale) - log(x) - log1p(-x)

    def cdf(self, x, *parameters):
        return erfc(-self.standard(x, *parameters) / sqrt(2)) / 2

    def survival(self, x, *parameters):
        return erfc(self.standard(x, *parameters) / sqrt(2)) / 2

    def statistics(self, mean, scale):
        found = dict(sigmoid_moments(normal, reach(mean, scale), mean, scale))
        found["entropy"] = found.pop("log_slope") + log(2 * pi * scale**2) / 2 + mpf(1) / 2
        found["mode"] = self.mode(mean, scale)
        return found

    def mode(self, mean, scale):
        """By bisection of y = m + s^2 tanh(y/2) on the side of the mean; of two modes for m = 0 the lower."""
        m, square = abs(mean), scale**2
        excess = lambda y: y - m - square * tanh(y / 2)
        low, high = m, m + square
        if m == 0 and square <= 2:
            return mpf(1) / 2
        low = low if m > 0 else high * mpf(10) ** -6
        for _ in range(int(4 * mp.dps)):
            middle = (low + high) / 2
            low, high = (middle, high) if excess(middle) < 0 else (low, middle)
        return 1 / (1 + exp(-low)) if mean > 0 else 1 / (1 + exp(low))

    def edges(self):
        yield (0, 1), "logProb", 0, "-inf"
        yield (0, 1), "logProb", 1, "-inf"
        yield (0, 1), "logProb", 2, "-inf"
        yield (0, 1), "cdf", 0, 0
        yield (0, 1), "cdf", 1, 1
        yield (0, 1), "cdf", 0.5, "0.5"
