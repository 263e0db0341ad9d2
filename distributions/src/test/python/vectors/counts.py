"""Vectors of counts: multinomial and Dirichlet-multinomial; and one-hot vectors."""

import random
from itertools import product

from mpmath import exp, fsum, log, loggamma, mpf

from vector_grids import single
from vectors.simplex import CONCENTRATIONS, PROBABILITIES, dirichlet_draw, log_b, simplex

CHANCE = random.Random(2)
LOGITS = [[0.0, 0.0], [1.5, -2.0, 0.25], [30.0, 0.0, -30.0], [100.0, 101.0, 99.5, 100.25], [single(random.Random(7).gauss(0, 3)) for _ in range(12)]] + [
    [k / 4, -k / 8, 0.0, 1.0, k / 2, -3.0] for k in range(1, 8)
]


def fsum_float(x):
    return float(sum(x))


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


def dirichlet_multinomial_entropy(n, a):
    """By the marginals, which are beta-binomial."""
    trials, s = int(n), fsum(a)
    result = loggamma(s + n) - loggamma(s) - loggamma(n + 1)
    for v in a:
        log_mass = loggamma(s - v + n) - loggamma(s - v) - loggamma(s + n) + loggamma(s)
        grown = mpf(0)
        for k in range(trials + 1):
            result += exp(log_mass) * (loggamma(k + 1) - grown)
            if k < trials:
                log_mass += log(mpf(trials - k) / (k + 1) * (v + k) / (s - v + trials - k - 1))
                grown += log(v + k)
    return result


def one_hot(x, p):
    return fsum(u * log(q) for u, q in zip(x, p))


def one_hot_entropy(p):
    return -fsum(q * log(q) for q in p)


def one_hot_variance(p):
    return [q * (1 - q) for q in p]


def softmax(logits):
    weights = [exp(v) for v in logits]
    return [w / fsum(weights) for w in weights]


def by_logits(formula, place):
    """The same formula of logits in place of probabilities; normalised to 60 digits, since they count as given."""
    return lambda *a: formula(*a[:place], softmax(a[place]), *a[place + 1 :])


def counts(n, p):
    drawn = CHANCE.choices(range(len(p)), p, k=n)
    return [float(drawn.count(i)) for i in range(len(p))]


def points():
    for a in CONCENTRATIONS:
        for n in (1, 30, 1000):
            if n <= 30 or len(a) == 2:
                yield "DirichletMultinomial", "entropy", dirichlet_multinomial_entropy, None, [float(n), a], (0,)
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
    for logits in LOGITS:
        p = [float(q) for q in softmax(logits)]
        for n in (1, 7, 100, 1000):
            for name, formula in (("mean", multinomial_mean), ("variance", multinomial_variance), ("entropy", multinomial_entropy)):
                if n <= 100:
                    yield "MultinomialByLogits", name, by_logits(formula, 1), None, [float(n), logits], (0,)
            for _ in range(4):
                yield "MultinomialByLogits", "logProb", by_logits(multinomial, 2), counts(n, p), [float(n), logits], (0,)
        for name in ("OneHotCategoricalByLogits", "StraightThroughByLogits"):
            for function, formula in (("entropy", one_hot_entropy), ("mean", lambda q: q), ("variance", one_hot_variance)):
                yield name, function, by_logits(formula, 0), None, [logits], ()
            for i in range(len(p)):
                yield name, "logProb", by_logits(one_hot, 1), [float(i == j) for j in range(len(p))], [logits], (-1,)
    for a in ([1e-6, 1e-6, 1e-3], [1e6, 1e6], [1e-6, 1e6]):
        for x in ([1000.0] + [0.0] * (len(a) - 1), [0.0, 100000.0] + [0.0] * (len(a) - 2), [7.0, 99993.0] + [0.0] * (len(a) - 2)):
            yield "DirichletMultinomial", "logProb", dirichlet_multinomial, x, [fsum_float(x), a], (0,), "beyond"
    for p in ([0.5, 0.5], [2.0**-30, 1 - 2.0**-30]):
        for x in ([500000.0, 500000.0], [0.0, 1e6], [3.0, 999997.0]):
            yield "Multinomial", "logProb", multinomial, x, [1e6, p], (0,), "beyond"
    for p in PROBABILITIES + [[0.25] * 4, [0.75, 0.25], [2.0**-30, 1 - 2.0**-20, 2.0**-20 - 2.0**-30], [0.0625, 0.1875, 0.75]] + [
        [k / 64, 1 - k / 64] for k in (1, 5, 11, 23)
    ]:
        for name in ("OneHotCategorical", "StraightThrough"):
            yield name, "entropy", one_hot_entropy, None, [p], ()
            yield name, "mean", lambda q: q, None, [p], ()
            yield name, "variance", one_hot_variance, None, [p], ()
            for i in range(len(p)):
                yield name, "logProb", one_hot, [float(i == j) for j in range(len(p))], [p], (-1,)
