from mpmath import beta, euler, exp, expm1, log, log1p, mpf, psi
from moments import standardised
from reference_grids import Family


class Kumaraswamy(Family):
    parameters = ("alpha", "beta")
    points = [(2, 3), (0.5, 0.5), (0.1, 7), (10, 0.7), (3, 1000), (1000, 1.5), (1, 2.5), (0.1, 1000), (0.2, 500)]
    full = [(0.7312, 41.3), (12.34, 7.89)]
    beyond = [(0.01, 2), (2, 1e6)]
    beyond_tolerance = 2e-13

    def support(self, a, b):
        return (0, 1)

    def log_rest(self, x, a):
        """log(1 - x^a)."""
        power = a * log(x)
        return log1p(-exp(power)) if power < -1 else log(-expm1(power))

    def log_prob(self, x, a, b):
        return log(a * b) + (a - 1) * log(x) + (b - 1) * self.log_rest(x, a)

    def log_survival(self, x, a, b):
        return b * self.log_rest(x, a)

    def survival(self, x, a, b):
        return exp(self.log_survival(x, a, b))

    def cdf(self, x, a, b):
        return -expm1(self.log_survival(x, a, b))

    def statistics(self, a, b):
        first, second = (b * beta(1 + k / a, b) for k in (1, 2))
        mode = mpf(0) if a < 1 else mpf(1) if b < 1 else ((a - 1) / (a * b - 1)) ** (1 / a)
        moments = standardised(lambda k: b * beta(1 + k / a, b))
        return {
            "entropy": 1 - 1 / b + (1 - 1 / a) * (psi(0, b + 1) + euler) - log(a * b),
            "mean": first,
            "variance": second - first**2,
            "mode": mode,
            "skewness": moments["skewness"],
            "kurtosis": moments["kurtosis"],
        }

    def edges(self):
        yield (1, 1), "logProb", 1, 0
        yield (1, 1), "logProb", 0, 0
        yield (2, 2), "logProb", 1, "-inf"
        yield (0.5, 0.5), "logProb", 1, "inf"
        yield (0.5, 0.5), "logProb", 0, "inf"
        yield (2, 2), "logProb", 1.5, "-inf"
        yield (1, 2), "cdf", 0.5, "0.75"
        yield (2, 1), "cdf", 0.5, "0.25"
