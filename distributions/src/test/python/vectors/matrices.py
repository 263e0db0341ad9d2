"""Random matrices: matrix normal, Wishart and LKJ."""

import random

from mpmath import digamma, fsum, log, loggamma, matrix, mp, mpf, pi

from vector_grids import single
from vectors.normal import close, covariance, factor, from_factor, singles

CHANCE = random.Random(5)


def matrix_normal(x, mean, rows, columns):
    n, p = len(rows), len(columns)
    d = matrix(x) - matrix(mean)
    product = (matrix(columns) ** -1) * d.T * (matrix(rows) ** -1) * d
    trace = fsum(product[i, i] for i in range(p))
    return -trace / 2 - half_log_determinant(rows, columns) - mpf(n * p) / 2 * log(2 * pi)


def half_log_determinant(rows, columns):
    return (len(columns) * log(mp.det(matrix(rows))) + len(rows) * log(mp.det(matrix(columns)))) / 2


def matrix_normal_entropy(mean, rows, columns):
    return half_log_determinant(rows, columns) + mpf(len(rows) * len(columns)) / 2 * (1 + log(2 * pi))


def matrix_normal_variance(mean, rows, columns):
    return [rows[i][i] * columns[j][j] for i in range(len(rows)) for j in range(len(columns))]


def log_gamma_d(a, d):
    return mpf(d * (d - 1)) / 4 * log(pi) + fsum(loggamma(a - mpf(i) / 2) for i in range(d))


def wishart(x, n, v):
    d = len(v)
    product = (matrix(v) ** -1) * matrix(x)
    trace = fsum(product[i, i] for i in range(d))
    normaliser = n * d / 2 * log(2) + n / 2 * log(mp.det(matrix(v))) + log_gamma_d(n / 2, d)
    return (n - d - 1) / 2 * log(mp.det(matrix(x))) - trace / 2 - normaliser


def wishart_entropy(n, v):
    d = len(v)
    normaliser = n * d / 2 * log(2) + n / 2 * log(mp.det(matrix(v))) + log_gamma_d(n / 2, d)
    log_det = log(mp.det(matrix(v))) + d * log(2) + fsum(digamma((n - i) / 2) for i in range(d))
    return normaliser - (n - d - 1) / 2 * log_det + n * d / 2


def wishart_mean(n, v):
    return [n * e for row in v for e in row]


def wishart_variance(n, v):
    d = len(v)
    return [n * (v[i][j] ** 2 + v[i][i] * v[j][j]) for i in range(d) for j in range(d)]


def wishart_mode(n, v):
    return [(n - len(v) - 1) * e for row in v for e in row]


def lkj_normaliser(d, eta):
    return fsum(mpf(k) / 2 * log(pi) + loggamma(eta + mpf(d - 1 - k) / 2) - loggamma(eta + mpf(d - 1) / 2) for k in range(1, d))


def mean_log_diagonal(d, eta):
    """For the rows from the second on."""
    return [(digamma(eta + mpf(d - 1 - i) / 2) - digamma(eta + mpf(d - 1) / 2)) / 2 for i in range(1, d)]


def lkj(r, dimension, eta):
    return (eta - 1) * log(mp.det(matrix(r))) - lkj_normaliser(len(r), eta)


def lkj_entropy(dimension, eta):
    d = int(dimension)
    return lkj_normaliser(d, eta) - 2 * (eta - 1) * fsum(mean_log_diagonal(d, eta))


def lkj_mean(dimension, eta):
    d = int(dimension)
    return [mpf(i == j) for i in range(d) for j in range(d)]


def lkj_variance(dimension, eta):
    d = int(dimension)
    return [mpf(0) if i == j else 1 / (2 * eta + d - 1) for i in range(d) for j in range(d)]


def lkj_cholesky(low, dimension, eta):
    d = len(low)
    return fsum((d - 1 - i + 2 * eta - 2) * log(low[i][i]) for i in range(1, d)) - lkj_normaliser(d, eta)


def lkj_cholesky_entropy(dimension, eta):
    d = int(dimension)
    means = mean_log_diagonal(d, eta)
    return lkj_normaliser(d, eta) - fsum((d - 1 - i + 2 * eta - 2) * means[i - 1] for i in range(1, d))


def correlations(d):
    """Dyadic: powers of 3/4 by distance, equal ones, and weak ones in sixteenths."""
    yield [[0.75 ** abs(i - j) for j in range(d)] for i in range(d)]
    yield [[1.0 if i == j else 0.9375 for j in range(d)] for i in range(d)]
    weak = [[CHANCE.randint(-16, 16) / (16 * d) for _ in range(d)] for _ in range(d)]
    yield single([[1.0 if i == j else weak[min(i, j)][max(i, j)] for j in range(d)] for i in range(d)])


