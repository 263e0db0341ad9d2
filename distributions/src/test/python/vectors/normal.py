"""Normal and t-distributed vectors in all forms of the covariance."""

import random

from mpmath import digamma, fsum, log, loggamma, matrix, mp, mpf, pi

from vector_grids import single

CHANCE = random.Random(3)


def square_and_log_root(x, location, sigma):
    rows = matrix(sigma)
    difference = matrix(x) - matrix(location)
    return (difference.T * mp.lu_solve(rows, difference))[0], log(mp.det(rows)) / 2


def normal(x, location, sigma):
    square, root = square_and_log_root(x, location, sigma)
    return -square / 2 - root - len(x) * log(2 * pi) / 2


def normal_entropy(location, sigma):
    return len(location) * (log(2 * pi) + 1) / 2 + log(mp.det(matrix(sigma))) / 2


def diagonal(location, sigma):
    return [row[i] for i, row in enumerate(sigma)]


def student(x, df, location, sigma):
    d = len(location)
    square, root = square_and_log_root(x, location, sigma)
    normaliser = loggamma((df + d) / 2) - loggamma(df / 2) - mpf(d) / 2 * log(df * pi) - root
    return normaliser - (df + d) / 2 * log(1 + square / df)


def student_entropy(df, location, sigma):
    half = (df + len(location)) / 2
    return half * (digamma(half) - digamma(df / 2)) - student(location, df, location, sigma)


def student_variance(df, location, sigma):
    return [v * df / (df - 2) for v in diagonal(location, sigma)]


def from_factor(factor):
    low = [[v if j <= i else mpf(0) for j, v in enumerate(row)] for i, row in enumerate(factor)]
    return [[fsum(a * b for a, b in zip(low[i], low[j])) for j in range(len(low))] for i in range(len(low))]


def from_precision(precision):
    return (matrix(precision) ** -1).tolist()


def from_scales(scales):
    return [[s * s if i == j else mpf(0) for j in range(len(scales))] for i, s in enumerate(scales)]


def from_low_rank(loadings, diagonal):
    return [
        [fsum(a * b for a, b in zip(v, w)) + (diagonal[i] if i == j else 0) for j, w in enumerate(loadings)]
        for i, v in enumerate(loadings)
    ]


def covariance(d):
    """Sixteenths, symmetric and dominated by the diagonal."""
    rows = [[CHANCE.randint(-8, 8) / 16 for _ in range(d)] for _ in range(d)]
    return [[rows[min(i, j)][max(i, j)] if i != j else d / 2 + CHANCE.randint(8, 64) / 16 for j in range(d)] for i in range(d)]


def close(d):
    """Strong correlations, as of neighbours in time, with different scales."""
    return [[2.0 ** (i + j - d) * (1 - abs(i - j) / 64) for j in range(d)] for i in range(d)]


def singles(d, spread=1.0):
    return [single(CHANCE.gauss(0, spread)) for _ in range(d)]


def factor(d):
    return [[single(CHANCE.gauss(0, 1)) if j < i else CHANCE.randint(4, 64) / 16 if i == j else 0.0 for j in range(d)] for i in range(d)]


def forms(d):
    """(suffix of the grid, parameters, covariance of them)."""
    yield "", [covariance(d)], lambda s: s
    yield "", [close(d)], lambda s: s
    yield "ByFactor", [factor(d)], from_factor
    yield "ByPrecision", [covariance(d)], from_precision
    yield "ByScales", [[single(CHANCE.lognormvariate(0, 2)) for _ in range(d)]], from_scales
    k = max(1, d // 2)
    for size in (1, 100):
        yield "ByLowRank", [[singles(k, size) for _ in range(d)], [CHANCE.randint(1, 64) / 16 for _ in range(d)]], from_low_rank


def points():
    for d in (1, 2, 3, 8):
        for suffix, parameters, sigma in forms(d):
            name, other = "MultivariateNormal" + suffix, "MultivariateStudentT" + suffix
            location = singles(d)

            def of(formula, sigma=sigma, count=2):
                """The same formula of the parameters of this form; the last of "count" arguments is the covariance."""
                return lambda *p: formula(*p[:count - 1], sigma(*p[count - 1:]))

            yield name, "entropy", of(normal_entropy), None, [location, *parameters], ()
            yield name, "variance", of(diagonal), None, [location, *parameters], ()
            for df in (0.125, 2.5, 1000.0):
                yield other, "entropy", of(student_entropy, count=3), None, [df, location, *parameters], ()
            yield other, "variance", of(student_variance, count=3), None, [2.5, location, *parameters], ()
            for spread in (0.1, 1, 1, 3, 3, 30):
                x = singles(d, spread)
                for shift in (0, 1, 5):
                    y = single([v + shift for v in x])
                    yield name, "logProb", of(normal, count=3), y, [location, *parameters], ()
                for df in (0.125, 2.5, 1000.0):
                    yield other, "logProb", of(student, count=4), x, [df, location, *parameters], ()
    # Nearly singular, and of very different scales.
    for sigma in (
        [[1.0, 1 - 2.0**-40], [1 - 2.0**-40, 1.0]],
        [[1e10, 0.0, 0.0], [0.0, 1e-10, 0.0], [0.0, 0.0, 1.0]],
        [[2.0 ** (i + j) for j in range(4)] for i in range(4)],
    ):
        d = len(sigma)
        sigma = [[v * (1 + (2.0**-20 if i == j else 0)) for j, v in enumerate(row)] for i, row in enumerate(sigma)] if d == 4 else sigma
        zero = [0.0] * d
        x = [0.5 * sigma[i][i] ** 0.5 for i in range(d)]
        yield "MultivariateNormal", "entropy", normal_entropy, None, [zero, sigma], (), "beyond"
        yield "MultivariateNormal", "logProb", normal, x, [zero, sigma], (), "beyond"
        for df in (1e-3, 1e8):
            yield "MultivariateStudentT", "logProb", student, x, [df, zero, sigma], (), "beyond"
            yield "MultivariateStudentT", "entropy", student_entropy, None, [df, zero, sigma], (), "beyond"
    for size in (1e-8, 1e8):
        w = [[size], [2 * size], [-size]]
        parameters = [[0.0] * 3, w, [1.0, 0.5, 1e-10]]
        yield "MultivariateNormalByLowRank", "entropy", lambda m, w, d: normal_entropy(m, from_low_rank(w, d)), None, parameters, (), "beyond"
        for x in ([size, 2 * size, -size], [1.0, 1.0, 1.0]):
            yield "MultivariateNormalByLowRank", "logProb", lambda x, m, w, d: normal(x, m, from_low_rank(w, d)), x, parameters, (), "beyond"
