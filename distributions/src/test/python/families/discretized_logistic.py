from mpmath import exp, fsum, inf, log, log1p, mpf
from reference_grids import Discrete


def log_logistic(z):
    """log(1/(1 + exp(-z)))."""
    return -log1p(exp(-z)) if z > 0 else z - log1p(exp(z))


class DiscretizedLogistic(Discrete):
    parameters = ("location", "scale", "levels")
    points = [(127.5, 20, 256), (500.25, 0.7, 1001), (-10, 2, 16), (300, 15, 256), (0.5, 100, 4), (2000.25, 2.5, 4096), (33, 0.125, 64)]
    full = [(127.31, 12.34, 256), (5.678, 0.713, 16), (158.213, 0.10517, 16)]
    beyond = [(100, 0.01, 256), (100.25, 1e5, 256)]
    beyond_tolerance = 2e-15
    whole = ("levels",)

    def support(self, m, s, n):
        return (0, n - 1)

    def log_prob(self, x, m, s, n):
        low, high = (x - m - 0.5) / s, (x - m + 0.5) / s
        if n == 1:
            return log(m / m)
        if x == 0:
            return log_logistic(high)
        if x == n - 1:
            return log_logistic(-low)
        return log_logistic(high) + log_logistic(-low) + log(-(exp(-1 / s) - 1))

    def log_cdf(self, x, m, s, n):
        return log_logistic((x - m + 0.5) / s) if x < n - 1 else 0 * m

    def log_survival(self, x, m, s, n):
        return log_logistic(-(x - m + 0.5) / s) if x < n - 1 else -inf

    def cdf(self, x, *parameters):
        return exp(self.log_cdf(x, *parameters))

    def survival(self, x, *parameters):
        return exp(self.log_survival(x, *parameters))

    def statistics(self, m, s, n):
        log_masses = [self.log_prob(mpf(k), m, s, n) for k in range(int(n))]
        masses = [exp(l) for l in log_masses]
        mean = fsum(k * p for k, p in enumerate(masses))
        central = lambda order: fsum((k - mean) ** order * p for k, p in enumerate(masses))
        return {
            "entropy": -fsum(p * l for p, l in zip(masses, log_masses)),
            "mean": mean,
            "variance": central(2),
            "mode": mpf(masses.index(max(masses))),
            "skewness": central(3) / central(2) ** mpf("1.5"),
            "kurtosis": central(4) / central(2) ** 2 - 3,
        }

    def edges(self):
        yield (3, 2, 1), "logProb", 0, 0
        yield (3, 2, 8), "logProb", 8, "-inf"
        yield (3, 2, 8), "logProb", 2.5, "-inf"
        yield (3.5, 2, 8), "cdf", 3, "0.5"
        yield (3, 2, 8), "cdf", 7, 1
        yield (3, 2, 8), "cdf", -1, 0
        yield (3, 2, 8), "quantile", 1, 7
        yield (3, 2, 8), "quantile", 0, 0
