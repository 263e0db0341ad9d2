"""Unit vectors: von Mises–Fisher, power spherical and uniform. Outcomes and mean directions count as their direction."""

import random

from mpmath import digamma, fsum, hyp1f1, log, loggamma, mpf, pi, sqrt

from vector_grids import single

CHANCE = random.Random(4)


def gap(x, mu):
    """1 − cos of the angle."""
    return fsum((u - v) ** 2 for u, v in zip(unit(x), unit(mu))) / 2


def unit(x):
    length = sqrt(fsum(u * u for u in x))
    return [u / length for u in x]


def log_bessel_less(nu, k):
    """log I_nu(k) − nu log(k/2) + log Γ(nu + 1), also at k = 0: e^−k M(nu + ½, 2nu + 1, 2k)."""
    return log(hyp1f1(nu + mpf(1) / 2, 2 * nu + 1, 2 * k)) - k


def fisher_peak(d, k):
    """The logarithm of the density at the mean direction."""
    nu = mpf(d) / 2 - 1
    return k + nu * log(2) + loggamma(nu + 1) - mpf(d) / 2 * log(2 * pi) - log_bessel_less(nu, k)


def fisher_length(d, k):
    if k == 0:
        return mpf(0)
    nu = mpf(d) / 2
    return k / (2 * nu) * hyp1f1(nu + mpf(1) / 2, 2 * nu + 1, 2 * k) / hyp1f1(nu - mpf(1) / 2, 2 * nu - 1, 2 * k)


def fisher(x, mu, k):
    return fisher_peak(len(mu), k) - k * gap(x, mu)


def fisher_entropy(mu, k):
    return k * (1 - fisher_length(len(mu), k)) - fisher_peak(len(mu), k)


def fisher_mean(mu, k):
    return [fisher_length(len(mu), k) * v for v in unit(mu)]


def fisher_variance(mu, k):
    d = len(mu)
    a = fisher_length(d, k)
    across = mpf(1) / d if k == 0 else a / k
    along = 1 - a * a - (d - 1) * across
    return [along * v * v + across * (1 - v * v) for v in unit(mu)]


def power_peak(d, k):
    b = mpf(d - 1) / 2
    return loggamma(2 * b + k) - loggamma(b + k) - b * log(4 * pi)


def power(x, mu, k):
    return power_peak(len(mu), k) + (k * log(1 - gap(x, mu) / 2) if k else 0)


def power_entropy(mu, k):
    b = mpf(len(mu) - 1) / 2
    return k * (digamma(2 * b + k) - digamma(b + k)) - power_peak(len(mu), k)


def power_mean(mu, k):
    return [k / (len(mu) - 1 + k) * v for v in unit(mu)]


def power_variance(mu, k):
    b = mpf(len(mu) - 1) / 2
    a = b + k
    across = 2 * a / ((a + b) * (a + b + 1))
    return [across * (2 * b / (a + b) * v * v + 1 - v * v) for v in unit(mu)]


def uniform(x, d):
    return mpf(loggamma(d / 2) - log(2) - d / 2 * log(pi))


def uniform_entropy(d):
    return -uniform(None, d)


def direction(d, about=None, spread=1.0):
    z = [CHANCE.gauss(0, spread) for _ in range(d)]
    if about is not None:
        z = [u + v for u, v in zip(z, about)]
    length = sum(u * u for u in z) ** 0.5
    return [u / length for u in z]


def points():
    for d in (2, 3, 4, 5, 10, 100):
        for k in (0.0, 0.125, 1.0, 7.5, 60.0, 1000.0) + ((1e6,) if d <= 10 else ()):
            mu = direction(d)
            outcomes = [direction(d), direction(d, mu, min(1, (k + 1) ** -0.5)), direction(d, mu, min(1, (k + 1) ** -0.5))]
            if d == 100:
                outcomes = outcomes[:1]
            for dtype in ("double", "single"):
                kept = single if dtype == "single" else lambda v: v
                for name, density, statistics in (
                    ("VonMisesFisher", fisher, {"entropy": fisher_entropy, "mean": fisher_mean, "variance": fisher_variance}),
                    ("PowerSpherical", power, {"entropy": power_entropy, "mean": power_mean, "variance": power_variance}),
                ):
                    if d < 100:
                        for function, formula in statistics.items():
                            yield name, function, formula, None, [kept(mu), k], (), dtype
                    for x in outcomes:
                        yield name, "logProb", density, kept(x), [kept(mu), k], (), dtype
    for d, k in ((2, 1e-8), (3, 1e-8), (5, 1e-8), (5, 1e8), (100, 1e6), (1000, 1.0), (1000, 1000.0), (1000, 1e6)):
        mu = [1.0] + [0.0] * (d - 1)
        x = [0.6, 0.8] + [0.0] * (d - 2)
        for name, density, entropy in (("VonMisesFisher", fisher, fisher_entropy), ("PowerSpherical", power, power_entropy)):
            yield name, "logProb", density, x, [mu, k], (), "beyond"
            yield name, "entropy", entropy, None, [mu, k], (), "beyond"
    for d in (2, 3, 4, 10, 1000):
        yield "SphericalUniform", "entropy", uniform_entropy, None, [float(d)], (0,)
        if d < 1000:
            yield "SphericalUniform", "mean", lambda d: [mpf(0)] * int(d), None, [float(d)], (0,)
            yield "SphericalUniform", "variance", lambda d: [1 / d] * int(d), None, [float(d)], (0,)
    for d in range(2, 52):
        x = [float(i == d - 1) for i in range(d)]
        yield "SphericalUniform", "logProb", uniform, x, [float(d)], (0,)
