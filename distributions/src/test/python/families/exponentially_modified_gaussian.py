from families.inverse_gaussian import normal_cdf
from mpmath import exp, log, mp, mpf
from reference_grids import Family


class ExponentiallyModifiedGaussian(Family):
    parameters = ("mean", "scale", "rate")
    points = [(0, 1, 1), (1, 0.1, 5), (-3, 2.5, 0.1), (0, 7, 1), (5, 1, 100), (0, 0.5, 0.25)]
    beyond = [(0, 1, 1e-6), (0, 1, 1e5)]
    beyond_tolerance = 1e-11

    def mixed(self, z, k):
        """exp(k^2/2 - kz) Phi(z - k)."""
        return mpf(0) if abs(z) > 1e5 and z < 0 else mp.exp(k * k / 2 - k * z) * normal_cdf(z - k) if z < 1e13 else mpf(0)

    def log_prob(self, x, mean, scale, rate):
        z, k = (x - mean) / scale, scale * rate
        return log(rate) + k * k / 2 - k * z + log(normal_cdf(z - k))

    def cdf(self, x, mean, scale, rate):
        z, k = (x - mean) / scale, scale * rate
        with mp.workdps(mp.dps + 20):
            return normal_cdf(z) - self.mixed(z, k)

    def survival(self, x, mean, scale, rate):
        z, k = (x - mean) / scale, scale * rate
        return normal_cdf(-z) + self.mixed(z, k)

    def log_cdf(self, x, mean, scale, rate):
        z = (x - mean) / scale
        return -z * z / 2 if z < -1e4 else super().log_cdf(x, mean, scale, rate)

    def log_survival(self, x, mean, scale, rate):
        z, k = (x - mean) / scale, scale * rate
        return -min(z * z / 2, k * z - k * k / 2) if z > 1e4 else super().log_survival(x, mean, scale, rate)

    def statistics(self, mean, scale, rate):
        spread = 1 + (scale * rate) ** 2
        return {
            "mean": mean + 1 / rate,
            "variance": scale**2 + rate**-2,
            "skewness": 2 / spread ** mpf(1.5),
            "kurtosis": 6 / spread**2,
        }
