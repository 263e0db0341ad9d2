from incomplete import gamma_lower, gamma_upper, log_gamma_tail
from mpmath import inf, log, loggamma, mpf, psi, sqrt
from reference_grids import Family


class Gamma(Family):
    parameters = ("concentration", "rate")
    points = [(1, 1), (0.1, 2), (0.5, 0.1), (2.5, 3), (9.5, 1), (30, 1000), (1000, 0.75)]
    full = [(123.456, 0.3471), (0.7312, 41.3), (7.89, 1.1)]
    beyond = [(1e-3, 1), (1e5, 2)]
    beyond_tolerance = 1e-14

    def support(self, a, rate):
        return (0, inf)

    def log_prob(self, x, a, rate):
        return a * log(rate) + (a - 1) * log(x) - rate * x - loggamma(a)

    def cdf(self, x, a, rate):
        return gamma_lower(a, rate * x)

    def survival(self, x, a, rate):
        return gamma_upper(a, rate * x)

    def log_cdf(self, x, a, rate):
        return log_gamma_tail(a, rate * x, False)

    def log_survival(self, x, a, rate):
        return log_gamma_tail(a, rate * x, True)

    def statistics(self, a, rate):
        return {
            "entropy": a - log(rate) + loggamma(a) + (1 - a) * psi(0, a),
            "mean": a / rate,
            "variance": a / rate**2,
            "mode": (a - 1) / rate if a > 1 else mpf(0),
            "skewness": 2 / sqrt(a),
            "kurtosis": 6 / a,
        }

    def edges(self):
        yield (0.5, 1), "logProb", 0, "inf"
        yield (1, 1), "logProb", 0, 0
        yield (2, 1), "logProb", 0, "-inf"
        yield (2, 1), "cdf", 0, 0
