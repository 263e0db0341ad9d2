from mpmath import atan2, cos, log, mp, mpf, pi, polylog, sin
from reference_grids import Family


class WrappedCauchy(Family):
    parameters = ("location", "concentration")
    points = [(0, 0.5), (0, 0.1), (-3, 0.99), (1, 0.75), (0, 0.999), (0.25, 0.25)]
    full = [(0.3471, 0.613), (-1.234, 0.0871)]
    beyond = [(0, 0), (0, 1e-10), (0, 0.999999)]
    beyond_tolerance = 1e-14

    def support(self, location, r):
        return (location - pi, location + pi)

    def log_prob(self, x, location, r):
        return log((1 - r * r) / (2 * pi)) - log(1 + r * r - 2 * r * cos(x - location))

    def cdf(self, x, location, r):
        z = (x - location) / 2
        return atan2((1 - r) * cos(z), -(1 + r) * sin(z)) / pi

    def survival(self, x, location, r):
        return self.cdf(-x, -location, r)

    def median(self, location, r):
        return location

    def statistics(self, location, r):
        with mp.workdps(mp.dps + 20):
            square = pi**2 / 3 + 4 * polylog(2, -r).real
            fourth = pi**4 / 5 + 8 * pi**2 * polylog(2, -r).real - 48 * polylog(4, -r).real
        return {
            "entropy": log(2 * pi * (1 - r * r)),
            "mode": location,
            "mean": location,
            "variance": square,
            "skewness": mpf(0),
            "kurtosis": fourth / square**2 - 3,
        }

    def edges(self):
        yield (0, 0.5), "logProb", 3.5, "-inf"
        yield (0, 0.5), "cdf", 0, "0.5"
        yield (0, 0.5), "cdf", -4, 0
        yield (0, 0.5), "cdf", 4, 1
