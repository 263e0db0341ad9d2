"""Vectors of counts: multinomial and Dirichlet-multinomial; and one-hot vectors."""

import random
from itertools import product

from mpmath import exp, fsum, log, loggamma, mpf

from vectors.simplex import CONCENTRATIONS, PROBABILITIES, dirichlet_draw, log_b, simplex

CHANCE = random.Random(2)


def multinomial(x, n, p):
    return loggamma(n + 1) + fsum(k * log(q) - loggamma(k + 1) for k, q in zip(x, p))


def multinomial_mean(n, p):
    return [n * q for q in p]


def multinomial_variance(n, p):
    return [n * q * (1 - q) for q in p]


def multinomial_entropy(n, p):
    """By the marginals, which are binomial with the part of each category in the whole."""
    trials = int(n)
    total = fsum(p)
    result = -loggamma(n + 1) - n * fsum(q / total * log(q / total) for q in p)
    for q in p:
        r = q / total
        mass = (1 - r) ** trials
        for k in range(trials + 1):
            result += mass * loggamma(k + 1)
            mass *= mpf(trials - k) / (k + 1) * r / (1 - r)
    return result


def dirichlet_multinomial(x, n, a):
    counted = loggamma(n + 1) - fsum(loggamma(k + 1) for k in x)
    return counted + log_b([u + v for u, v in zip(x, a)]) - log_b(a)


def dirichlet_multinomial_mean(n, a):
    return [n * v / fsum(a) for v in a]


def dirichlet_multinomial_variance(n, a):
    s = fsum(a)
    return [n * v / s * (1 - v / s) * (n + s) / (1 + s) for v in a]


def one_hot(x, p):
    return fsum(u * log(q) for u, q in zip(x, p))


def one_hot_entropy(p):
    return -fsum(q * log(q) for q in p)


def one_hot_variance(p):
    return [q * (1 - q) for q in p]


def counts(n, p):
    drawn = CHANCE.choices(range(len(p)), p, k=n)
    return [float(drawn.count(i)) for i in range(len(p))]


def points():
    for a in CONCENTRATIONS:
        for n in (1, 30, 1000):
            yield "DirichletMultinomial", "mean", dirichlet_multinomial_mean, None, [float(n), a], (0,)
            yield "DirichletMultinomial", "variance", dirichlet_multinomial_variance, None, [float(n), a], (0,)
            for _ in range(3):
                x = counts(n, simplex(dirichlet_draw(a)))
                yield "DirichletMultinomial", "logProb", dirichlet_multinomial, x, [float(n), a], (0,)
    for p in PROBABILITIES:
        for n in (1, 7, 100, 1000):
            yield "Multinomial", "mean", multinomial_mean, None, [float(n), p], (0,)
            yield "Multinomial", "variance", multinomial_variance, None, [float(n), p], (0,)
            if n <= 100:
                yield "Multinomial", "entropy", multinomial_entropy, None, [float(n), p], (0,)
            for q in (p, p, p, simplex(dirichlet_draw([1.0] * len(p)))):
                yield "Multinomial", "logProb", multinomial, counts(n, q), [float(n), p], (0,)
    for p in PROBABILITIES + [[0.25] * 4, [0.75, 0.25], [2.0**-30, 1 - 2.0**-20, 2.0**-20 - 2.0**-30], [0.0625, 0.1875, 0.75]] + [
        [k / 64, 1 - k / 64] for k in (1, 5, 11, 23)
    ]:
        yield "OneHotCategorical", "entropy", one_hot_entropy, None, [p], ()
        yield "OneHotCategorical", "mean", lambda q: q, None, [p], ()
        yield "OneHotCategorical", "variance", one_hot_variance, None, [p], ()
        for i in range(len(p)):
            yield "OneHotCategorical", "logProb", one_hot, [float(i == j) for j in range(len(p))], [p], (-1,)
