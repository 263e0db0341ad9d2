from mpmath import log
from moments import standardised
from reference_grids import Family


class LogUniform(Family):
    parameters = ("low", "high")
    points = [(1, 2), (0.1, 1000), (2.5, 2.75), (0.01, 100), (0.5, 3), (100, 101)]
    full = [(0.3471, 12.34), (1.1, 1.73)]
    beyond = [(1e-30, 1e30), (1, 1.00001)]
    beyond_tolerance = 2e-14

    def support(self, low, high):
        return (low, high)

    def log_prob(self, x, low, high):
        return -log(x * log(high / low))

    def cdf(self, x, low, high):
        return log(x / low) / log(high / low)

    def survival(self, x, low, high):
        return log(high / x) / log(high / low)

    def statistics(self, low, high):
        width = log(high / low)
        mean = (high - low) / width
        moments = standardised(lambda k: (high**k - low**k) / (k * width))
        return {
            "entropy": log(low * high) / 2 + log(width),
            "mean": mean,
            "variance": (high**2 - low**2) / (2 * width) - mean**2,
            "mode": low,
            "skewness": moments["skewness"],
            "kurtosis": moments["kurtosis"],
        }

    def edges(self):
        yield (1, 2), "logProb", 0.5, "-inf"
        yield (1, 2), "logProb", 2.5, "-inf"
        yield (1, 2), "cdf", 1, 0
        yield (1, 2), "cdf", 2, 1
        yield (1, 4), "cdf", 2, "0.5"
