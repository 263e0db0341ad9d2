"""Prints the reference values of the families of vectors, by mpmath with 50 digits.

    python3 distributions/src/test/python/multivariate_references.py
"""

from mpmath import digamma, exp, fsum, log, loggamma, matrix, mp, mpf, nstr, pi

mp.dps = 50


def log_b(a):
    return fsum(loggamma(v) for v in a) - loggamma(fsum(a))


def dirichlet(a, x):
    return fsum((v - 1) * log(u) for v, u in zip(a, x)) - log_b(a)


def dirichlet_entropy(a):
    total = fsum(a)
    return log_b(a) + (total - len(a)) * digamma(total) - fsum((v - 1) * digamma(v) for v in a)


def multinomial(x, p):
    return loggamma(fsum(x) + 1) + fsum(k * log(q) - loggamma(k + 1) for k, q in zip(x, p))


def dirichlet_multinomial(x, a):
    counts = loggamma(fsum(x) + 1) - fsum(loggamma(k + 1) for k in x)
    return counts + log_b([u + v for u, v in zip(x, a)]) - log_b(a)


def relaxed(t, p, x):
    k = len(p)
    total = log(fsum(q * u**-t for q, u in zip(p, x)))
    return loggamma(k) + (k - 1) * log(t) + fsum(log(q) - (t + 1) * log(u) for q, u in zip(p, x)) - k * total


def student(df, location, scale, x):
    d = len(location)
    difference = matrix(x) - matrix(location)
    square = (difference.T * (scale**-1) * difference)[0]
    normaliser = loggamma((df + d) / 2) - loggamma(df / 2) - mpf(d) / 2 * log(df * pi) - log(mp.det(scale)) / 2
    entropy = -normaliser + (df + d) / 2 * (digamma((df + d) / 2) - digamma(df / 2))
    return normaliser - (df + d) / 2 * log(1 + square / df), entropy


def logistic_normal(mean, scale, x):
    y = [log(v) - log(x[-1]) for v in x[:-1]]
    normal = fsum(-(((v - m) / s) ** 2) / 2 - log(s) - log(2 * pi) / 2 for v, m, s in zip(y, mean, scale))
    return normal - fsum(log(v) for v in x)


def numbers(*values):
    return [mpf(v) for v in values]


def show(name, *values):
    print(name, *(nstr(v, 20) for v in values))


small, large = numbers(0.125, 2.5, 0.5, 7), numbers(1000, 250, 700, 0.5)
x, y = numbers(0.0625, 0.25, 0.1875, 0.5), numbers(0.5, 0.125, 0.359375, 0.015625)
show("Dirichlet", dirichlet(small, x), dirichlet(large, y), dirichlet_entropy(small), dirichlet_entropy(large))
p = numbers(0.125, 0.25, 0.5, 0.125)
show("Multinomial", multinomial(numbers(1, 0, 3, 2), p), multinomial(numbers(120, 260, 500, 120), p))
show("DirichletMultinomial", dirichlet_multinomial(numbers(1, 0, 3, 2), small), dirichlet_multinomial(numbers(500, 130, 369, 1), large))
show("RelaxedOneHotCategorical", relaxed(mpf(0.5), p, x), relaxed(mpf(20), p, x))
scale = matrix([[4, 1.25, 0.5], [1.25, 2, -0.25], [0.5, -0.25, 1]])
point = numbers(0, 1, -0.5), numbers(1.5, -2, 4)
show("MultivariateStudentT", *student(mpf(2.5), point[0], scale, point[1]), *student(mpf(1000), point[0], scale, point[1]))
show("LogisticNormal", logistic_normal(numbers(0.5, -1, 0.25), numbers(0.5, 2, 1), x))
