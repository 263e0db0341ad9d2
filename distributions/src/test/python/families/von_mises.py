from functools import lru_cache

from mpmath import besseli, log, mp, mpf, pi, quad, sin, sqrt
from reference_grids import Family


class VonMises(Family):
    parameters = ("location", "concentration")
    points = [(0, 1), (0, 0.125), (-3, 20), (1, 4.5), (0, 1000), (0.25, 0.5)]
    full = [(0.3471, 1.73), (-1.234, 41.3)]
    beyond = [(0, 0), (0, 1e-10), (0, 1e6)]
    beyond_tolerance = 3e-14

    def support(self, location, k):
        return (location - pi, location + pi)

    def log_constant(self, k):
        return log(2 * pi * besseli(0, k)) - k

    def log_prob(self, x, location, k):
        return -2 * k * sin((x - location) / 2) ** 2 - self.log_constant(k)

    def cdf(self, x, location, k):
        z = x - location
        if z > 0:
            return 1 - self.cdf(-z, mpf(0), k)
        start = sin(z / 2) ** 2
        end = start + 60 * log(mpf(10)) / (k if k > 0 else 1) if k > 0 else mpf(2)
        end = -2 * mp.asin(sqrt(end)) if end < 1 else -pi
        points = [end + (z - end) * i / mpf(4) for i in range(5)]
        tail = quad(lambda t: mp.exp(-2 * k * (sin(t / 2) ** 2 - start)), points)
        return tail * mp.exp(-2 * k * start - self.log_constant(k))

    def survival(self, x, location, k):
        return self.cdf(-x, -location, k)

    def rough_quantile(self, log_p, from_above, location, k):
        low, high = -pi, pi
        function = self.log_survival if from_above else self.log_cdf
        with mp.workdps(15):
            for _ in range(40):
                middle = (low + high) / 2
                if (function(middle + location, location, k) < log_p) == from_above:
                    high = middle
                else:
                    low = middle
        return float(low + location)

    def median(self, location, k):
        return location

    def statistics(self, location, k):
        ratio = besseli(1, k) / besseli(0, k)
        square, fourth = self.even_moment(2, k), self.even_moment(4, k)
        return {
            "entropy": self.log_constant(k) + k * (1 - ratio),
            "mode": location,
            "mean": location,
            "variance": square,
            "skewness": mpf(0),
            "kurtosis": fourth / square**2 - 3,
        }

    @lru_cache(maxsize=None)
    def even_moment(self, order, k):
        with mp.workdps(36):
            end = min(pi, sqrt(mpf(400) / k)) if k > 0 else pi
            points = [end * i / mpf(8) for i in range(9)]
            weight = lambda t: mp.exp(-2 * k * sin(t / 2) ** 2)
            return quad(lambda t: t**order * weight(t), points) / quad(weight, points)

    def edges(self):
        yield (0, 1), "logProb", 3.5, "-inf"
        yield (0, 1), "cdf", 0, "0.5"
        yield (0, 1), "cdf", -4, 0
        yield (0, 1), "cdf", 4, 1
        yield (0, 0), "cdf", 0, "0.5"
