"""Vectors of probabilities: Dirichlet, logistic normal and relaxed one-hot."""

import random

from mpmath import digamma, exp, fsum, log, loggamma, mpf

from vectors.normal import covariance, normal, singles

CHANCE = random.Random(1)
CONCENTRATIONS = [
    [0.125, 0.125],
    [0.5, 30.0],
    [1000.0, 1000.0, 1000.0],
    [0.125, 2.5, 0.5, 7.0],
    [1000.0, 250.0, 700.0, 0.5],
    [1.0] * 10,
    [2.0, 3.0, 1.5],
    [0.125, 0.75, 5.0, 40.0, 300.0, 1000.0],
]
PROBABILITIES = [[0.5, 0.5], [0.125, 0.25, 0.5, 0.125], [0.0625] * 16, [2.0**-k for k in range(1, 9)] + [2.0**-8]]


def log_b(a):
    return fsum(loggamma(v) for v in a) - loggamma(fsum(a))


def dirichlet(x, a):
    return fsum((v - 1) * log(u) for v, u in zip(a, x)) - log_b(a)


def dirichlet_entropy(a):
    total = fsum(a)
    return log_b(a) + (total - len(a)) * digamma(total) - fsum((v - 1) * digamma(v) for v in a)


def dirichlet_mean(a):
    return [v / fsum(a) for v in a]


def dirichlet_variance(a):
    n = fsum(a)
    return [v * (n - v) / (n * n * (n + 1)) for v in a]


def dirichlet_mode(a):
    return [(v - 1) / (fsum(a) - len(a)) for v in a]


def relaxed(x, t, p):
    k = len(p)
    total = log(fsum(q * u**-t for q, u in zip(p, x)))
    return loggamma(k) + (k - 1) * log(t) + fsum(log(q) - (t + 1) * log(u) for q, u in zip(p, x)) - k * total


def relaxed_by_logits(x, t, logits):
    weights = [exp(v) for v in logits]
    return relaxed(x, t, [w / fsum(weights) for w in weights])


def logistic_normal(x, mean, sigma):
    return normal([log(v) - log(x[-1]) for v in x[:-1]], mean, sigma) - fsum(log(v) for v in x)


def simplex(weights):
    """Doubles whose sum is nearly 1."""
    total = sum(weights)
    return [w / total for w in weights]


def dyadic(weights):
    """Multiples of 2^-24 whose sum is 1, which both precisions hold."""
    n = 2**24
    parts = [max(1, round(w * n)) for w in simplex(weights)]
    parts[parts.index(max(parts))] += n - sum(parts)
    return [p / n for p in parts]


def dirichlet_draw(a):
    return [max(CHANCE.gammavariate(v, 1), 1e-200) for v in a]


def points():
    for a in CONCENTRATIONS:
        statistics = {"entropy": dirichlet_entropy, "mean": dirichlet_mean, "variance": dirichlet_variance}
        if min(a) > 1:
            statistics["mode"] = dirichlet_mode
        for name, formula in statistics.items():
            yield "Dirichlet", name, formula, None, [a], ()
        for _ in range(4):
            yield "Dirichlet", "logProb", dirichlet, simplex(dirichlet_draw(a)), [a], ()
        for _ in range(6):
            yield "Dirichlet", "logProb", dirichlet, dyadic(dirichlet_draw(a)), [a], ()
        yield "Dirichlet", "logProb", dirichlet, dyadic(dirichlet_draw([1.0] * len(a))), [a], ()
    for p in PROBABILITIES:
        for t in (0.125, 0.5, 1.0, 20.0, 1000.0):
            for _ in range(3):
                y = [log(q) - log(CHANCE.expovariate(1)) for q in p]
                weights = [float(exp((v - max(y)) / t)) for v in y]
                if min(simplex(weights)) > 0:
                    yield "RelaxedOneHotCategorical", "logProb", relaxed, simplex(weights), [t, p], ()
                yield "RelaxedOneHotCategorical", "logProb", relaxed, dyadic(weights), [t, p], ()
    for logits in ([0.0, 0.0], [1.5, -2.0, 0.25], [30.0, 0.0, -30.0], [100.0, 101.0, 99.5, 100.25]):
        for t in (0.125, 0.5, 1.0, 20.0, 1000.0):
            for _ in range(3):
                y = [(v - log(CHANCE.expovariate(1))) / t for v in logits]
                x = dyadic([float(exp(v - max(y))) for v in y])
                yield "RelaxedOneHotCategoricalByLogits", "logProb", relaxed_by_logits, x, [t, logits], ()
    for a in ([1e-6, 1e-6, 1e-3], [1e6, 1e6], [1e-6, 1e6], [1e10, 1.0, 1e10]):
        for function, formula in (("entropy", dirichlet_entropy), ("mean", dirichlet_mean), ("variance", dirichlet_variance)):
            yield "Dirichlet", function, formula, None, [a], (), "beyond"
        yield "Dirichlet", "logProb", dirichlet, dyadic([1.0] * len(a)), [a], (), "beyond"
        yield "Dirichlet", "logProb", dirichlet, dyadic([1.0] + [2.0**-10] * (len(a) - 1)), [a], (), "beyond"
    for t in (1e-3, 1e6):
        for p in ([0.5, 0.5], [0.125, 0.25, 0.5, 0.125]):
            yield "RelaxedOneHotCategorical", "logProb", relaxed, dyadic([1.0] * len(p)), [t, p], (), "beyond"
            yield "RelaxedOneHotCategorical", "logProb", relaxed, dyadic([1.0] + [2.0**-10] * (len(p) - 1)), [t, p], (), "beyond"
    for d in (1, 2, 3, 8):
        sigma = covariance(d)
        for spread in (0.1, 1, 1, 1, 3, 3):
            location = singles(d)
            ratios = [float(exp(v)) for v in singles(d, spread)] + [1.0]
            for shift in (0, 0.5, 1):
                yield "LogisticNormal", "logProb", logistic_normal, dyadic([v ** (1 + shift) for v in ratios]), [location, sigma], ()
