from incomplete import gamma_lower, gamma_upper
from mpmath import ceil, exp, fsum, log, loggamma, sqrt
from reference_grids import Discrete


class Poisson(Discrete):
    parameters = ("rate",)
    points = [(r,) for r in (0.1, 0.9, 3.5, 20, 250.5, 1000)]
    full = [(95.22817581695533,), (3.609357403656812,), (0.3471,), (871.3,)]
    beyond = [(1e-6,), (1e5,)]
    beyond_tolerance = 1e-14

    def log_prob(self, x, rate):
        return x * log(rate) - rate - loggamma(x + 1)

    def cdf(self, x, rate):
        return gamma_upper(x + 1, rate)

    def survival(self, x, rate):
        return gamma_lower(x + 1, rate)

    def statistics(self, rate):
        reach = 60 + 20 * sqrt(rate)
        terms = []
        for k in range(max(0, int(rate - reach)), int(rate + reach)):
            log_p = self.log_prob(k, rate)
            terms.append(-exp(log_p) * log_p)
        return {
            "entropy": fsum(terms),
            "mean": rate,
            "variance": rate,
            "mode": ceil(rate) - 1,
            "skewness": 1 / sqrt(rate),
            "kurtosis": 1 / rate,
        }

    def edges(self):
        yield (1.5,), "logProb", 0, "-1.5"
        yield (1.5,), "logProb", 0.5, "-inf"
        yield (1.5,), "cdf", -1, 0
        yield (3,), "mode", None, 2
