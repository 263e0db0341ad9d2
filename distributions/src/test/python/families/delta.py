from mpmath import inf, mpf
from reference_grids import Discrete


class Delta(Discrete):
    parameters = ("location",)
    points = [(v,) for i in range(25) for v in (0.37 * i**3 - 5, -1.3e-6 * 2.5**i)]
    full = [(0.3471,), (-12.34,), (1234.567,)]
    beyond = [(1e300,), (-1e-300,)]
    beyond_tolerance = 1e-14

    def support(self, location):
        return (location, location)

    def arguments(self, parameters):
        return [(float(parameters[0]), "bulk")]

    def log_prob(self, x, location):
        return mpf(0) if x == location else -inf

    def cdf(self, x, location):
        return mpf(1) if x >= location else mpf(0)

    def survival(self, x, location):
        return mpf(0) if x >= location else mpf(1)

    def log_cdf(self, x, location):
        return mpf(0) if x >= location else -inf

    def log_survival(self, x, location):
        return -inf if x >= location else mpf(0)

    def median(self, location):
        return location

    def statistics(self, location):
        return {"entropy": mpf(0), "mean": location, "variance": mpf(0), "mode": location}

    def edges(self):
        yield (2,), "logProb", 2.0000002, "-inf"
        yield (2,), "cdf", 1.9999998, 0
        yield (2,), "survival", 1, 1
        yield (2,), "quantile", 0.25, 2
        yield (2,), "quantileOfLog", "-Infinity", 2
        yield (2,), "quantile", 0, 2
