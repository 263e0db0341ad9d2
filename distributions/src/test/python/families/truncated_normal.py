from moments import standardised
from mpmath import erf, erfc, inf, isinf, log, mp, mpf, pi, sqrt
from reference_grids import Family


class TruncatedNormal(Family):
    parameters = ("mean", "scale", "low", "high")
    points = [
        (0, 1, -1, 2.5),
        (0, 1, 3, 5),
        (1, 0.25, -2, 0.5),
        (0, 1, 1000, 1001),
        (0, 100, -1, 1.5),
        (5, 2, 0, 1000),
        (-10, 0.5, 0, 1),
        (1, 0.5, -inf, 2),
        (-2, 1, 0.5, inf),
        (1, 2, -inf, inf),
    ]
    full = [(0.1, 16.29426589936057, -6.256978267894614, inf), (0.3471, 1.73, -1.1, 2.3), (0.1, 1.3, 7.7, 9.1)]
    beyond = [(0, 1, 30000, 30001), (0, 1e5, -1, 2), (1e5, 1, 0, 1)]
    beyond_tolerance = 2e-14

    def support(self, mean, scale, low, high):
        return (low, high)

    def mass(self, u, v):
        """Phi(v) - Phi(u)."""
        if v <= u:
            return mpf(0)
        extra = 30 + max(0, int(-mp.log10(v - u))) if v - u < 1 else 30
        with mp.workdps(mp.dps + extra):
            root = sqrt(mpf(2))
            if u > 0:
                return (erfc(u / root) - erfc(v / root)) / 2
            if v < 0:
                return (erfc(-v / root) - erfc(-u / root)) / 2
            return (erf(v / root) - erf(u / root)) / 2

    def standard(self, x, mean, scale):
        with mp.workdps(mp.dps + 330):
            return (x - mean) / scale

    def log_prob(self, x, mean, scale, low, high):
        z = (x - mean) / scale
        total = self.mass(self.standard(low, mean, scale), self.standard(high, mean, scale))
        return -z * z / 2 - log(2 * pi) / 2 - log(scale * total)

    def part(self, u, v, mean, scale, low, high):
        ends = [self.standard(end, mean, scale) for end in (u, v, low, high)]
        return self.mass(*ends[:2]) / self.mass(*ends[2:])

    def cdf(self, x, mean, scale, low, high):
        return self.part(low, x, mean, scale, low, high)

    def survival(self, x, mean, scale, low, high):
        return self.part(x, high, mean, scale, low, high)

    def log_cdf(self, x, *parameters):
        p = self.cdf(x, *parameters)
        return mp.ninf if p == 0 else log(p) if p < 0.5 else mp.log1p(-self.survival(x, *parameters))

    def log_survival(self, x, *parameters):
        p = self.survival(x, *parameters)
        return mp.ninf if p == 0 else log(p) if p < 0.5 else mp.log1p(-self.cdf(x, *parameters))

    def statistics(self, mean, scale, low, high):
        with mp.workdps(mp.dps + 60):
            a, b = (low - mean) / scale, (high - mean) / scale
            total = self.mass(a, b) * sqrt(2 * pi)
            fa, fb = mp.exp(-a * a / 2) / total, mp.exp(-b * b / 2) / total
            first = fa - fb
            entropy = log(scale * total) + (1 + self.edge(a, fa, 1) - self.edge(b, fb, 1)) / 2
            raw = [mpf(1), first]
            # E[Z^k] = (k - 1)E[Z^(k - 2)] + a^(k - 1)f(a) - b^(k - 1)f(b).
            for k in range(2, 5):
                raw.append((k - 1) * raw[k - 2] + self.edge(a, fa, k - 1) - self.edge(b, fb, k - 1))
            moments = standardised(lambda k: raw[k])
            variance = moments["variance"]
        return {
            "entropy": entropy,
            "mean": mean + scale * first,
            "variance": scale**2 * variance,
            "mode": min(max(mean, low), high),
            "skewness": moments["skewness"],
            "kurtosis": moments["kurtosis"],
        }

    def edge(self, end, density, order):
        return mpf(0) if isinf(end) else end**order * density

    def edges(self):
        yield (0, 1, -1, 1), "logProb", -1.5, "-inf"
        yield (0, 1, -1, 1), "logProb", 1.5, "-inf"
        yield (0, 1, -1, 1), "cdf", -1, 0
        yield (0, 1, -1, 1), "cdf", 1, 1
        yield (0, 1, -1, 1), "cdf", 0, "0.5"
        yield (0, 1, -1, 1), "mean", None, 0
