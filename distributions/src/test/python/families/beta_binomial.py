import itertools

from mpmath import exp, fsum, inf, loggamma, mp, mpf
from reference_grids import Discrete


def log_beta(a, b):
    return loggamma(a) + loggamma(b) - loggamma(a + b)


class BetaBinomial(Discrete):
    parameters = ("trials", "alpha", "beta")
    whole = ("trials",)
    points = [(10, 0.5, 0.5), (1, 2, 3), (20, 3, 7.5), (100, 0.1, 40), (1000, 300, 900), (60, 1, 1), (250, 1000, 0.7), (400, 1000, 1000)]
    full = [(335, 0.1, 0.1), (384, 1.8720375298642422, 0.999999999), (364, 11, 1000.3)]
    beyond = [(200, 1e-3, 1e-2), (100, 1e5, 3e4)]
    beyond_tolerance = 2e-15

    def support(self, n, a, b):
        return (0, n)

    def log_prob(self, x, n, a, b):
        choose = loggamma(n + 1) - loggamma(x + 1) - loggamma(n - x + 1)
        return choose + log_beta(x + a, n - x + b) - log_beta(a, b)

    def sums(self, *p):
        """The cumulative probabilities from both sides, from products of quotients, with extra digits."""
        cache = self.__dict__.setdefault("cache", {})
        if p not in cache:
            n, a, b = p
            with mp.workdps(mp.dps + 10):
                term, terms = mpf(1), [mpf(1)]
                for k in range(int(n)):
                    term *= (n - k) * (k + a) / ((k + 1) * (n - k - 1 + b))
                    terms.append(term)
                below = list(itertools.accumulate(terms))
                above = list(itertools.accumulate(reversed(terms), initial=mpf(0)))[:-1][::-1]
                total = below[-1]
                cache[p] = ([s / total for s in below], [s / total for s in above])
        return cache[p]

    def cdf(self, x, *p):
        return self.sums(*p)[0][int(x)]

    def survival(self, x, *p):
        return self.sums(*p)[1][int(x)]

    def log_survival(self, x, n, a, b):
        return super().log_survival(x, n, a, b) if x < n else -inf

    def log_cdf(self, x, n, a, b):
        return super().log_cdf(x, n, a, b) if x < n else mpf(0)

    def statistics(self, n, a, b):
        logs = [self.log_prob(mpf(k), n, a, b) for k in range(int(n) + 1)]
        masses = [exp(t) for t in logs]
        mean = n * a / (a + b)
        central = lambda order: fsum((k - mean) ** order * p for k, p in enumerate(masses))
        return {
            "entropy": -fsum(t * p for t, p in zip(logs, masses)),
            "mean": mean,
            "variance": central(2),
            "mode": mpf(max(range(int(n) + 1), key=lambda k: (round(float(logs[k]), 12), -k))),
            "skewness": central(3) / central(2) ** mpf("1.5"),
            "kurtosis": central(4) / central(2) ** 2 - 3,
        }

    def edges(self):
        yield (0, 2, 3), "logProb", 0, 0
        yield (0, 2, 3), "cdf", 0, 1
        yield (5, 2, 3), "logProb", 6, "-inf"
        yield (5, 2, 3), "logProb", 0.5, "-inf"
        yield (7, 1, 1), "mode", None, 0
        yield (7, 1, 1), "median", None, 3
        yield (7, 0.5, 0.25), "mode", None, 7
