from mpmath import exp, log, mpf
from reference_grids import Family


class Uniform(Family):
    parameters = ("low", "high")
    points = [(0, 1), (-1, 1), (2, 2.5), (-1000, 0.0009765625), (1e-3, 1000), (-7, -6)]
    full = [(0.3471, 1.73), (-12.34, 0.0871)]
    beyond = [(0, 1e-100), (-1e50, 1e50)]
    beyond_tolerance = 1e-15

    def support(self, low, high):
        return (low, high)

    def log_prob(self, x, low, high):
        return -log(high - low)

    def cdf(self, x, low, high):
        return (x - low) / (high - low)

    def survival(self, x, low, high):
        return (high - x) / (high - low)

    def rough_quantile(self, log_p, from_above, low, high):
        return high - exp(log_p) * (high - low) if from_above else low + exp(log_p) * (high - low)

    def median(self, low, high):
        return (low + high) / 2

    def statistics(self, low, high):
        return {
            "entropy": log(high - low),
            "mean": (low + high) / 2,
            "variance": (high - low) ** 2 / 12,
            "mode": low,
            "skewness": mpf(0),
            "kurtosis": mpf(-6) / 5,
        }

    def edges(self):
        yield (0, 1), "logProb", 0, 0
        yield (0, 1), "logProb", 1, 0
        yield (0, 1), "logProb", -0.5, "-inf"
        yield (-1, 1), "cdf", 0, "0.5"
