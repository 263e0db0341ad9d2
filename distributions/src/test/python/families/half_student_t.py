from families.student_t import StudentT
from incomplete import beta_lower
from moments import standardised
from mpmath import beta, gamma, inf, log, mpf, pi, sqrt
from reference_grids import Family


class HalfStudentT(Family):
    parameters = ("df", "scale")
    points = [(1, 1), (0.5, 0.1), (2.5, 2.5), (3.5, 10), (7, 0.75), (1000, 3)]
    full = [(12.34, 0.3471), (0.7312, 1.73), (871.3, 2.2)]
    beyond = [(1e5, 2)]
    beyond_tolerance = 2e-14

    def support(self, df, scale):
        return (0, inf)

    def log_prob(self, x, df, scale):
        return StudentT().log_prob(x, df, mpf(0), scale) + log(mpf(2))

    def cdf(self, x, df, scale):
        z = x / scale
        return beta_lower(mpf(1) / 2, df / 2, z**2 / (df + z**2), df / (df + z**2))

    def survival(self, x, df, scale):
        return 2 * StudentT().survival(x, df, mpf(0), scale)

    def statistics(self, df, scale):
        of_both_signs = StudentT().statistics(df, mpf(0), scale)
        mean = 2 * scale * sqrt(df) / ((df - 1) * beta(df / 2, mpf(1) / 2)) if df > 1 else inf
        return {
            "entropy": of_both_signs["entropy"] - log(mpf(2)),
            "mean": mean,
            "variance": df / (df - 2) * scale**2 - mean**2 if df > 2 else inf,
            "mode": mpf(0),
            "skewness": self.higher(df, 3),
            "kurtosis": self.higher(df, 4),
        }

    def higher(self, df, order):
        if df <= order:
            return inf if df > 2 else mpf("nan")
        moment = lambda k: df ** (mpf(k) / 2) * gamma(mpf(k + 1) / 2) * gamma((df - k) / 2) / sqrt(pi) / gamma(df / 2)
        return standardised(moment, order)["skewness" if order == 3 else "kurtosis"]

    def edges(self):
        yield (1, 1), "logProb", -1, "-inf"
        yield (1, 1), "cdf", 0, 0
        yield (1, 1), "cdf", 1, "0.5"
