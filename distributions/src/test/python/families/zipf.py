from mpmath import exp, floor, fsum, inf, log, log1p, mp, mpf, zeta
from reference_grids import Discrete


class Zipf(Discrete):
    parameters = ("exponent",)
    points = [(1.1,), (1.5,), (1.001,), (2,), (2.5,), (3.5,), (5.5,), (9,), (20,), (300,), (60,)]
    full = [(1.3471,), (57.26868202688014,), (3.3471,)]
    beyond = [(1.00001,)]
    beyond_tolerance = 1e-14

    def support(self, s):
        return (1, inf)

    def log_prob(self, x, s):
        return -s * log(x) - log(zeta(s))

    def cdf(self, x, s):
        return fsum(mpf(k) ** -s for k in range(1, int(x) + 1)) / zeta(s) if x < 200 else 1 - self.survival(x, s)

    def survival(self, x, s):
        # The Hurwitz zeta function has only as many digits after the point.
        with mp.workdps(mp.dps + int(max(0, s - 1) * mp.log10(x + 1)) + 5):
            return zeta(s, x + 1) / zeta(s)

    def rough_quantile(self, log_p, from_above, s):
        """From the leading term of the tail, which is exact enough for large numbers; small ones are counted."""
        with mp.workdps(15):
            function = self.log_survival if from_above else self.log_cdf
            for k in range(1, 40):
                if (function(mpf(k), s) <= log_p) if from_above else (function(mpf(k), s) >= log_p):
                    return k
            tail = log_p if from_above else log1p(-exp(log_p))
            return floor(exp((tail + log(zeta(s)) + log(s - 1)) / (1 - s)))

    def inside(self, x, parameters):
        # Beyond 2^53 doubles are not all whole numbers, and masses are less than the rounding of the tails.
        return 1 <= x < 2**50

    def moment(self, j, s):
        """E[(X - 1)^j]."""
        return fsum(mp.binomial(j, i) * (-1) ** (j - i) * zeta(s - i) for i in range(j + 1)) / zeta(s)

    def statistics(self, s):
        cache = self.__dict__.setdefault("cache", {})
        if s not in cache:
            # For large exponents the moments are tiny differences.
            with mp.workdps(mp.dps + 40 + int(s)):
                cache[s] = self.moments(s)
        return {"entropy": log(zeta(s)) - s * zeta(s, derivative=1) / zeta(s)} | cache[s]

    def moments(self, s):
        m = [self.moment(j, s) if s > j + 1 else inf for j in range(5)]
        variance = m[2] - m[1] ** 2 if s > 3 else inf
        skewness = kurtosis = inf if s > 3 else mpf("nan")
        if s > 4:
            skewness = (m[3] - 3 * m[1] * m[2] + 2 * m[1] ** 3) / variance ** mpf("1.5")
        if s > 5:
            kurtosis = (m[4] - 4 * m[1] * m[3] + 6 * m[1] ** 2 * m[2] - 3 * m[1] ** 4) / variance**2 - 3
        return {"mean": 1 + m[1], "variance": variance, "mode": mpf(1), "skewness": skewness, "kurtosis": kurtosis}

    def edges(self):
        yield (2,), "logProb", 0, "-inf"
        yield (2,), "logProb", 1.5, "-inf"
        yield (1.5,), "mean", None, "inf"
        yield (2.5,), "variance", None, "inf"
        yield (3.5,), "skewness", None, "inf"
