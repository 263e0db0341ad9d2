from mpmath import erfc, exp, fsum, log, mp, mpf, pi, sqrt
from reference_grids import Family


class KernelDensity(Family):
    parameters = ("values", "bandwidth")
    points = [
        ((0.5,), 1),
        ((-1.25, 0.5, 3), 0.5),
        ((1, 2.5, 2.75, 4, 6), 0.75),
        ((0.1, 0.2, 0.25, 0.5, 0.75, 1.5, 1.75), 0.1),
        ((-100, 3, 250), 60),
        ((0.25, 1), 0.2),
    ]
    full = [((-1.23, 0.47, 3.01, 0.11), 0.37), ((12.3, 15.6, 21.9), 2.1)]
    beyond = [((0, 1, 3), 1e-2), ((10, 20, 40), 1e4)]
    beyond_tolerance = 1e-13

    def mean_over(self, function, x, values, h):
        return fsum(function((x - v) / h) for v in values) / len(values)

    def log_prob(self, x, values, h):
        return log(self.mean_over(lambda z: exp(-z * z / 2), x, values, h)) - log(h) - log(2 * pi) / 2

    def cdf(self, x, values, h):
        return self.mean_over(lambda z: erfc(-z / sqrt(mpf(2))) / 2, x, values, h)

    def survival(self, x, values, h):
        return self.mean_over(lambda z: erfc(z / sqrt(mpf(2))) / 2, x, values, h)

    def rough_quantile(self, log_p, from_above, values, h):
        low, high = min(values) - 45 * h, max(values) + 45 * h
        function = self.log_survival if from_above else self.log_cdf
        for _ in range(70):
            middle = (low + high) / 2
            if (function(middle, values, h) < log_p) == from_above:
                high = middle
            else:
                low = middle
        return float(low)

    def median(self, values, h):
        return self.inverse(self.rough_quantile(log(mpf("0.5")), False, values, h), True, False)(mpf("0.5"), values, h)

    def entropy(self, values, h):
        """By tanh-sinh quadrature on pieces of one bandwidth."""
        cache = self.__dict__.setdefault("cache", {})
        if (values, h) not in cache:
            ends = sorted({v + k * h for v in values for k in range(-14, 15)})
            with mp.workdps(25):
                def term(x):
                    log_p = self.log_prob(x, values, h)
                    return -exp(log_p) * log_p

                cache[values, h] = fsum(mp.quad(term, [a, b]) for a, b in zip(ends, ends[1:]))
        return cache[values, h]

    def statistics(self, values, h):
        mean = fsum(values) / len(values)
        central = [fsum((v - mean) ** k for v in values) / len(values) for k in range(5)]
        variance = central[2] + h * h
        return {
            "entropy": self.entropy(values, h),
            "mean": mean,
            "variance": variance,
            "skewness": central[3] / variance ** mpf(1.5),
            "kurtosis": (central[4] + 6 * central[2] * h**2 + 3 * h**4) / variance**2 - 3,
        }
