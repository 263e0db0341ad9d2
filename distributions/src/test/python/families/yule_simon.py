from mpmath import exp, expm1, floor, fsum, inf, log, log1p, loggamma, mp, mpf, sqrt
from reference_grids import Discrete


class YuleSimon(Discrete):
    parameters = ("concentration",)
    points = [(0.1,), (0.5,), (1,), (1.5,), (2.25,), (3.5,), (7,), (40,), (1000,)]
    full = [(0.1001,), (2.0809951920921512,), (12.34,)]
    beyond = [(0.01,), (1e8,)]
    beyond_tolerance = 1e-13

    def support(self, r):
        return (1, inf)

    def log_prob(self, x, r):
        return log(r) + loggamma(x) + loggamma(r + 1) - loggamma(x + r + 1)

    def log_survival(self, x, r):
        return loggamma(x + 1) + loggamma(r + 1) - loggamma(x + r + 1)

    def survival(self, x, r):
        return exp(self.log_survival(x, r))

    def cdf(self, x, r):
        return -expm1(self.log_survival(x, r))

    def log_cdf(self, x, r):
        return log(self.cdf(x, r)) if self.survival(x, r) > 0.5 else log1p(-self.survival(x, r))

    def rough_quantile(self, log_p, from_above, r):
        tail = log_p if from_above else log1p(-exp(log_p))
        with mp.workdps(30):
            guess = floor(exp((loggamma(r + 1) - tail) / r)) if (loggamma(r + 1) - tail) / r < 600 else mpf(2) ** 60
            return super().rough_quantile(log_p, from_above, r) if guess < 2**55 else guess

    def inside(self, x, parameters):
        # Beyond 2^53 doubles are not all whole numbers, and masses are less than the rounding of the tails.
        return 1 <= x < 2**50

    def entropy(self, r):
        cache = self.__dict__.setdefault("cache", {})
        if r not in cache:
            cache[r] = self.summed(r)
        return cache[r]

    def summed(self, r):
        """By parts: H = log((1 + r)/r) + 1/r - sum over k of P(X > k) (log(1 - y) + y) with y = (r + 1)/(k + r + 1)."""
        def term(k):
            y = (r + 1) / (k + r + 1)
            return -exp(self.log_survival(k, r)) * (log1p(-y) + y)

        head = 60
        total = fsum(term(mpf(k)) for k in range(1, head))
        total += self.integral(term, mpf(head)) + term(mpf(head)) / 2
        taylor = self.derivatives(term, mpf(head), 25)
        for j in range(1, 13):
            total -= mp.bernoulli(2 * j) / mp.factorial(2 * j) * taylor[2 * j - 1]
        return log1p(1 / r) + 1 / r + total

    @staticmethod
    def derivatives(f, x, n):
        """By Cauchy's formula on a circle inside the domain of analyticity."""
        points, radius = 128, x / 2
        values = [f(x + radius * mp.expjpi(mpf(2) * i / points)) for i in range(points)]
        return [
            (fsum(v * mp.expjpi(-mpf(2) * i * j / points) for i, v in enumerate(values)) / points).real * mp.factorial(j) / radius**j
            for j in range(n)
        ]

    @staticmethod
    def integral(f, start):
        return mp.quad(lambda u: f(mp.exp(u)) * mp.exp(u), [log(start) + 2 * i for i in range(40)])

    def statistics(self, r):
        return {
            "entropy": self.entropy(r),
            "mean": r / (r - 1) if r > 1 else inf,
            "variance": r**2 / ((r - 1) ** 2 * (r - 2)) if r > 2 else inf,
            "mode": mpf(1),
            "skewness": (r + 1) ** 2 * sqrt(r - 2) / ((r - 3) * r) if r > 3 else inf if r > 2 else mpf("nan"),
            "kurtosis": r + 3 + (11 * r**3 - 49 * r - 22) / ((r - 4) * (r - 3) * r) if r > 4 else inf if r > 2 else mpf("nan"),
        }

    def edges(self):
        yield (1,), "survival", 1, 0.5
        yield (2,), "logProb", 0, "-inf"
        yield (2,), "logProb", 1.5, "-inf"
        yield (1,), "mean", None, "inf"
        yield (2,), "variance", None, "inf"
        yield (1,), "median", None, 1
