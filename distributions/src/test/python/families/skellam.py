from mpmath import besseli, exp, floor, fsum, inf, log, loggamma, mp, mpf, sqrt
from reference_grids import Discrete


class Skellam(Discrete):
    parameters = ("rate1", "rate2")
    points = [(1, 1), (0.1, 0.3), (5, 2), (20, 30), (1000, 0.1), (1000, 900), (0.125, 300)]
    full = [(192.36812887501404, 0.1), (13.96046538605475, 1000), (0.1833977638646397, 2.415871699028629), (7.3, 12.34)]
    beyond = [(1e-3, 2e-3), (10000, 1e-3)]
    beyond_tolerance = 8e-15

    def support(self, a, b):
        return (-inf, inf)

    def inside(self, x, parameters):
        return True

    def log_prob(self, x, a, b):
        return -(sqrt(a) - sqrt(b)) ** 2 + (log(a) - log(b)) * x / 2 + log(self.scaled(abs(x), 2 * sqrt(a * b)))

    def scaled(self, order, x):
        return besseli(order, x) * exp(-x)

    def masses(self, a, b):
        """Probabilities of all numbers that matter, by Bessel's recurrence downwards from both ends."""
        cache = self.__dict__.setdefault("cache", {})
        key = (a, b, mp.dps)
        if key not in cache:
            with mp.workdps(mp.dps + 15):
                spread = 45 * sqrt(a + b) + 320
                low, high = int(floor(a - b - spread)), int(floor(a - b + spread))
                x = 2 * sqrt(a * b)
                top = max(abs(low), abs(high)) + 2
                # I_{n-1} = I_{n+1} + 2n/x I_n, stable downwards (Miller), from far beyond.
                start = top + 60 + int(3 * sqrt(x * 4))
                above, here = mpf(0), mpf(1)
                values = {}
                for n in range(start, 0, -1):
                    values[n] = here
                    above, here = here, above + 2 * n / x * here
                values[0] = here
                scale = self.scaled(mpf(0), x) / here
                front = -((sqrt(a) - sqrt(b)) ** 2)
                root = (log(a) - log(b)) / 2
                masses = [exp(front + root * k) * values[abs(k)] * scale for k in range(low, high + 1)]
                below, s = [], mpf(0)
                for m in masses:
                    s += m
                    below.append(s)
                over, s = [], mpf(0)
                for m in reversed(masses):
                    over.append(s)
                    s += m
                cache[key] = (low, below, over[::-1])
        return cache[key]

    def cdf(self, x, a, b):
        low, below, _ = self.masses(a, b)
        return below[int(x) - low] if 0 <= int(x) - low < len(below) else mpf(0) if x < low else mpf(1)

    def survival(self, x, a, b):
        low, _, above = self.masses(a, b)
        return above[int(x) - low] if 0 <= int(x) - low < len(above) else mpf(1) if x < low else mpf(0)

    def log_cdf(self, x, a, b):
        return super().log_cdf(x, a, b) if self.cdf(x, a, b) > 0 else -inf

    def log_survival(self, x, a, b):
        return super().log_survival(x, a, b) if self.survival(x, a, b) > 0 else -inf

    def rough_quantile(self, log_p, from_above, a, b):
        low, below, above = self.masses(a, b)
        table = above if from_above else below
        p = exp(log_p)
        left, right = -1, len(table) - 1
        while right - left > 1:
            middle = (left + right) // 2
            if (table[middle] <= p) if from_above else (table[middle] >= p):
                right = middle
            else:
                left = middle
        return low + right

    def statistics(self, a, b):
        low, below, _ = self.masses(a, b)
        masses = [y - x for x, y in zip([mpf(0)] + below, below)]
        return {
            "entropy": -fsum(m * log(m) for m in masses if m > 0),
            "mean": a - b,
            "variance": a + b,
            "mode": mpf(low + max(range(len(masses)), key=lambda i: masses[i])),
            "skewness": (a - b) / (a + b) ** mpf("1.5"),
            "kurtosis": 1 / (a + b),
        }

    def edges(self):
        yield (1, 1), "logProb", 0.5, "-inf"
        yield (3, 3), "mean", None, 0
        yield (3, 3), "mode", None, 0
        yield (3, 3), "skewness", None, 0
