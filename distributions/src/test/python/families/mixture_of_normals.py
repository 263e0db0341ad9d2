from mpmath import erfc, exp, inf, log, log1p, mpf, pi, sqrt
from reference_grids import Family


class MixtureOfNormals(Family):
    """No family of the catalogue: what mixtures are tested on."""

    parameters = ("weights", "means", "scales")
    points = [
        ((0.5, 0.5), (-1, 1), (1, 0.5)),
        ((0.25, 0.75), (0.125, 3), (0.25, 2)),
        ((0.125, 0.375, 0.5), (-20, 0.5, 30), (1, 0.5, 7)),
        ((0.9375, 0.0625), (0.25, 0.25), (1, 100)),
        ((0.0009765625, 0.9990234375), (5, 4), (3, 0.125)),
    ]
    full = [((0.3, 0.7), (-1.23, 0.47), (0.37, 1.1))]

    def sum(self, function, x, weights, means, scales):
        return sum(w * function((x - m) / s) for w, m, s in zip(weights, means, scales))

    def log_prob(self, x, weights, means, scales):
        return log(
            sum(w * exp(-(((x - m) / s) ** 2) / 2) / (s * sqrt(2 * pi)) for w, m, s in zip(weights, means, scales))
        )

    def cdf(self, x, weights, means, scales):
        return self.sum(lambda z: erfc(-z / sqrt(mpf(2))) / 2, x, weights, means, scales)

    def survival(self, x, weights, means, scales):
        return self.sum(lambda z: erfc(z / sqrt(mpf(2))) / 2, x, weights, means, scales)

    def log_cdf(self, x, *p):
        small = self.cdf(x, *p)
        return log(small) if small < 0.5 else log1p(-self.survival(x, *p))

    def log_survival(self, x, *p):
        small = self.survival(x, *p)
        return log(small) if small < 0.5 else log1p(-self.cdf(x, *p))

    def statistics(self, weights, means, scales):
        mean = sum(w * m for w, m in zip(weights, means))

        def central(k):
            terms = {
                2: lambda d, s: s**2 + d**2,
                3: lambda d, s: 3 * d * s**2 + d**3,
                4: lambda d, s: 3 * s**4 + 6 * d**2 * s**2 + d**4,
            }
            return sum(w * terms[k](m - mean, s) for w, m, s in zip(weights, means, scales))

        variance = central(2)
        return {
            "mean": mean,
            "variance": variance,
            "skewness": central(3) / variance ** mpf("1.5"),
            "kurtosis": central(4) / variance**2 - 3,
        }

    def inverse(self, start, lower, of_log):
        """By Newton's method inside a bracket: between the components it may go astray."""

        def quantile(p, *parameters):
            log_p = p if of_log else log(p)
            small = log_p < -log(mpf(2))
            target = log_p if small else log1p(-exp(log_p))
            from_below = lower if small else not lower
            sign = 1 if from_below else -1
            function = self.log_cdf if from_below else self.log_survival
            excess = lambda x: sign * (function(x, *parameters) - target)
            low, high = mpf(start) - 1, mpf(start) + 1
            while excess(low) > 0:
                low -= high - low
            while excess(high) < 0:
                high += high - low
            x = mpf(start)
            for _ in range(400):
                value = excess(x)
                low, high = (x, high) if value < 0 else (low, x)
                slope = exp(self.log_prob(x, *parameters) - function(x, *parameters))
                step = value / slope if slope > 0 else inf
                if abs(step) <= mpf(10) ** -45 * abs(x):
                    return x - step
                x = x - step if low < x - step < high else (low + high) / 2
            raise ArithmeticError(f"{self.name}{parameters}: no quantile of {p}")

        return quantile
