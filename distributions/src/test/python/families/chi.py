from incomplete import gamma_lower, gamma_upper, log_gamma_tail
from mpmath import inf, log, loggamma, mp, mpf, psi, sqrt
from moments import standardised
from reference_grids import Family


class Chi(Family):
    parameters = ("df",)
    points = [(1,), (2,), (0.5,), (3.5,), (7,), (30,), (1000,)]
    full = [(4.6743455,), (123.456,), (0.7312,)]
    beyond = [(0.01,), (1e5,)]
    beyond_tolerance = 2e-14

    def support(self, df):
        return (0, inf)

    def log_prob(self, x, df):
        a = df / 2
        return (1 - a) * log(mpf(2)) + (df - 1) * log(x) - x**2 / 2 - loggamma(a)

    def cdf(self, x, df):
        return gamma_lower(df / 2, x**2 / 2)

    def survival(self, x, df):
        return gamma_upper(df / 2, x**2 / 2)

    def log_cdf(self, x, df):
        return log_gamma_tail(df / 2, x**2 / 2, False)

    def log_survival(self, x, df):
        return log_gamma_tail(df / 2, x**2 / 2, True)

    def statistics(self, df):
        a = df / 2
        with mp.workdps(2 * mp.dps):
            mean = sqrt(mpf(2)) * mp.exp(loggamma(a + mpf(1) / 2) - loggamma(a))
            variance = df - mean**2
        return {
            "entropy": a + loggamma(a) - (a - mpf(1) / 2) * psi(0, a) - log(mpf(2)) / 2,
            "mean": mean,
            "variance": variance,
            "mode": sqrt(max(df - 1, mpf(0))),
            **self.higher(a),
        }

    def higher(self, a):
        """Those of the root of a gamma variable of shape a."""
        moments = standardised(lambda k: mp.exp(loggamma(a + mpf(k) / 2) - loggamma(a)))
        return {name: moments[name] for name in ("skewness", "kurtosis")}

    def edges(self):
        yield (0.5,), "logProb", 0, "inf"
        yield (4,), "logProb", 0, "-inf"
        yield (4,), "logProb", -1, "-inf"
        yield (4,), "cdf", 0, 0
