from mpmath import e, erfc, log, mpf, pi, sqrt
from reference_grids import Family


class Normal(Family):
    parameters = ("mean", "scale")
    points = [(0, 1), (1, 0.1), (-3, 2.5), (0.3, 1000), (250, 7), (-0.01, 0.75)]
    full = [(0.3471, 1.73), (-12.34, 0.0871)]
    beyond = [(0, 1e-100), (1e5, 1e-3), (1, 1e100)]
    beyond_tolerance = 1e-15

    def log_prob(self, x, mean, scale):
        return -(((x - mean) / scale) ** 2) / 2 - log(scale) - log(2 * pi) / 2

    def cdf(self, x, mean, scale):
        return erfc((mean - x) / scale / sqrt(mpf(2))) / 2

    def survival(self, x, mean, scale):
        return erfc((x - mean) / scale / sqrt(mpf(2))) / 2

    def median(self, mean, scale):
        return mean

    def statistics(self, mean, scale):
        return {
            "entropy": log(2 * pi * e) / 2 + log(scale),
            "mean": mean,
            "variance": scale**2,
            "mode": mean,
            "skewness": mpf(0),
            "kurtosis": mpf(0),
        }

    def edges(self):
        for function, argument, value in (
            ("logProb", "-Infinity", "-inf"),
            ("logProb", "Infinity", "-inf"),
            ("cdf", "-Infinity", 0),
            ("cdf", "Infinity", 1),
            ("logCdf", "-Infinity", "-inf"),
            ("logSurvival", "Infinity", "-inf"),
            ("quantile", 0, "-inf"),
            ("quantile", 1, "inf"),
            ("quantile", 2, "nan"),
            ("cdf", 0, "0.5"),
        ):
            yield (0, 1), function, argument, value
