"""Writes the reference grids of the families of vectors, by mpmath with 60 digits.

    python3 distributions/src/test/python/vector_grids.py

A line is: parameters; function; outcome; value; sensitivity. Parameters stand apart by spaces and elements by commas, matrices by rows. The
sensitivity is Σ |a ∂f/∂a| over the elements of the outcome and the parameters that are not whole numbers.
"""

import pathlib
import random

from mpmath import digamma, exp, fsum, log, loggamma, matrix, mp, mpf, nstr, pi

GRIDS = pathlib.Path(__file__).parent.parent / "resources/io/surprisal/distributions/grids/vectors"
CHANCE = random.Random(20_251_121)
CONCENTRATIONS = [
    [0.1, 0.1],
    [0.5, 30.0],
    [1000.0, 1000.0, 1000.0],
    [0.125, 2.5, 0.5, 7.0],
    [1000.0, 250.0, 700.0, 0.5],
    [1.0] * 10,
    [0.1, 0.7, 5.0, 40.0, 300.0, 1000.0],
]
PROBABILITIES = [[0.5, 0.5], [0.125, 0.25, 0.5, 0.125], [0.0625] * 16, [2.0**-k for k in range(1, 9)] + [2.0**-8]]


def log_b(a):
    return fsum(loggamma(v) for v in a) - loggamma(fsum(a))


def dirichlet(x, a):
    return fsum((v - 1) * log(u) for v, u in zip(a, x)) - log_b(a)


def dirichlet_entropy(a):
    total = fsum(a)
    return log_b(a) + (total - len(a)) * digamma(total) - fsum((v - 1) * digamma(v) for v in a)


def multinomial(x, n, p):
    return loggamma(n[0] + 1) + fsum(k * log(q) - loggamma(k + 1) for k, q in zip(x, p))


def dirichlet_multinomial(x, n, a):
    counts = loggamma(n[0] + 1) - fsum(loggamma(k + 1) for k in x)
    return counts + log_b([u + v for u, v in zip(x, a)]) - log_b(a)


def relaxed(x, t, p):
    k, t = len(p), t[0]
    total = log(fsum(q * u**-t for q, u in zip(p, x)))
    return loggamma(k) + (k - 1) * log(t) + fsum(log(q) - (t + 1) * log(u) for q, u in zip(p, x)) - k * total


def square_and_log_root(x, location, scale):
    d = len(location)
    rows = matrix([[scale[i * d + j] for j in range(d)] for i in range(d)])
    difference = matrix(x) - matrix(location)
    return (difference.T * (rows**-1) * difference)[0], log(mp.det(rows)) / 2


def normal(x, location, scale):
    square, root = square_and_log_root(x, location, scale)
    return -square / 2 - root - len(x) * log(2 * pi) / 2


def student(x, df, location, scale):
    d, df = len(location), df[0]
    square, root = square_and_log_root(x, location, scale)
    normaliser = loggamma((df + d) / 2) - loggamma(df / 2) - mpf(d) / 2 * log(df * pi) - root
    return normaliser - (df + d) / 2 * log(1 + square / df)


def student_entropy(df, location, scale):
    d = len(location)
    half = (df[0] + d) / 2
    return half * (digamma(half) - digamma(df[0] / 2)) - student(location, df, location, scale)


def logistic_normal(x, mean, scale):
    return normal([log(v) - log(x[-1]) for v in x[:-1]], mean, scale) - fsum(log(v) for v in x)


def simplex(weights):
    """Doubles whose sum is nearly 1."""
    total = sum(weights)
    return [w / total for w in weights]


def dirichlet_draw(a):
    return simplex([max(CHANCE.gammavariate(v, 1), 1e-200) for v in a])


def counts(n, p):
    drawn = CHANCE.choices(range(len(p)), p, k=n)
    return [float(drawn.count(i)) for i in range(len(p))]


