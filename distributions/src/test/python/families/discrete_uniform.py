from mpmath import floor, inf, log, mpf
from reference_grids import Discrete


class DiscreteUniform(Discrete):
    parameters = ("low", "high")
    whole = ("low", "high")
    points = [(0, 1), (1, 6), (-3, 8), (-1000, 1000), (5, 1_000_000), (-70, -60), (0, 2)]
    full = [(-7, 1234), (3, 100_003)]
    beyond = [(-(2**51), 2**51)]
    beyond_tolerance = 1e-14

    def support(self, low, high):
        return (low, high)

    def arguments(self, parameters):
        low, high = (int(p) for p in parameters)
        return [(float(k), "bulk") for k in sorted({low + (high - low) * i // 12 for i in range(13)})]

    def log_prob(self, x, low, high):
        return -log(high - low + 1)

    def cdf(self, x, low, high):
        return (x - low + 1) / (high - low + 1)

    def survival(self, x, low, high):
        return (high - x) / (high - low + 1)

    def log_survival(self, x, low, high):
        return super().log_survival(x, low, high) if x < high else -inf

    def median(self, low, high):
        return low + floor((high - low) / 2)

    def statistics(self, low, high):
        n = high - low + 1
        return {
            "entropy": log(n),
            "mean": (low + high) / 2,
            "variance": (n**2 - 1) / 12,
            "mode": low,
            "skewness": mpf(0),
            "kurtosis": -6 * (n**2 + 1) / (5 * (n**2 - 1)),
        }

    def edges(self):
        yield (1, 6), "logProb", 0, "-inf"
        yield (1, 6), "logProb", 7, "-inf"
        yield (1, 6), "logProb", 1.5, "-inf"
        yield (1, 6), "cdf", 3.5, 0.5
        yield (1, 6), "quantile", 0.5, 3
        yield (3, 3), "logProb", 3, 0
        yield (3, 3), "entropy", None, 0
        yield (3, 3), "variance", None, 0