def rows_of_length_one(d, rounded):
    rows = []
    for i in range(d):
        row = [CHANCE.gauss(0, 1) if j < i else abs(CHANCE.gauss(0, 1)) + 0.1 if j == i else 0.0 for j in range(d)]
        length = sum(v * v for v in row) ** 0.5
        rows.append([v / length for v in row] if i else [1.0] + [0.0] * (d - 1))
    return single(rows) if rounded else rows


def points():
    for n, p in ((1, 1), (2, 3), (3, 1), (4, 4)):
        for rows, columns in ((covariance(n), covariance(p)), (close(n), covariance(p))):
            mean = [singles(p) for _ in range(n)]
            yield "MatrixNormal", "entropy", matrix_normal_entropy, None, [mean, rows, columns], ()
            yield "MatrixNormal", "variance", matrix_normal_variance, None, [mean, rows, columns], ()
            for spread in (0.1, 1, 1, 1, 3, 3, 30):
                yield "MatrixNormal", "logProb", matrix_normal, [singles(p, spread) for _ in range(n)], [mean, rows, columns], ()
        a, b = factor(n), factor(p)
        for spread in (0.1, 1, 3) * 5:
            yield (
                "MatrixNormalByFactors",
                "logProb",
                lambda x, m, a, b: matrix_normal(x, m, from_factor(a), from_factor(b)),
                [singles(p, spread) for _ in range(n)],
                [mean, a, b],
                (),
            )
        yield "MatrixNormalByFactors", "entropy", lambda m, a, b: matrix_normal_entropy(m, from_factor(a), from_factor(b)), None, [mean, a, b], ()
        yield "MatrixNormalByFactors", "variance", lambda m, a, b: matrix_normal_variance(m, from_factor(a), from_factor(b)), None, [mean, a, b], ()
    for d in (1, 2, 3, 4):
        for df in (d - 0.875, d + 0.5, d + 3.0, 40.0, 1000.0):
            v, low = covariance(d), factor(d)
            for function, formula in (("entropy", wishart_entropy), ("mean", wishart_mean), ("variance", wishart_variance)):
                yield "Wishart", function, formula, None, [df, v], ()
                yield "WishartByFactor", function, lambda n, a, formula=formula: formula(n, from_factor(a)), None, [df, low], ()
            if df >= d + 1:
                yield "Wishart", "mode", wishart_mode, None, [df, v], ()
            for x in (covariance(d), close(d), [[single(df) * e for e in row] for row in v]):
                yield "Wishart", "logProb", wishart, x, [df, v], ()
                yield "WishartByFactor", "logProb", lambda x, n, a: wishart(x, n, from_factor(a)), x, [df, low], ()
    for d in (2, 3, 4, 8):
        for eta in (0.125, 1.0, 1.5, 20.0, 1000.0):
            parameters = [float(d), eta]
            for function, formula in (("entropy", lkj_entropy), ("mean", lkj_mean), ("variance", lkj_variance)):
                # The dimension is a whole number, and the concentration is not.
                yield "LKJ", function, formula, None, parameters, (0,), "both"
            yield "LKJCholesky", "entropy", lkj_cholesky_entropy, None, parameters, (0,), "both"
            for r in correlations(d):
                yield "LKJ", "logProb", lkj, r, parameters, ("dimension",), "both"
            for rounded in (False, True):
                for _ in range(3):
                    yield (
                        "LKJCholesky",
                        "logProb",
                        lkj_cholesky,
                        rows_of_length_one(d, rounded),
                        parameters,
                        ("dimension",),
                        "single" if rounded else "double",
                    )
    for d in (2, 4):
        v = covariance(d)
        for df in (d - 1 + 2.0**-20, 1e8):
            yield "Wishart", "entropy", wishart_entropy, None, [df, v], (), "beyond"
            for x in (v, [[df * e for e in row] for row in v]):
                yield "Wishart", "logProb", wishart, x, [df, v], (), "beyond"
        for eta in (1e-6, 1e6):
            parameters = [float(d), eta]
            yield "LKJ", "entropy", lkj_entropy, None, parameters, (0,), "beyond"
            yield "LKJ", "logProb", lkj, next(correlations(d)), parameters, ("dimension",), "beyond"
            yield "LKJCholesky", "entropy", lkj_cholesky_entropy, None, parameters, (0,), "beyond"
            yield "LKJCholesky", "logProb", lkj_cholesky, rows_of_length_one(d, False), parameters, ("dimension",), "beyond"
