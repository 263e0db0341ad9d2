from mpmath import e1, erfc, exp, inf, log, mp, mpf, pi, sqrt
from reference_grids import Family


def normal_cdf(z):
    return mpf(0) if z < -1e6 else mpf(1) if z > 1e6 else erfc(-z / sqrt(mpf(2))) / 2


class InverseGaussian(Family):
    parameters = ("mean", "concentration")
    points = [(1, 1), (1, 0.1), (3, 2.5), (0.25, 20), (7, 700), (10, 2)]
    full = [(1.1, 1.65), (5.407132681372877, 9), (7.691727282991935, 0.1), (0.3471, 12.34)]
    beyond = [(1, 1e-5), (1, 1e6)]
    beyond_tolerance = 5e-13

    def support(self, mean, c):
        return (0, inf)

    def log_prob(self, x, mean, c):
        return log(c / (2 * pi * x**3)) / 2 - c * (x - mean) ** 2 / (2 * mean**2 * x)

    def cdf(self, x, mean, c):
        root = sqrt(c / x)
        with mp.workdps(mp.dps + 20):
            return normal_cdf(root * (x / mean - 1)) + exp(2 * c / mean) * normal_cdf(-root * (x / mean + 1))

    def survival(self, x, mean, c):
        root = sqrt(c / x)
        with mp.workdps(mp.dps + 20):
            return normal_cdf(-root * (x / mean - 1)) - exp(2 * c / mean) * normal_cdf(-root * (x / mean + 1))

    def log_cdf(self, x, mean, c):
        if c * (x / mean - 1) ** 2 / x > 1e12 and x < mean:
            return -c * (x / mean - 1) ** 2 / x / 2
        return super().log_cdf(x, mean, c)

    def log_survival(self, x, mean, c):
        if c * (x / mean - 1) ** 2 / x > 1e12 and x > mean:
            return -c * (x / mean - 1) ** 2 / x / 2
        return super().log_survival(x, mean, c)

    def statistics(self, mean, c):
        r = 3 * mean / (2 * c)
        y = 2 * c / mean
        return {
            "entropy": log(2 * pi * mean**3 / c) / 2 + mpf(1) / 2 - mpf(3) / 2 * exp(y) * e1(y),
            "mean": mean,
            "variance": mean**3 / c,
            "mode": mean * (sqrt(1 + r * r) - r),
            "skewness": 3 * sqrt(mean / c),
            "kurtosis": 15 * mean / c,
        }

    def edges(self):
        yield (1, 1), "logProb", 0, "-inf"
        yield (1, 1), "logProb", -1, "-inf"
        yield (1, 1), "cdf", 0, 0
