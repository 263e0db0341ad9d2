from collections import Counter

from mpmath import fsum, inf, log, mpf
from reference_grids import Discrete


class Empirical(Discrete):
    parameters = ("values",)
    # Steps of 1 between values, which the sums of masses walk along.
    points = [
        ((0.5, 1.5, 3.5),),
        ((-2, 7, 0, 7, 5, -2, 7),),
        (tuple((k * 7) % 31 - 10.25 for k in range(24)),),
        ((3,),),
        ((1e6, 1e6 + 1, 1e6 + 3, 1e6 + 3),),
        (tuple((k * k) % 41 - 3 for k in range(40)),),
    ]
    full = [((0.1, 0.37, -2.3, 0.37, 11.7, 5.1),), ((0.3, 0.7),)]
    beyond = [((2.0**60, 2.0**-60, -(2.0**62), 2.0**60),)]
    beyond_tolerance = 1e-14
    whole = ("values",)

    def support(self, values):
        return (min(values), max(values))

    def share(self, values, holds):
        return mpf(sum(1 for v in values if holds(v))) / len(values)

    def log_prob(self, x, values):
        return log(self.share(values, lambda v: v == x))

    def cdf(self, x, values):
        return self.share(values, lambda v: v <= x)

    def survival(self, x, values):
        return self.share(values, lambda v: v > x)

    def log_survival(self, x, values):
        return super().log_survival(x, values) if x < max(values) else -inf

    def log_cdf(self, x, values):
        return super().log_cdf(x, values) if x < max(values) else mpf(0)

    def arguments(self, parameters):
        return [(float(v), "bulk") for v in sorted(set(parameters[0]))]

    def median(self, values):
        return sorted(values)[(len(values) + 1) // 2 - 1]

    def statistics(self, values):
        n = len(values)
        counts = Counter(values)
        mean = fsum(values) / n
        central = lambda order: fsum((v - mean) ** order for v in values) / n
        top = max(counts.values())
        found = {
            "entropy": -fsum(mpf(c) / n * log(mpf(c) / n) for c in counts.values()),
            "mean": mean,
            "variance": central(2),
            "mode": min(v for v, c in counts.items() if c == top),
        }
        if len(counts) > 1:
            found["skewness"] = central(3) / central(2) ** mpf("1.5")
            found["kurtosis"] = central(4) / central(2) ** 2 - 3
        return found

    def edges(self):
        yield ((0.5, 1.5),), "logProb", 1, "-inf"
        yield ((0.5, 1.5),), "cdf", 0.5, "0.5"
        yield ((0.5, 1.5),), "cdf", 1, "0.5"
        yield ((0.5, 1.5),), "cdf", 1.5, 1
        yield ((0.5, 1.5),), "cdf", 0.25, 0
        yield ((0.5, 1.5),), "quantile", 0.5, 0.5
        yield ((3, 3),), "logProb", 3, 0
        yield ((3, 3),), "entropy", None, 0
