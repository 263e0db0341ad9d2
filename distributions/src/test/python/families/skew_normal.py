from functools import lru_cache

from mpmath import erf, erfc, inf, log, mp, mpf, pi, quad, sqrt
from outer_tails import outer_tail
from reference_grids import Family


def log_normal_cdf(z):
    return log(erfc(-z / sqrt(mpf(2))) / 2)


def log_density(a):
    return lambda z: log(2 / pi) / 2 - z * z / 2 + log_normal_cdf(a * z)


@lru_cache(maxsize=None)
def beyond(z, a, _):
    """2 phi(t) Phi(-at), integrated over t >= z >= 0, for a >= 0."""
    return outer_tail(log_density(-a), z, 1)


@lru_cache(maxsize=None)
def entropy(a):
    with mp.workdps(32):
        a = abs(a)
        density = log_density(a)
        ends = [-12 / (1 + a), -3 / (1 + a), 0, 2 / (1 + a), 5 / (1 + a), 12 / (1 + a), mpf(12)]
        return quad(lambda z: -density(z) * mp.exp(density(z)), sorted(set(ends)))


@lru_cache(maxsize=None)
def mode(a):
    """w/a, where w = az > 0 is the root of w = a^2 phi(w)/Phi(w)."""
    if a == 0:
        return mpf(0)
    slope = lambda w: a * a * mp.exp(-w * w / 2 - log_normal_cdf(w)) / sqrt(2 * pi) - w
    low, high = mpf(0), mpf(10)
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if slope(middle) > 0 else (low, middle)
    return mp.findroot(slope, (low, high), solver="secant", tol=mpf(10) ** -100) / a


class SkewNormal(Family):
    parameters = ("location", "scale", "skew")
    points = [(0, 1, 0), (1, 0.1, 2.5), (-3, 2.5, -0.5), (0, 7, 30), (0, 0.75, -5), (0.5, 1000, 1000), (0.5, 1000, 100)]
    full = [(-0.4269581119515097, 4.61854102944287, 0.1), (0.3471, 1.73, -7.31)]
    beyond = [(0, 1, 1e-3), (0, 1, -1e6)]
    beyond_tolerance = 3e-13

    def log_prob(self, x, location, scale, a):
        return log_density(a)((x - location) / scale) - log(scale)

    def tails(self, x, location, scale, a):
        z = (x - location) / scale
        if a < 0:
            return self.of_positive(-z, -a)[::-1]
        return self.of_positive(z, a)

    def of_positive(self, z, a):
        root = sqrt(mpf(2))
        tail = beyond(abs(z), a, mp.dps)
        return (tail, 1 - tail) if z < 0 else (erf(z / root) + tail, erfc(z / root) - tail)

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

    def rough_quantile(self, log_p, from_above, location, scale, a):
        low, high = mpf(-45), mpf(45)
        function = self.log_survival if from_above else self.log_cdf
        with mp.workdps(15):
            for _ in range(45):
                middle = (low + high) / 2
                if (function(location + scale * middle, location, scale, a) < log_p) == from_above:
                    high = middle
                else:
                    low = middle
        return float(location + scale * low)

    def statistics(self, location, scale, a):
        shift = sqrt(2 / pi) * a / sqrt(1 + a * a)
        rest = 1 - shift**2
        return {
            "entropy": entropy(a) + log(scale),
            "mean": location + scale * shift,
            "variance": scale**2 * rest,
            "mode": location + scale * mode(a),
            "skewness": (4 - pi) / 2 * shift**3 / rest ** mpf(1.5),
            "kurtosis": 2 * (pi - 3) * shift**4 / rest**2,
        }

    def median(self, location, scale, a):
        return location if a == 0 else super().median(location, scale, a)

    def edges(self):
        yield (0, 1, 0), "cdf", 0, "0.5"
        yield (0, 1, 1), "logProb", 1e200, -inf
