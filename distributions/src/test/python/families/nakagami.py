from families.chi import Chi
from mpmath import log, sqrt
from reference_grids import Family


class Nakagami(Family):
    parameters = ("concentration", "scale")
    points = [(1, 1), (0.5, 2.5), (0.25, 0.1), (3.5, 1000), (7, 0.75), (1000, 3)]
    full = [(2.337172756441875, 1.0343587148750353), (41.3, 0.3471)]
    beyond = [(1e5, 2)]
    beyond_tolerance = 5e-12

    # As the chi distribution with 2m degrees of freedom, in units of s/sqrt(2m).

    def support(self, m, s):
        return Chi().support(2 * m)

    def unit(self, m, s):
        return s / sqrt(2 * m)

    def log_prob(self, x, m, s):
        return Chi().log_prob(x / self.unit(m, s), 2 * m) - log(self.unit(m, s))

    def cdf(self, x, m, s):
        return Chi().cdf(x / self.unit(m, s), 2 * m)

    def survival(self, x, m, s):
        return Chi().survival(x / self.unit(m, s), 2 * m)

    def log_cdf(self, x, m, s):
        return Chi().log_cdf(x / self.unit(m, s), 2 * m)

    def log_survival(self, x, m, s):
        return Chi().log_survival(x / self.unit(m, s), 2 * m)

    def statistics(self, m, s):
        unit = self.unit(m, s)
        chi = Chi().statistics(2 * m)
        return {
            "entropy": chi["entropy"] + log(unit),
            "mean": chi["mean"] * unit,
            "variance": chi["variance"] * unit**2,
            "mode": chi["mode"] * unit,
            "skewness": chi["skewness"],
            "kurtosis": chi["kurtosis"],
        }

    def edges(self):
        yield (0.25, 1), "logProb", 0, "inf"
        yield (4, 1), "logProb", 0, "-inf"
        yield (4, 1), "logProb", -1, "-inf"
        yield (4, 1), "cdf", 0, 0
