from incomplete import gamma_lower, gamma_upper, log_gamma_tail
from mpmath import inf, log, loggamma, mpf, psi, sqrt
from reference_grids import Family


class ChiSquared(Family):
    parameters = ("df",)
    points = [(1,), (2,), (0.2,), (3.5,), (7,), (30,), (1000,)]
    full = [(4.321,), (123.456,), (0.7312,)]
    beyond = [(0.01,), (1e5,)]
    beyond_tolerance = 2e-14

    def support(self, df):
        return (0, inf)

    def log_prob(self, x, df):
        a = df / 2
        return (a - 1) * log(x) - x / 2 - a * log(mpf(2)) - loggamma(a)

    def cdf(self, x, df):
        return gamma_lower(df / 2, x / 2)

    def survival(self, x, df):
        return gamma_upper(df / 2, x / 2)

    def log_cdf(self, x, df):
        return log_gamma_tail(df / 2, x / 2, False)

    def log_survival(self, x, df):
        return log_gamma_tail(df / 2, x / 2, True)

    def statistics(self, df):
        a = df / 2
        return {
            "entropy": a + log(mpf(2)) + loggamma(a) + (1 - a) * psi(0, a),
            "mean": df,
            "variance": 2 * df,
            "mode": max(df - 2, mpf(0)),
            "skewness": sqrt(8 / df),
            "kurtosis": 12 / df,
        }

    def edges(self):
        yield (1,), "logProb", 0, "inf"
        yield (4,), "logProb", 0, "-inf"
        yield (4,), "logProb", -1, "-inf"
        yield (4,), "cdf", 0, 0
