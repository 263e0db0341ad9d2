from incomplete import beta_lower
from mpmath import inf, log, log1p, loggamma, mpf, nan, pi, psi
from reference_grids import Family


class StudentT(Family):
    parameters = ("df", "location", "scale")
    points = [(1, 0, 1), (0.5, 1, 0.1), (2.5, -3, 2.5), (3.5, 0.3, 10), (7, 250, 7), (30, -0.01, 0.75), (1000, 0, 1000)]
    full = [(7.312, 0.3471, 1.73), (123.4, -12.34, 0.0871), (0.613, 1.1, 2.2)]
    beyond = [(0.01, 0, 1), (1e5, 1, 2), (1e10, 0, 1)]
    beyond_tolerance = 3e-15

    def log_prob(self, x, df, location, scale):
        z = (x - location) / scale
        return (
            loggamma((df + 1) / 2) - loggamma(df / 2) - log(df * pi) / 2 - log(scale) - (df + 1) / 2 * log1p(z**2 / df)
        )

    def cdf(self, x, df, location, scale):
        z = (x - location) / scale
        if z > 0:
            return 1 - self.cdf(2 * location - x, df, location, scale)
        return beta_lower(df / 2, mpf(1) / 2, df / (df + z**2), z**2 / (df + z**2)) / 2

    def survival(self, x, df, location, scale):
        return self.cdf(2 * location - x, df, location, scale)

    def median(self, df, location, scale):
        return location

    def statistics(self, df, location, scale):
        entropy = (df + 1) / 2 * (psi(0, (df + 1) / 2) - psi(0, df / 2)) + log(df) / 2 + log(scale)
        return {
            "entropy": entropy + loggamma(df / 2) + loggamma(mpf(1) / 2) - loggamma((df + 1) / 2),
            "mean": location if df > 1 else nan,
            "variance": df / (df - 2) * scale**2 if df > 2 else inf if df > 1 else nan,
            "mode": location,
            "skewness": mpf(0) if df > 3 else nan,
            "kurtosis": 6 / (df - 4) if df > 4 else inf if df > 2 else nan,
        }

    def edges(self):
        yield (1, 0, 1), "cdf", 0, "0.5"
        yield (3, 0, 1), "quantile", 0.5, 0
