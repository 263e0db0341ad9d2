from mpmath import log, mpf, sqrt
from reference_grids import Family


class Triangular(Family):
    parameters = ("low", "high", "peak")
    points = [(0, 1, 0.375), (0, 3, 2.5), (-3, 2.5, 0), (0, 1000, 0.25), (-1, 7, 6.5), (2, 5, 2.5)]
    full = [(0.3471, 1.73, 0.613), (-12.34, 5.67, 5.1)]
    beyond = [(0, 1e-100, 1e-101), (-1e50, 1e50, 2e49)]
    beyond_tolerance = 1e-15

    def support(self, low, high, peak):
        return (low, high)

    def log_prob(self, x, low, high, peak):
        part = (x - low) / (peak - low) if x < peak else (high - x) / (high - peak)
        return log(2 / (high - low)) + log(part)

    def cdf(self, x, low, high, peak):
        if x < peak:
            return (x - low) ** 2 / ((high - low) * (peak - low))
        return 1 - (high - x) ** 2 / ((high - low) * (high - peak))

    def survival(self, x, low, high, peak):
        return self.cdf(-x, -high, -low, -peak)

    def statistics(self, a, b, c):
        squares = a**2 + b**2 + c**2 - a * b - a * c - b * c
        return {
            "entropy": mpf(1) / 2 + log((b - a) / 2),
            "mean": (a + b + c) / 3,
            "variance": squares / 18,
            "mode": c,
            "skewness": sqrt(mpf(2)) * (a + b - 2 * c) * (2 * a - b - c) * (a - 2 * b + c) / (5 * squares ** mpf(1.5)),
            "kurtosis": mpf(-3) / 5,
        }

    def edges(self):
        yield (0, 2, 1), "logProb", 1, 0
        yield (0, 2, 0), "logProb", 0, 0
        yield (0, 2, 2), "logProb", 2, 0
        yield (0, 2, 1), "logProb", 0, "-inf"
        yield (0, 2, 1), "logProb", 3, "-inf"
        yield (0, 2, 1), "cdf", 1, "0.5"
        yield (0, 2, 0), "cdf", 1, "0.75"
        yield (0, 2, 2), "cdf", 1, "0.25"
        yield (0, 2, 0), "quantile", 0.75, 1
        yield (0, 2, 2), "quantile", 0.25, 1
