from functools import lru_cache

from mpmath import besseli, inf, log, mp, mpf, pi, quad, sqrt
from outer_tails import outer_tail
from reference_grids import Family


def log_density(a):
    return lambda z: log(z) - (z * z + a * a) / 2 + log(besseli(0, a * z))


@lru_cache(maxsize=None)
def moments(a):
    """Entropy and the first four moments around the mean, of the standard variable."""
    y = a**2 / 2
    with mp.workdps(mp.dps + 30):
        scaled = lambda order: besseli(order, y / 2) * mp.exp(-y / 2)
        mean = sqrt(pi / 2) * ((1 + y) * scaled(0) + y * scaled(1))
        raw = [1, mean, 2 + 2 * y, None, 8 + 16 * y + 4 * y**2]
        # E[Z^3] = 3 sqrt(pi/2) L_{3/2}(-y), with L_{3/2} of L_{1/2} and L_{-1/2} by the recurrence of Laguerre functions.
        half, below = mean / sqrt(pi / 2), scaled(0)
        raw[3] = 3 * sqrt(pi / 2) * ((2 + y) * half - below / 2) / mpf(1.5)
        central = [raw[2] - mean**2, raw[3] - 3 * mean * raw[2] + 2 * mean**3]
        central.append(raw[4] - 4 * mean * raw[3] + 6 * mean**2 * raw[2] - 3 * mean**4)
    with mp.workdps(32):
        density = log_density(a)
        low, high = max(mpf(0), a - 12), a + 12
        ends = [low, low + 1, low + 3] + [low + (high - low) * i / mpf(8) for i in range(2, 9)]
        entropy = quad(lambda z: -density(z) * mp.exp(density(z)) if z > 0 else mpf(0), sorted(ends))
    return entropy, mean, central


@lru_cache(maxsize=None)
def mode(a):
    ratio = lambda x: besseli(1, x) / besseli(0, x)
    return mp.findroot(lambda z: z - 1 / z - a * ratio(a * z), (mpf(0.9), a + 1.1), solver="anderson", tol=mpf(10) ** -100)


class Rice(Family):
    parameters = ("noncentrality", "scale")
    points = [(0, 1), (0.5, 0.25), (3, 2.5), (20, 1), (0.1, 1000), (1000, 1), (30, 1)]
    full = [(0.3471, 1.73), (12.34, 2.1)]
    beyond = [(1, 1e5)]
    beyond_tolerance = 1e-13

    def support(self, noncentrality, scale):
        return (0, inf)

    def log_prob(self, x, noncentrality, scale):
        return log_density(noncentrality / scale)(x / scale) - log(scale)

    def tails(self, x, noncentrality, scale):
        z, a = x / scale, noncentrality / scale
        if float(z) < max(1, float(a)):
            lower = outer_tail(log_density(a), z, -1, mpf(0))
            return lower, 1 - lower
        upper = outer_tail(log_density(a), z, 1)
        return 1 - upper, upper

    def cdf(self, *x):
        return self.tails(*x)[0]

    def survival(self, *x):
        return self.tails(*x)[1]

    def log_cdf(self, *x):
        lower, upper = self.tails(*x)
        return log(lower) if lower < 0.5 else mp.log1p(-upper)

    def log_survival(self, *x):
        lower, upper = self.tails(*x)
        return log(upper) if upper < 0.5 else mp.log1p(-lower)

    def rough_quantile(self, log_p, from_above, noncentrality, scale):
        a = float(noncentrality / scale)
        low, high = log(mpf(1e-160)), log(mpf(a + 45))
        if a > 45:
            low = log(mpf(a - 45))
        function = self.log_survival if from_above else self.log_cdf
        with mp.workdps(15):
            for _ in range(50):
                middle = (low + high) / 2
                if (function(scale * mp.exp(middle), noncentrality, scale) < log_p) == from_above:
                    high = middle
                else:
                    low = middle
        return float(scale * mp.exp(low))

    def statistics(self, noncentrality, scale):
        a = noncentrality / scale
        entropy, mean, (second, third, fourth) = moments(a)
        return {
            "entropy": entropy + log(scale),
            "mean": scale * mean,
            "variance": scale**2 * second,
            "mode": scale * mode(a),
            "skewness": third / second ** mpf(1.5),
            "kurtosis": fourth / second**2 - 3,
        }

    def edges(self):
        yield (1, 1), "logProb", 0, "-inf"
        yield (1, 1), "logProb", -1, "-inf"
        yield (1, 1), "cdf", 0, 0
