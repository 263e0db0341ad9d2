from functools import lru_cache

from families.inverse_gaussian import normal_cdf
from mpmath import exp, log, mp, mpf, quad
from reference_grids import Family


class ExponentiallyModifiedGaussian(Family):
    parameters = ("mean", "scale", "rate")
    points = [(0, 1, 1), (1, 0.1, 5), (-3, 2.5, 0.1), (0, 7, 1), (5, 1, 100), (0, 0.5, 0.25)]
    full = [(-32.593674714283026, 0.02774298556225136, 0.0022362246201967314), (0.1, 2.849, 78.42), (1.3, 0.71, 0.9)]
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
            "entropy": self.entropy(scale * rate) + log(scale),
            "mode": mean + scale * self.mode(scale * rate),
            "mean": mean + 1 / rate,
            "variance": scale**2 + rate**-2,
            "skewness": 2 / spread ** mpf(1.5),
            "kurtosis": 6 / spread**2,
        }

    @lru_cache(maxsize=None)
    def entropy(self, k):
        with mp.workdps(36):
            log_density = lambda z: self.log_prob(z, mpf(0), mpf(1), k)
            end = 80 / k + k + 14
            points = [mpf(-14), mpf(-7), mpf(-3), mpf(0), mpf(3), mpf(7), mpf(14)]
            points += [14 + (end - 14) * i / mpf(8) for i in range(1, 9)]
            return quad(lambda z: -log_density(z) * mp.exp(log_density(z)), points)

    @lru_cache(maxsize=None)
    def mode(self, k):
        slope = lambda u: mp.exp(-u * u / 2) / mp.sqrt(2 * mp.pi) / normal_cdf(u) - k
        low, high = -k - 1, mpf(40)
        for _ in range(80):
            middle = (low + high) / 2
            low, high = (middle, high) if slope(middle) > 0 else (low, middle)
        with mp.workdps(mp.dps + 30):
            return k + mp.findroot(slope, (low, high), solver="secant", tol=mpf(10) ** -100)
