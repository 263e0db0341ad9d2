"""Families that are no others of the catalogue when truncated: what Truncated is tested on."""

from functools import cache

from families.poisson import Poisson
from families.student_t import StudentT
from moments import standardised
from mpmath import exp, fsum, inf, isinf, log, log1p, mp, mpf, quad
from reference_grids import Discrete, Family


class _Truncated(Family):
    """X of the base, given low <= X <= high; the last two parameters are the ends."""

    base = None

    def support(self, *parameters):
        return parameters[-2:]

    def part(self, u, v, *of_base):
        """P(u < X <= v) of the base, by the tails on whose side the interval is."""
        if v <= u:
            return mpf(0)
        with mp.workdps(2 * mp.dps):
            tail = lambda x: mpf(0) if x == inf else self.base.survival(x, *of_base)
            if u >= self.base.support(*of_base)[0] and tail(u) < 0.5:
                return tail(u) - tail(v)
            below = lambda x: mpf(1) if x == inf else self.base.cdf(x, *of_base)
            return below(v) - below(u)

    def total(self, *parameters):
        *of_base, low, high = parameters
        return self.part(self.before(low), high, *of_base)

    def before(self, low):
        return low

    def log_prob(self, x, *parameters):
        return self.base.log_prob(x, *parameters[:-2]) - log(self.total(*parameters))

    def cdf(self, x, *parameters):
        return self.part(self.before(parameters[-2]), x, *parameters[:-2]) / self.total(*parameters)

    def survival(self, x, *parameters):
        return self.part(x, parameters[-1], *parameters[:-2]) / self.total(*parameters)

    def log_cdf(self, x, *parameters):
        p = self.cdf(x, *parameters)
        return mp.ninf if p == 0 else log(p) if p < 0.5 else log1p(-self.survival(x, *parameters))

    def log_survival(self, x, *parameters):
        p = self.survival(x, *parameters)
        return mp.ninf if p == 0 else log(p) if p < 0.5 else log1p(-self.cdf(x, *parameters))

    def expectation(self, of, parameters):
        *of_base, low, high = parameters
        total = self.total(*parameters)
        middle = self.middle(*(float(p) for p in parameters))
        far = middle + (middle - low) * 64 if isinf(high) else high
        ends = [low, low + (middle - low) / 16, middle, middle + (far - middle) / 16, high]
        return quad(lambda x: of(x) * exp(self.base.log_prob(x, *of_base)) / total, ends)

    @cache
    def middle(self, *parameters):
        with mp.workdps(15):
            return mpf(self.rough_quantile(log(mpf("0.5")), False, *(mpf(p) for p in parameters)))

    @cache
    def statistics(self, *parameters):
        with mp.workdps(mp.dps + 15):
            total = log(self.total(*parameters))
            mean = self.expectation(lambda x: x, parameters)
            central = lambda k: 0 if k == 1 else self.expectation(lambda x: (x - mean) ** k, parameters)
            moments = standardised(central, self.orders)
            entropy = self.expectation(lambda x: total - self.base.log_prob(x, *parameters[:-2]), parameters)
        return {"entropy": entropy, "mean": mean, **moments}

    orders = 4


class TruncatedStudentT(_Truncated):
    base = StudentT()
    parameters = ("df", "location", "scale", "low", "high")
    points = [(3, 0, 1, 1e5, 1e6), (1.5, 0, 1, -7, 2), (9, 1, 2, 10, inf), (30, 0.1, 1, -50, -20), (2.5, 0.3, 7, 0.2, 0.4)]


class TruncatedPoisson(_Truncated, Discrete):
    base = Poisson()
    parameters = ("rate", "low", "high")
    points = [(4, 2, 5), (10, 50, 70), (100, 150, inf), (0.5, 0, 3), (1000, 1100, 1300), (1000, 1000, inf)]
    whole = ("low", "high")

    def before(self, low):
        return low - 1

    def part(self, u, v, *of_base):
        if u < 0:
            u = mpf(-1)
        with mp.workdps(2 * mp.dps):
            tail = lambda x: mpf(0) if x == inf else mpf(1) if x < 0 else self.base.survival(x, *of_base)
            if tail(u) < 0.5:
                return tail(u) - tail(v)
            below = lambda x: mpf(1) if x == inf else mpf(0) if x < 0 else self.base.cdf(x, *of_base)
            return below(v) - below(u)

    def expectation(self, of, parameters):
        rate, low, high = parameters
        total = self.total(*parameters)
        last = int(low + 40 * mp.sqrt(rate) + 300) if isinf(high) else int(high)
        return fsum(of(mpf(k)) * exp(self.base.log_prob(mpf(k), rate)) / total for k in range(int(low), last + 1))
