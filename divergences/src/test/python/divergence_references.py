"""Prints the reference values in the tests of the divergences: python3 divergence_references.py (mpmath 1.3.0).

Arguments are the doubles that the tests write, so that only the library's own rounding is measured.
"""

from mpmath import det, exp, log, matrix, mp, mpf

# At logit -700 a probability is 1e-304: its complement needs as many digits.
mp.dps = 400


def show(name, value):
    print(name, mp.nstr(value, 20))


def normal(mean, scale, other_mean, other_scale):
    mean, scale, other_mean, other_scale = map(mpf, (mean, scale, other_mean, other_scale))
    ratio = scale / other_scale
    return (ratio**2 - 1) / 2 - log(ratio) + ((mean - other_mean) / other_scale) ** 2 / 2


for scale in [1.001, 1 + 1e-6, 1 + 1e-8, 1 + 1e-10, 7.0, 1e-3, 0.75, 1.3, 1.34]:
    show(f"KL(N(0, 1), N(0, {scale}))", normal(0, 1, 0, scale))
show("KL(N(1, 2), N(-1, 0.5))", normal(1, 2, -1, 0.5))


def bernoulli(p, q):
    p, q = mpf(p), mpf(q)
    return p * log(p / q) + (1 - p) * log((1 - p) / (1 - q))


for pair in [(1e-10, 1.0000001e-10), (0.3, 0.3 + 1e-12), (0.25, 0.75), (0.999, 1e-3)]:
    show(f"KL(Bernoulli{pair})", bernoulli(*pair))


def bernoulli_by_logits(a, b):
    p, q = (1 / (1 + exp(-mpf(x))) for x in (a, b))
    return p * log(p / q) + (1 - p) * log((1 - p) / (1 - q))


for pair in [(2.0, 2.0 + 1e-9), (-30.0, 30.0), (50.0, 50.5), (-700.0, -701.0)]:
    show(f"KL(Bernoulli by logits {pair})", bernoulli_by_logits(*pair))


def categorical_by_logits(a, b):
    a, b = ([exp(mpf(x)) for x in row] for row in (a, b))
    p, q = ([x / sum(row) for x in row] for row in (a, b))
    return sum(x * log(x / y) for x, y in zip(p, q))


for change in [1e-9, 0.5, 40.0]:
    show(f"KL(Categorical by logits, {change})", categorical_by_logits([0.5, 1.0, -2.0], [0.5, 1.0 + change, -2.0]))


def multivariate_normal(mean, covariance, other_mean, other_covariance):
    departure = other_mean - mean
    inverse = other_covariance**-1
    product = inverse * covariance
    trace = sum(product[i, i] for i in range(len(mean)))
    return (trace - len(mean) + (departure.T * inverse * departure)[0] - log(det(product))) / 2


def square(factor):
    factor = matrix(factor)
    return factor * factor.T


show(
    "KL(multivariate normals)",
    multivariate_normal(
        matrix([0, 1]), square([[2, 0], [0.5, 1]]), matrix([1, -1]), square([[1, 0], [-0.25, 3]])
    ),
)
show(
    "KL(multivariate normals near equality)",
    multivariate_normal(
        matrix([0, 1]), square([[2, 0], [0.5, 1]]), matrix([0, 1]), square([[2 + 2e-9, 0], [0.5 + 1e-9, 1]])
    ),
)
