"""Incomplete gamma and beta functions to full relative accuracy at any shape, by series of positive terms and continued fractions."""

from mpmath import exp, inf, log, log1p, loggamma, mp, mpf


def gamma_lower(a, x):
    """P(a, x)."""
    if x <= 0:
        return mpf(0)
    return _gamma_series(a, x) if x < a + 1 else 1 - _gamma_fraction(a, x)


def gamma_upper(a, x):
    """Q(a, x)."""
    if x <= 0:
        return mpf(1)
    if x >= a + 1:
        return _gamma_fraction(a, x)
    q = 1 - _gamma_series(a, x)
    if q > mpf(10) ** -8:
        return q
    with mp.workdps(2 * mp.dps):
        return 1 - _gamma_series(mpf(a), mpf(x))


def log_gamma_tail(a, x, upper):
    """The logarithm of a tail that may be smaller than any number."""
    front = a * log(x) - x - loggamma(a)
    if upper:
        return front + log(_gamma_fraction(a, x, factor=True)) if x >= a + 1 else log1p(-_gamma_series(a, x))
    return front + log(_gamma_series(a, x, factor=True)) if x < a + 1 else log1p(-_gamma_fraction(a, x))


def _gamma_series(a, x, factor=False):
    term = 1 / mpf(a)
    total = term
    n = mpf(a)
    while abs(term) > mp.eps * abs(total):
        n += 1
        term *= x / n
        total += term
    return total if factor else exp(a * log(x) - x - loggamma(a)) * total


def _gamma_fraction(a, x, factor=False):
    if x > 1e12 and not factor:
        return mpf(0)
    tiny = mpf(10) ** (-10 * mp.dps)
    b = x + 1 - a
    c = 1 / tiny
    d = 1 / b if b else 1 / tiny
    h = d
    i = 0
    while True:
        i += 1
        an = -i * (i - a)
        b += 2
        d = an * d + b
        d = 1 / (d if d else tiny)
        c = b + an / c
        c = c if c else tiny
        h *= d * c
        if abs(d * c - 1) < mp.eps * 4:
            return h if factor else exp(a * log(x) - x - loggamma(a)) * h


def beta_lower(a, b, x, y):
    """I_x(a, b), with y = 1 - x."""
    if x <= 0 or y <= 0:
        return mpf(0) if x <= 0 else mpf(1)
    if x < (a + 1) / (a + b + 2):
        return exp(log_beta_front(a, b, x, y)) * _beta_fraction(a, b, x) / a
    return 1 - exp(log_beta_front(b, a, y, x)) * _beta_fraction(b, a, y) / b


def log_beta_lower(a, b, x, y):
    if x <= 0:
        return -inf
    if x < (a + 1) / (a + b + 2):
        return log_beta_front(a, b, x, y) + log(_beta_fraction(a, b, x) / a)
    return log1p(-exp(log_beta_front(b, a, y, x)) * _beta_fraction(b, a, y) / b)


def log_beta_front(a, b, x, y):
    return a * log(x) + b * log(y) - loggamma(a) - loggamma(b) + loggamma(a + b)


def _beta_fraction(a, b, x):
    tiny = mpf(10) ** (-10 * mp.dps)
    c = mpf(1)
    d = 1 - (a + b) * x / (a + 1)
    d = 1 / (d if d else tiny)
    h = d
    m = 0
    while True:
        m += 1
        delta = mpf(1)
        for an in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 + an * d
            d = 1 / (d if d else tiny)
            c = 1 + an / c
            c = c if c else tiny
            delta = d * c
            h *= delta
        if abs(delta - 1) < mp.eps * 4:
            return h
