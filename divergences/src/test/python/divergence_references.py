"""Prints the reference values in the tests of the divergences: /usr/bin/python3 divergence_references.py (mpmath 1.3.0).

Arguments are the doubles that the tests write, so that only the library's own rounding is measured.
"""

from mpmath import log, mp, mpf

mp.dps = 60


def show(name, value):
    print(name, mp.nstr(value, 20))


def normal(mean, scale, other_mean, other_scale):
    mean, scale, other_mean, other_scale = map(mpf, (mean, scale, other_mean, other_scale))
    ratio = scale / other_scale
    return (ratio**2 - 1) / 2 - log(ratio) + ((mean - other_mean) / other_scale) ** 2 / 2


for scale in [1.001, 1 + 1e-6, 1 + 1e-8, 1 + 1e-10, 7.0, 1e-3, 0.75, 1.3, 1.34]:
    show(f"KL(N(0, 1), N(0, {scale}))", normal(0, 1, 0, scale))
show("KL(N(1, 2), N(-1, 0.5))", normal(1, 2, -1, 0.5))
