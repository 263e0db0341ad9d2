from mpmath import floor, fsum, inf, log, mp, mpf
from reference_grids import Discrete


class Hypergeometric(Discrete):
    parameters = ("population", "successes", "draws")
    whole = ("population", "successes", "draws")
    points = [(10, 4, 3), (2, 1, 1), (50, 25, 40), (1000, 10, 500), (1000, 500, 300), (100_000, 300, 700), (3000, 2990, 60), (20_000, 9000, 11_000)]
    full = [(1999, 731, 613), (120, 7, 41)]
    beyond = [(1_000_000, 300, 5000)]
    beyond_tolerance = 2e-15

    def support(self, population, successes, n):
        return (max(mpf(0), n + successes - population), min(successes, n))

    def masses(self, *p):
        """All probabilities, as quotients of whole numbers, summed from both sides."""
        cache = self.__dict__.setdefault("cache", {})
        if p not in cache:
            population, successes, n = (int(v) for v in p)
            low, high = (int(v) for v in self.support(*p))
            with mp.workdps(mp.dps + 20):
                term, terms = mpf(1), []
                for k in range(low, high + 1):
                    terms.append(term)
                    term = term * ((successes - k) * (n - k)) / ((k + 1) * (population - successes - n + k + 1))
                total = fsum(terms)
                masses = [t / total for t in terms]
                below, above, s = [], [], mpf(0)
                for m in masses:
                    s += m
                    below.append(s)
                s = mpf(0)
                for m in reversed(masses):
                    above.append(s)
                    s += m
                cache[p] = (low, masses, below, above[::-1])
        return cache[p]

    def at(self, i, x, p):
        table = self.masses(*p)
        return table[i][int(x) - table[0]]

    def log_prob(self, x, *p):
        return log(self.at(1, x, p))

    def cdf(self, x, *p):
        return self.at(2, x, p)

    def survival(self, x, *p):
        return self.at(3, x, p)

    def log_survival(self, x, *p):
        return super().log_survival(x, *p) if x < self.support(*p)[1] else -inf

    def log_cdf(self, x, *p):
        return super().log_cdf(x, *p) if x < self.support(*p)[1] else mpf(0)

    def statistics(self, *p):
        low, masses, _, _ = self.masses(*p)
        population, successes, n = p
        mean = n * successes / population
        central = lambda order: fsum((low + i - mean) ** order * m for i, m in enumerate(masses))
        return {
            "entropy": -fsum(m * log(m) for m in masses),
            "mean": mean,
            "variance": central(2),
            "mode": floor((n + 1) * (successes + 1) / (population + 2)),
            "skewness": central(3) / central(2) ** mpf("1.5"),
            "kurtosis": central(4) / central(2) ** 2 - 3,
        }

    def edges(self):
        yield (0, 0, 0), "logProb", 0, 0
        yield (5, 0, 3), "logProb", 0, 0
        yield (5, 5, 3), "logProb", 3, 0
        yield (5, 5, 3), "mean", None, 3
        yield (5, 3, 5), "cdf", 2, 0
        yield (5, 3, 5), "cdf", 3, 1
        yield (5, 3, 4), "logProb", 1, "-inf"
        yield (2, 1, 1), "kurtosis", None, -2
