from families.generalized_extreme_value import moments
from mpmath import euler, exp, expm1, gamma, inf, log
from reference_grids import Family


class Frechet(Family):
    parameters = ("concentration", "scale")
    points = [(2.5, 1), (0.5, 3), (4.5, 0.1), (100, 1000), (1.5, 0.75), (1000, 2), (3.5, 1)]
    full = [(7.312, 0.3471), (0.613, 12.34)]
    beyond = [(0.01, 1), (1e5, 2)]
    beyond_tolerance = 1e-15

    def support(self, a, scale):
        return (0, inf)

    def log_prob(self, x, a, scale):
        z = x / scale
        return log(a / scale) - (a + 1) * log(z) - z**-a

    def log_cdf(self, x, a, scale):
        return -((x / scale) ** -a)

    def cdf(self, x, *parameters):
        return exp(self.log_cdf(x, *parameters))

    def survival(self, x, *parameters):
        return -expm1(self.log_cdf(x, *parameters))

    def statistics(self, a, scale):
        variance, skewness, kurtosis = moments(1 / a)
        return {
            "entropy": 1 + euler / a + euler + log(scale / a),
            "mean": scale * gamma(1 - 1 / a) if a > 1 else inf,
            "variance": scale**2 * variance / a**2,
            "mode": scale * (a / (a + 1)) ** (1 / a),
            "skewness": skewness,
            "kurtosis": kurtosis,
        }

    def edges(self):
        yield (1, 1), "logProb", 0, "-inf"
        yield (1, 1), "logProb", -1, "-inf"
        yield (1, 1), "cdf", 0, 0
        yield (3, 1000), "logProb", 5e-324, "-inf"
