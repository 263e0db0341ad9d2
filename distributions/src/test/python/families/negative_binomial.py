from incomplete import beta_lower, log_beta_lower
from mpmath import floor, fsum, log, log1p, loggamma, mp, mpf, sqrt
from reference_grids import Discrete


class NegativeBinomial(Discrete):
    parameters = ("failures", "probability")
    points = [(1, 0.25), (0.1, 0.9), (2.5, 0.5), (10, 0.01), (1000, 0.375), (30, 0.95), (0.5, 1e-6), (700, 0.99)]
    full = [(12.34, 0.3471), (0.7312, 0.871), (871.3, 0.0123)]
    beyond = [(1e-3, 0.5), (1e5, 0.9), (0.01, 1e-12)]
    beyond_tolerance = 2e-13

    def log_prob(self, x, r, p):
        return loggamma(x + r) - loggamma(x + 1) - loggamma(r) + x * log(p) + r * log1p(-p)

    def cdf(self, x, r, p):
        return beta_lower(r, x + 1, 1 - p, p)

    def survival(self, x, r, p):
        return beta_lower(x + 1, r, p, 1 - p)

    def log_cdf(self, x, r, p):
        return log_beta_lower(r, x + 1, 1 - p, p)

    def log_survival(self, x, r, p):
        return log_beta_lower(x + 1, r, p, 1 - p)

    def rough_quantile(self, log_p, from_above, r, p):
        with mp.workdps(15):
            return super().rough_quantile(log_p, from_above, r, p)

    def entropy(self, r, p):
        mean, deviation = r * p / (1 - p), sqrt(r * p) / (1 - p)
        k = max(mpf(0), floor(mean - 25 * deviation - 40))
        top = mean + 25 * deviation + 150 / (1 - p)
        mass = mp.exp(self.log_prob(k, r, p))
        log_mass = log(mass)
        terms = []
        while k < top:
            terms.append(-mass * log_mass)
            ratio = (k + r) / (k + 1) * p
            mass *= ratio
            log_mass += log(ratio)
            k += 1
        return fsum(terms)

    def statistics(self, r, p):
        q = 1 - p
        return {
            "entropy": self.entropy(r, p),
            "mean": r * p / q,
            "variance": r * p / q**2,
            "mode": floor((r - 1) * p / q) if r > 1 else mpf(0),
            "skewness": (1 + p) / sqrt(r * p),
            "kurtosis": 6 / r + q**2 / (r * p),
        }

    def edges(self):
        yield (2.5, 0), "logProb", 0, 0
        yield (2.5, 0), "logProb", 1, "-inf"
        yield (2.5, 0), "cdf", 0, 1
        yield (2.5, 0), "entropy", None, 0
        yield (2.5, 0), "mean", None, 0
        yield (2, 0.5), "logProb", 0.5, "-inf"
        yield (1, 0.5), "survival", 0, 0.5
        yield (1, 0.5), "quantile", 0.5, 0
        yield (1, 0.5), "quantile", 0.51, 1
