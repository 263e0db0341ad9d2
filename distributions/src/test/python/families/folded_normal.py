from functools import lru_cache

from moments import standardised
from mpmath import erf, erfc, exp, inf, log, log1p, mp, mpf, pi, quad, sqrt
from reference_grids import Family


@lru_cache(maxsize=None)
def standard(a):
    """Entropy, skewness and kurtosis of |N + a|."""
    with mp.workdps(36):
        log_density = lambda z: -log(2 * pi) / 2 - (z - a) ** 2 / 2 + log1p(exp(-2 * a * z))
        low, high = max(mpf(0), a - 12), a + 12
        points = [low + (high - low) * i / mpf(6) for i in range(7)]
        entropy = quad(lambda z: -log_density(z) * exp(log_density(z)), points)
    with mp.workdps(3 * mp.dps):
        first = sqrt(2 / pi) * exp(-a * a / 2) + a * erf(a / sqrt(mpf(2)))
        third = (a * a + 2) * sqrt(2 / pi) * exp(-a * a / 2) + a * (a * a + 3) * erf(a / sqrt(mpf(2)))
        raw = [1, first, a * a + 1, third, a**4 + 6 * a * a + 3]
        moments = standardised(lambda k: raw[k])
    return entropy, moments["skewness"], moments["kurtosis"]


@lru_cache(maxsize=None)
def mode(a):
    if a <= 1:
        return mpf(0)
    return mp.findroot(lambda z: z - a * mp.tanh(a * z), a, solver="secant", tol=mpf(10) ** -100)


class FoldedNormal(Family):
    parameters = ("mean", "scale")
    points = [(0, 1), (0.5, 0.25), (-3, 2.5), (0.5, 1000), (7, 2), (-75, 0.75)]
    full = [(0.3471, 1.73), (-12.34, 5.671)]
    beyond = [(1e5, 1)]
    beyond_tolerance = 1e-14

    def support(self, mean, scale):
        return (0, inf)

    def log_prob(self, x, mean, scale):
        a, z = abs(mean / scale), x / scale
        return -log(scale) - log(2 * pi) / 2 - (z - a) ** 2 / 2 + log1p(exp(-2 * a * z))

    def cdf(self, x, mean, scale):
        a, z = abs(mean / scale), x / scale
        with mp.workdps(mp.dps + 320 if z < 1 else mp.dps):
            if z < a:
                return (erfc((a - z) / sqrt(mpf(2))) - erfc((a + z) / sqrt(mpf(2)))) / 2
            return (erf((z - a) / sqrt(mpf(2))) + erf((z + a) / sqrt(mpf(2)))) / 2

    def survival(self, x, mean, scale):
        a, z = abs(mean / scale), x / scale
        return (erfc((z - a) / sqrt(mpf(2))) + erfc((z + a) / sqrt(mpf(2)))) / 2

    def statistics(self, mean, scale):
        a = mean / scale
        first = scale * (sqrt(2 / pi) * exp(-a * a / 2) + a * erf(a / sqrt(mpf(2))))
        entropy, skewness, kurtosis = standard(abs(a))
        return {
            "entropy": entropy + log(scale),
            "mean": first,
            "variance": mean**2 + scale**2 - first**2,
            "mode": scale * mode(abs(a)),
            "skewness": skewness,
            "kurtosis": kurtosis,
        }

    def edges(self):
        yield (1, 1), "logProb", -1, "-inf"
        yield (1, 1), "cdf", 0, 0
        yield (1, 1), "cdf", -1, 0