def covariance(d):
    """Sixteenths, symmetric and dominated by the diagonal."""
    rows = [[CHANCE.randint(-8, 8) / 16 for _ in range(d)] for _ in range(d)]
    return [rows[min(i, j)][max(i, j)] if i != j else d / 2 + CHANCE.randint(8, 64) / 16 for i in range(d) for j in range(d)]


def reals(d, spread=1.0):
    return [CHANCE.gauss(0, spread) for _ in range(d)]


def points():
    """(family, function, formula, outcome, parameters, indices of whole parameters)."""
    for a in CONCENTRATIONS:
        yield "Dirichlet", "entropy", dirichlet_entropy, None, [a], ()
        for _ in range(8):
            yield "Dirichlet", "logProb", dirichlet, dirichlet_draw(a), [a], ()
        yield "Dirichlet", "logProb", dirichlet, dirichlet_draw([1.0] * len(a)), [a], ()
        for n in (1, 30, 1000):
            for _ in range(3):
                x = counts(n, dirichlet_draw(a))
                yield "DirichletMultinomial", "logProb", dirichlet_multinomial, x, [[float(n)], a], (0,)
    for p in PROBABILITIES:
        for n in (1, 7, 100, 1000):
            for q in (p, p, p, dirichlet_draw([1.0] * len(p))):
                yield "Multinomial", "logProb", multinomial, counts(n, q), [[float(n)], p], (0,)
        for t in (0.1, 0.5, 1.0, 20.0, 1000.0):
            for _ in range(3):
                y = [log(q) - log(CHANCE.expovariate(1)) for q in p]
                x = simplex([float(exp((v - max(y)) / t)) for v in y])
                if min(x) > 0:
                    yield "RelaxedOneHotCategorical", "logProb", relaxed, x, [[t], p], ()
    for d in (1, 2, 3, 8):
        scale = covariance(d)
        for spread in (0.1, 1, 1, 1, 3, 30):
            location = reals(d)
            x = reals(d, spread)
            for shift in (0, 1, 5):
                yield "MultivariateNormal", "logProb", normal, [v + shift for v in x], [location, scale], ()
            for df in (0.1, 2.5, 1000.0):
                yield "MultivariateStudentT", "logProb", student, x, [[df], location, scale], ()
            ratios = [exp(v) for v in reals(d, min(spread, 3))] + [1]
            for shift in (0, 0.5, 1):
                moved = simplex([float(v) ** (1 + shift) for v in ratios])
                yield "LogisticNormal", "logProb", logistic_normal, moved, [location, scale], ()
        for df in (0.1, 2.5, 1000.0):
            yield "MultivariateStudentT", "entropy", student_entropy, None, [[df], reals(d), scale], ()


def sensitivity(formula, arguments, fixed):
    total = mpf(0)
    for i, argument in enumerate(arguments):
        for j, element in enumerate(argument):
            if i in fixed or element == 0:
                continue
            step = abs(element) * mpf(10) ** -20
            ends = []
            for sign in (1, -1):
                moved = [list(a) for a in arguments]
                moved[i][j] += sign * step
                ends.append(formula(*moved))
            total += abs((ends[0] - ends[1]) / (2 * step) * element)
    return total


def main():
    files = {}
    with mp.workdps(60):
        for family, function, formula, outcome, parameters, whole in points():
            vectors = ([] if outcome is None else [outcome]) + parameters
            exact = [[mpf(v) for v in vector] for vector in vectors]
            first = 0 if outcome is None else 1
            # Counts are whole numbers too.
            fixed = {first + i for i in whole} | ({0} if whole else set())
            text = [" ".join(",".join(repr(v) for v in p) for p in parameters), function]
            text.append("" if outcome is None else ",".join(repr(v) for v in outcome))
            text += [nstr(formula(*exact), 24), nstr(sensitivity(formula, exact, fixed), 4)]
            files.setdefault(family, []).append("; ".join(text))
    GRIDS.mkdir(parents=True, exist_ok=True)
    for family, lines in files.items():
        (GRIDS / f"{family}.csv").write_text("\n".join(lines) + "\n")
        print(family, len(lines), "lines")


if __name__ == "__main__":
    main()
