"""Prints the reference values in the tests of the distributions: python3 distribution_references.py (mpmath 1.3.0)."""

from mpmath import det, erfc, exp, log, log1p, matrix, mp, mpf, pi, sqrt

mp.dps = 50


def show(name, value):
    print(name, mp.nstr(value, 20))


def normal_log_prob(x, mean, scale):
    x, mean, scale = map(mpf, (x, mean, scale))
    return -(((x - mean) / scale) ** 2) / 2 - log(scale) - log(2 * pi) / 2


for point in [(0, 0, 1), (2, 1, 0.25), (5, -3, 1e3)]:
    show(f"normal log-density {point}", normal_log_prob(*point))

mean = matrix([1, -2, "0.5"])
covariance = matrix([[4, mpf(1.2), mpf(0.4)], [mpf(1.2), 2, mpf(-0.3)], [mpf(0.4), mpf(-0.3), 1]])
departure = -mean
quadratic = (departure.T * covariance**-1 * departure)[0]
show("multivariate normal log-density at 0", -quadratic / 2 - log(det(2 * pi * covariance)) / 2)
show("multivariate normal entropy", log(det(2 * pi * exp(1) * covariance)) / 2)

for x in [-100, -40, -1, 5, 10]:
    # The smaller tail, and log1p of it: 1 − p would cancel.
    tail = erfc(abs(mpf(x)) / sqrt(2)) / 2
    show(f"normal log cdf {x}", log(tail) if x < 0 else log1p(-tail))
