from mpmath import erf, erfc, exp, inf, log, log1p, mp, mpf, pi, sqrt
from reference_grids import Family


class FoldedNormal(Family):
    parameters = ("mean", "scale")
    points = [(0, 1), (0.5, 0.25), (-3, 2.5), (0.5, 1000), (7, 2), (-75, 0.75)]
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
        return {"mean": first, "variance": mean**2 + scale**2 - first**2}

    def edges(self):
        yield (1, 1), "logProb", -1, "-inf"
        yield (1, 1), "cdf", 0, 0
        yield (1, 1), "cdf", -1, 0
