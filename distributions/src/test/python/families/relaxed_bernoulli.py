from mpmath import exp, log, log1p, mp, mpf, tanh
from reference_grids import Family
from sigmoid_moments import sigmoid_moments


def logistic(z):
    return exp(-abs(z)) / (1 + exp(-abs(z))) ** 2


class RelaxedBernoulli(Family):
    parameters = ("temperature", "probability")
    points = [(1, 0.5), (0.5, 0.25), (2.0 / 3, 0.9), (0.1, 0.4), (3, 0.01), (50, 0.7), (1000, 0.5)]
    full = [(1000, 2.36115574451057e-05), (0.7312, 0.3471), (12.34, 0.871)]
    beyond = [(0.01, 0.5), (1e5, 0.3)]
    beyond_tolerance = 2e-13

    def support(self, t, p):
        return (0, 1)

    def z(self, x, t, p):
        return t * (log(x) - log1p(-x)) - (log(p) - log1p(-p))

    def log_prob(self, x, t, p):
        z = self.z(x, t, p)
        return log(t) - log(x) - log1p(-x) - abs(z) - 2 * log1p(exp(-abs(z)))

    def cdf(self, x, t, p):
        return 1 / (1 + exp(-self.z(x, t, p)))

    def survival(self, x, t, p):
        return 1 / (1 + exp(self.z(x, t, p)))

    def log_cdf(self, x, t, p):
        z = self.z(x, t, p)
        return -log1p(exp(-z)) if z > 0 else z - log1p(exp(z))

    def log_survival(self, x, t, p):
        z = self.z(x, t, p)
        return -log1p(exp(z)) if z < 0 else -z - log1p(exp(-z))

    def median(self, t, p):
        return 1 / (1 + exp(-(log(p) - log1p(-p)) / t))

    def statistics(self, t, p):
        found = dict(sigmoid_moments(logistic, 90, (log(p) - log1p(-p)) / t, 1 / t))
        found["entropy"] = found.pop("log_slope") + 2 - log(t)
        found["mode"] = self.mode(t, p)
        return found

    def mode(self, t, p):
        """By bisection of t tanh(z/2) = tanh((l + z)/2t), z = ty - l, where it is inside."""
        # The steps by which sensitivities are found do not count.
        if t < 1 + mpf(10) ** -15:
            return mpf(1) if t > 1 - mpf(10) ** -15 and p > 0.5 + mpf(10) ** -15 else mpf(0)
        logit = log(p) - log1p(-p)
        l = abs(logit)
        low, high = mpf(0), log((t + 1) / (t - 1))
        for _ in range(int(4 * mp.dps)):
            z = (low + high) / 2
            low, high = (z, high) if t * tanh(z / 2) < tanh((l + z) / t / 2) else (low, z)
        y = (l + low) / t if l else mpf(0)
        return 1 / (1 + exp(-y)) if logit > 0 else 1 / (1 + exp(y))

    def edges(self):
        yield (0.5, 0.25), "logProb", 0, "inf"
        yield (0.5, 0.25), "logProb", 1, "inf"
        yield (2, 0.25), "logProb", 0, "-inf"
        yield (2, 0.25), "logProb", 1, "-inf"
        yield (1, 0.5), "logProb", 0, 0
        yield (1, 0.5), "logProb", 1, 0
        yield (1, 0.5), "logProb", 0.25, 0
        yield (1, 0.5), "cdf", 0.25, 0.25
        yield (2, 0.25), "cdf", 0, 0
        yield (2, 0.25), "cdf", 1, 1
