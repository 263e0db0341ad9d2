from moments import standardised
from mpmath import exp, expm1, log, log1p, mp, mpf
from reference_grids import Family


class ContinuousBernoulli(Family):
    parameters = ("probability",)
    points = [(p,) for p in (0.01, 0.25, 0.4999, 0.501, 0.75, 0.9, 0.999)]
    full = [(0.3471,), (0.0123,), (0.5003,)]
    beyond = [(1e-30,), (0.5000001,)]
    beyond_tolerance = 3e-14

    def support(self, p):
        return (0, 1)

    def log_prob(self, x, p):
        e = log(p) - log1p(-p)
        return e * x + log(e / expm1(e))

    def cdf(self, x, p):
        e = log(p) - log1p(-p)
        return expm1(e * x) / expm1(e)

    def survival(self, x, p):
        e = log(p) - log1p(-p)
        return expm1(e * (x - 1)) / expm1(-e)

    def statistics(self, p):
        e = log(p) - log1p(-p)
        mean = 1 / -expm1(-e) - 1 / e
        # The integral of x^k exp(ex) by parts, from k = 0.
        with mp.workdps(4 * mp.dps):
            e = log(p) - log1p(-p)
            raw = [mpf(1)]
            for k in range(1, 5):
                raw.append((exp(e) - k * raw[-1] * expm1(e) / e) / expm1(e))
        moments = standardised(lambda k: raw[k])
        return {
            "entropy": -e * mean - log(e / expm1(e)),
            "mean": mean,
            "variance": 1 / e**2 - exp(e) / expm1(e) ** 2,
            "mode": mpf(1) if p > 0.5 else mpf(0),
            "skewness": moments["skewness"],
            "kurtosis": moments["kurtosis"],
        }

    def edges(self):
        yield (0.5,), "logProb", 0, 0
        yield (0.5,), "logProb", 1, 0
        yield (0.5,), "cdf", 0.25, "0.25"
        yield (0.5,), "quantile", 0.25, "0.25"
        yield (0.5,), "mean", None, "0.5"
        yield (0.5,), "variance", None, mpf(1) / 12
        yield (0.5,), "entropy", None, 0
        yield (0.5,), "skewness", None, 0
        yield (0.25,), "logProb", -1, "-inf"
        yield (0.25,), "logProb", 2, "-inf"
