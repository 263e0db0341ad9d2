"""Prints the reference values in the tests of the distributions: /usr/bin/python3 distribution_references.py (mpmath 1.3.0)."""

from mpmath import log, mp, mpf, pi

mp.dps = 50


def show(name, value):
    print(name, mp.nstr(value, 20))


def normal_log_prob(x, mean, scale):
    x, mean, scale = map(mpf, (x, mean, scale))
    return -(((x - mean) / scale) ** 2) / 2 - log(scale) - log(2 * pi) / 2


for point in [(0, 0, 1), (2, 1, 0.25), (5, -3, 1e3)]:
    show(f"normal log-density {point}", normal_log_prob(*point))
