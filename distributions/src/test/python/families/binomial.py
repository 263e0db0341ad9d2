from incomplete import beta_lower
from mpmath import ceil, exp, fsum, log, log1p, loggamma, mpf, sqrt
from reference_grids import Discrete


class Binomial(Discrete):
    parameters = ("trials", "probability")
    whole = ("trials",)
    points = [(1, 0.25), (10, 0.5), (20, 0.3), (100, 0.01), (1000, 0.6), (1000, 0.001), (250, 0.9)]
    full = [(37, 0.3471), (900, 0.0123), (613, 0.7771)]
    beyond = [(20_000, 0.3), (50, 1e-30)]
    beyond_tolerance = 1e-14

    def support(self, n, p):
        return (0, n)

    def log_prob(self, x, n, p):
        return loggamma(n + 1) - loggamma(x + 1) - loggamma(n - x + 1) + x * log(p) + (n - x) * log1p(-p)

    def cdf(self, x, n, p):
        return beta_lower(n - x, x + 1, 1 - p, p) if x < n else mpf(1)

    def survival(self, x, n, p):
        return beta_lower(x + 1, n - x, p, 1 - p) if x < n else mpf(0)

    def log_survival(self, x, n, p):
        return super().log_survival(x, n, p) if x < n else -mpf("inf")

    def statistics(self, n, p):
        terms = [self.log_prob(mpf(k), n, p) for k in range(int(n) + 1)]
        q = 1 - p
        return {
            "entropy": fsum(-exp(t) * t for t in terms),
            "mean": n * p,
            "variance": n * p * q,
            "mode": max(mpf(0), ceil((n + 1) * p) - 1),
            "skewness": (1 - 2 * p) / sqrt(n * p * q),
            "kurtosis": (1 - 6 * p * q) / (n * p * q),
        }

    def edges(self):
        yield (5, 0), "logProb", 0, 0
        yield (5, 0), "logProb", 1, "-inf"
        yield (5, 1), "logProb", 5, 0
        yield (5, 1), "cdf", 4, 0
        yield (5, 0), "cdf", 0, 1
        yield (0, 0.5), "logProb", 0, 0
        yield (5, 0.5), "mode", None, 2
        yield (5, 0.5), "logProb", 6, "-inf"
