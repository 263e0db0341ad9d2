from families.discretized_logistic import DiscretizedLogistic
from mpmath import exp, fsum, inf, log, log1p, mpf
from reference_grids import Discrete


class DiscretizedLogisticMixture(Discrete):
    parameters = ("logits", "locations", "scales", "levels")
    points = [
        ((0.5, -1), (40, 200), (5, 12), 256),
        ((0.25, 1, 2), (-5, 100.5, 250), (2.5, 30, 0.7), 256),
        ((1.5, 0.25), (300.25, 700), (0.7, 1.5), 1001),
        ((0.75,), (7.5,), (1,), 16),
        ((-1, 2.5), (100, 420.5), (1.25, 0.5), 512),
        ((0.75, -3, 0.5), (12, 30.5, 31), (0.5, 2, 8), 64),
    ]
    full = [((0.371, -1.2, 0.45), (40.3, 120.7, 200.1), (5.3, 12.7, 3.1), 256)]
    beyond = [((0, 1), (30, 200), (0.01, 1e4), 256)]
    beyond_tolerance = 1e-15
    whole = ("levels",)

    def support(self, logits, m, s, n):
        return (0, n - 1)

    def mixed(self, log_values, logits):
        total = log(fsum(exp(l) for l in logits))
        return log(fsum(exp(l - total + v) for l, v in zip(logits, log_values)))

    def of_components(self, function, x, logits, m, s, n):
        component = DiscretizedLogistic()
        return self.mixed([getattr(component, function)(x, mi, si, n) for mi, si in zip(m, s)], logits)

    def log_prob(self, x, *parameters):
        return self.of_components("log_prob", x, *parameters)

    def log_cdf(self, x, *parameters):
        if x >= parameters[-1] - 1:
            return 0 * parameters[-1]
        p = self.of_components("log_cdf", x, *parameters)
        return p if p < -1 else log1p(-exp(self.of_components("log_survival", x, *parameters)))

    def log_survival(self, x, *parameters):
        if x >= parameters[-1] - 1:
            return -inf
        p = self.of_components("log_survival", x, *parameters)
        return p if p < -1 else log1p(-exp(self.of_components("log_cdf", x, *parameters)))

    def cdf(self, x, *parameters):
        return exp(self.log_cdf(x, *parameters))

    def survival(self, x, *parameters):
        return exp(self.log_survival(x, *parameters))

    def statistics(self, logits, m, s, n):
        log_masses = [self.log_prob(mpf(k), logits, m, s, n) for k in range(int(n))]
        masses = [exp(l) for l in log_masses]
        mean = fsum(k * p for k, p in enumerate(masses))
        central = lambda order: fsum((k - mean) ** order * p for k, p in enumerate(masses))
        return {
            "entropy": -fsum(p * l for p, l in zip(masses, log_masses)),
            "mean": mean,
            "variance": central(2),
            "mode": mpf(masses.index(max(masses))),
            "skewness": central(3) / central(2) ** mpf("1.5"),
            "kurtosis": central(4) / central(2) ** 2 - 3,
        }

    def edges(self):
        point = ((0, 0), (3, 3), (2, 2), 8)
        yield point, "logProb", 8, "-inf"
        yield point, "logProb", 2.5, "-inf"
        yield point, "cdf", 7, 1
        yield point, "cdf", -1, 0
        yield point, "quantile", 1, 7
