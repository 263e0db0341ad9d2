#!/usr/bin/env python3
"""50-digit reference values of io.surprisal.special, by mpmath.

    /usr/bin/python3 special_references.py [FAMILY ...]

writes ../resources/io/surprisal/special/FAMILY.tsv, one row per value: function, arguments as hexadecimal doubles separated by
commas, value to 25 digits, condition number. The condition number is sum_i |x_i df/dx_i / f|, by central differences at
50 digits: an error of condition * 2^-53 is what rounding the arguments alone would cost.

    special_references.py --coefficients

prints the tables of LogGammaPolynomials, GaussLegendre, StirlingSeries and HurwitzZeta.
"""
import math
import os
import random
import sys

import mpmath as mp
from mpmath import mpf

mp.mp.dps = 50
HERE = os.path.dirname(os.path.abspath(__file__))
TARGET = os.path.join(HERE, "../resources/io/surprisal/special")
TINY, HUGE = mpf("5e-324"), mpf(sys.float_info.max)


def condition(f, args, value):
    """Sum of the relative condition numbers of f in its arguments (integers and zeros are exact)."""
    total = mpf(0)
    h = mpf(10) ** -18
    for i, x in enumerate(args):
        if isinstance(x, int) or x == 0:
            continue
        up, down = list(args), list(args)
        up[i], down[i] = x * (1 + h), x * (1 - h)
        try:
            total += abs((f(*up) - f(*down)) / (2 * h * value))
        except (ValueError, ZeroDivisionError, mp.libmp.NoConvergence):
            return None
    return total


def row(name, f, args):
    exact = [a if isinstance(a, int) else mpf(float(a)) for a in args]
    value = f(*exact)
    if isinstance(value, mp.mpc):
        value = value.real
    if abs(value) > HUGE or (value != 0 and abs(value) < TINY / 2):
        return None  # beyond the range of a double
    kappa = mpf(0) if value == 0 else condition(f, exact, value)
    if kappa is None:
        return None
    text = ",".join(float(a).hex() for a in args)
    return "\t".join([name, text, mp.nstr(value, 25), mp.nstr(kappa, 4)])


def powers(low, high, step=1, mantissas=(1.0, 2.7182818)):
    return [m * 10.0**e for e in range(low, high + 1, step) for m in mantissas]


def signed(values):
    return [s * v for v in values for s in (1, -1)]


SEED = 20240501
RANDOM = random.Random(SEED)


def uniform(low, high, count):
    return [RANDOM.uniform(low, high) for _ in range(count)]


def log_uniform(low, high, count):
    return [10.0 ** RANDOM.uniform(low, high) for _ in range(count)]


# ---------------------------------------------------------------- families


def logspace():
    small = powers(-300, -1, 23)
    pairs = [(x, y) for x in (-1000.0, -3.5, 0.0, 0.25, 700.0, 1e5) for y in (-1e3, -3.0, 1e-3, 699.0, 99990.0)]
    yield "log1mexp", lambda x: mp.log(-mp.expm1(x)) if x > -1 else mp.log1p(-mp.exp(x)), [(-x,) for x in small + uniform(0, 3, 40) + [0.6931, 0.69315, 30.0, 700.0]]
    yield "log1pexp", lambda x: mp.log1p(mp.exp(x)), [(x,) for x in signed(small) + uniform(-40, 40, 40) + [-745.0, 710.0, 1e300]]
    yield "logAddExp", lambda x, y: max(x, y) + mp.log1p(mp.exp(-abs(x - y))), pairs
    yield "logDiffExp", lambda x, y: x + mp.log(-mp.expm1(y - x)), [p for p in pairs if p[0] > p[1]]
    yield "log1pmx", lambda x: mp.log1p(x) - x if abs(x) > 1e-20 else -x * x / 2 + x**3 / 3, [
        (x,) for x in signed(powers(-150, -1, 7)) + uniform(-0.9999, 2, 60) + uniform(2, 100, 10) + [0.5, -0.5, 0.1, -0.1, 1e300]]
    yield "expm1mx", lambda x: mp.expm1(x) - x if abs(x) > 1e-20 else x * x / 2 + x**3 / 6, [
        (x,) for x in signed(powers(-150, -1, 7)) + uniform(-3, 3, 60) + [0.7, -0.7, 0.05, -0.05, -700.0, 700.0]]
    yield "xlogy", lambda x, y: x * mp.log(y), [(2.0, 1e-300), (1e-300, 0.3), (3.5, 1.0000001)]
    yield "xlog1py", lambda x, y: x * mp.log1p(y), [(2.0, 1e-300), (1e-300, -0.3), (3.5, 1e-9)]


def erfcx(x):
    if x < 1000:
        return mp.exp(x * x) * mp.erfc(x)
    terms = [mpf(1)]
    for k in range(1, 20):  # DLMF 7.12.1
        terms.append(-terms[-1] * (2 * k - 1) / (2 * x * x))
    return sum(terms) / (x * mp.sqrt(mp.pi))


def erfc_inverse(q):
    x = mp.sqrt(max(-mp.log(q), mpf("0.1"))) if q < 0.5 else mp.erfinv(1 - q)
    for _ in range(60):  # Newton's method on log erfc
        step = (mp.log(mp.erfc(x)) - mp.log(q)) * mp.erfc(x) * mp.sqrt(mp.pi) * mp.exp(x * x) / 2
        x += step
        if abs(step) < mpf(10) ** -45 * abs(x):
            return x
    raise ValueError(q)


def erf_family():
    grid = signed(powers(-300, -1, 37)) + uniform(-6, 6, 150)
    yield "erf", mp.erf, [(x,) for x in grid]
    yield "erfc", mp.erfc, [(x,) for x in grid + uniform(6, 27.3, 80) + [26.6, 27.0, 27.2, 27.22]]
    yield "erfcx", erfcx, [(x,) for x in grid + uniform(-26, 0, 30) + log_uniform(0, 300, 40)]
    yield "erfInv", mp.erfinv, [(x,) for x in signed(powers(-300, -1, 37, (1.0, 2.5))) + uniform(-1, 1, 100) + [1 - 2.0**-k for k in range(1, 54, 4)]]
    yield "erfcInv", erfc_inverse, [(x,) for x in powers(-323, -1, 7, (1.0, 2.5)) + uniform(0, 2, 100)]


def log_ndtr(x):
    return mp.log(mp.erfc(-x / mp.sqrt(2)) / 2) if x < 5 else mp.log1p(-mp.erfc(x / mp.sqrt(2)) / 2)


def ndtr(x):
    return mp.erfc(-x / mp.sqrt(2)) / 2


def mills(x):
    return mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi) / ndtr(x)


def far_log_ndtr(x):
    """log Phi far below 0 by the asymptotic series (DLMF 7.12.1); mpmath's erfc does not reach there."""
    y = -x
    series, term = mpf(1), mpf(1)
    for k in range(1, 60):
        term *= -(2 * k - 1) / y**2
        if abs(term) < mpf(10) ** -52:
            break
        series += term
    return -y * y / 2 - mp.log(y * mp.sqrt(2 * mp.pi)) + mp.log(series)


def quantile_of_log(logp):
    if logp > -mpf("0.7"):
        return -mp.sqrt(2) * -erfc_inverse(-2 * mp.expm1(logp))
    x = -mp.sqrt(-2 * logp)
    value = log_ndtr if logp > -5000 else far_log_ndtr
    for _ in range(80):
        slope = mills(x) if logp > -5000 else -x
        step = (value(x) - logp) / slope
        x -= step
        if abs(step) < mpf(10) ** -42 * max(abs(x), mpf(1) / 1000):
            return x
    raise ValueError(logp)


def normal():
    mp.mp.dps = 60
    anchors = [-1.0, -5.0, -10.0, -20.0, -38.0, -40.0, -100.0, 5.0, 7.9, 10.0]
    yield "normalCdf", ndtr, [(x,) for x in uniform(-38.4, 9, 200) + anchors[:4] + [-37.6, -38.2, -38.4, 1e-300, -1e-300]]
    yield "normalLogCdf", log_ndtr, [(x,) for x in uniform(-60, 38, 200) + anchors + [37.5, 38.0, 0.0, -1000.0]]
    yield "normalLogCdf", far_log_ndtr, [(-x,) for x in log_uniform(3, 150, 30)]
    yield "normalLogCdfDerivative", mills, [(x,) for x in uniform(-60, 38, 100) + [-1e3, 0.0]]
    yield "normalQuantile", lambda p: -mp.sqrt(2) * erfc_inverse(2 * p), [(p,) for p in powers(-322, -1, 9, (1.0, 2.5)) + uniform(0, 1, 100) + [1 - 2.0**-k for k in range(2, 54, 5)]]
    yield "normalQuantileOfLog", quantile_of_log, [(-p,) for p in powers(-300, -1, 19) + uniform(0, 3, 60) + uniform(3, 1000, 60) + [1000.0, 600.0, 745.0, 0.6931, 0.69314718055994] + log_uniform(3, 300, 40)]
    mp.mp.dps = 50


def log_gamma(x):
    return mp.log(abs(mp.gamma(x))) if abs(x) < 100 else mp.loggamma(x).real


def wide(f):
    """f at 400 digits: for differences that cancel."""
    def g(*args):
        with mp.workdps(400):
            return +f(*args)
    return g


def gamma_family():
    near = [1 + s * 2.0**-k for k in range(2, 53, 5) for s in (1, -0.5)]
    near_two = [2 * x for x in near]
    positive = uniform(0, 12, 150) + log_uniform(-300, 300, 60)
    negative = [-x for x in uniform(0, 30, 60) + [0.5, 1.5, 100.25, 1000.125]]
    rising = [(x, d) for x in log_uniform(-5, 8, 12) + [0.3, 1.0, 1.46, 9.5, 10.0, 1e12] for d in (1e-200, 1e-10, 0.01, 0.7, 5.0, 60.0, 1e9)]
    yield "gamma", mp.gamma, [(x,) for x in uniform(0, 171.6, 150) + uniform(0, 3, 40) + log_uniform(-300, 0, 20) + negative]
    yield "logGamma", log_gamma, [(x,) for x in near + near_two + positive + negative]
    yield "logGamma1p", wide(lambda x: mp.loggamma(1 + x).real), [(x,) for x in signed(powers(-300, -1, 23)) + uniform(-0.99, 5, 60)]
    yield "logGammaDifference", wide(lambda x, d: mp.loggamma(x + d) - mp.loggamma(x)), rising
    yield "stirlingCorrection", lambda x: mp.loggamma(x) - ((x - 0.5) * mp.log(x) - x + mp.log(2 * mp.pi) / 2), [
        (x,) for x in log_uniform(-2, 12, 60)]


def polygamma_family():
    root = 1.4616321449683622
    positive = [root * (1 + s * 2.0**-k) for k in range(1, 53, 5) for s in (1, -1)] + uniform(0, 15, 120) + log_uniform(-300, 300, 40)
    negative = [-x for x in uniform(0, 30, 50) + [0.5, 1.5, 100.25, 1000.125, 1e-20]]
    pairs = [(x, d) for x in log_uniform(-5, 8, 12) + [0.3, 1.0, 1.46, 9.5, 10.0, 1e12] for d in (1e-200, 1e-10, 0.01, 0.7, 5.0, 60.0, 1e9)]
    orders = [(n, x) for n in (2, 3, 4, 7, 20, 60, 150) for x in uniform(0, 20, 10) + log_uniform(-2, 6, 8)]
    steps = [(n, x, d) for n in (1, 2, 5) for x in (1e-160, 1e-5, 0.3, 1.46, 9.5, 123.0, 3e6) for d in (1e-200, 1e-10, 0.01, 0.7, 5.0, 1e9)]
    high = [(n, (n + 1) / math.exp(1 + e / (n + 1))) for n in (171, 198, 311, 2218, 9174, 45506) for e in (-650, -40, -1, 0.5, 60, 650)]
    below = [(n, -x) for n in (2, 3, 6, 11) for x in (0.25, 1.75, 5.6, 20.3)]
    yield "digamma", mp.digamma, [(x,) for x in positive + negative]
    yield "digammaDifference", wide(lambda x, d: mp.digamma(x + d) - mp.digamma(x)), pairs
    yield "logMinusDigamma", wide(lambda x: mp.log(x) - mp.digamma(x)), [(x,) for x in log_uniform(-3, 100, 60)]
    yield "trigamma", lambda x: mp.polygamma(1, x), [(x,) for x in uniform(0, 15, 100) + log_uniform(-150, 150, 30) + negative]
    yield "polygamma", lambda n, x: (-1) ** (n + 1) * mp.factorial(n) * euler_maclaurin_zeta(mpf(n + 1), x), orders
    yield "polygamma", lambda n, x: mp.polygamma(n, x), below
    yield "polygamma", lambda n, x: (-1) ** (n + 1) * mp.factorial(n) * euler_maclaurin_zeta(mpf(n + 1), x), high
    yield "polygammaDifference", polygamma_difference, steps


def polygamma_difference(n, x, d):
    """Term by term at 50 digits up to a = x + 60, then by Euler-Maclaurin at 400, where 60 terms reach 50 digits."""
    with mp.workdps(500):
        s, count = mpf(n + 1), 60
        head = mp.fsum((x + d + k) ** -s - (x + k) ** -s for k in range(count))
        return (-1) ** (n + 1) * mp.factorial(n) * (
            head + euler_maclaurin_zeta(s, x + d + count, 60) - euler_maclaurin_zeta(s, x + count, 60))


def zeta_family():
    points = [(s, q) for s in (1 + 1e-10, 1.001, 1.5, 2.0, 3.3, 10.0, 30.5, 100.0, 700.0) for q in (1e-3, 0.2, 1.0, 2.5, 9.0, 11.0, 77.7, 1e4, 1e10)]
    yield "zeta", euler_maclaurin_zeta, points


def euler_maclaurin_zeta(s, q, terms=40):
    """mp.zeta(s, q) is slow for large s and q; the same sum with 40 terms from a = q + n >= s + 40."""
    n = max(0, int(mp.ceil(s + 40 - q)))
    a = q + n
    total = mp.fsum((q + k) ** -s for k in range(n)) + a ** (1 - s) / (s - 1) + a**-s / 2
    factor = s / a
    for j in range(1, terms):
        total += mp.bernoulli(2 * j) / mp.factorial(2 * j) * factor * a**-s
        factor *= (s + 2 * j - 1) * (s + 2 * j) / a**2
    return total


def exponential_integral():
    points = [(x,) for x in powers(-300, -1, 23) + uniform(0, 3, 80) + log_uniform(0, 2.86, 60) + [700.0, 730.0, 738.0]]
    yield "e1", mp.e1, points
    yield "e1Scaled", lambda x: mp.exp(x) * mp.e1(x), points + [(x,) for x in log_uniform(3, 5, 20)]


def bessel():
    orders = [0.0, 0.25, 0.5, 1.0, 2.5, 7.0, 15.0, 29.0, 30.5, 63.5, 200.0, 1000.0]
    points = [(v, x) for v in orders for x in (1e-10, 0.1, 1.0, 3.7, 12.0, 25.0, 29.9, 30.1, 50.0, 150.0, 1e3, 2e4)]
    points += list(zip(uniform(0, 40, 60), uniform(0, 60, 60)))
    log_i = lambda v, x: mp.log(mp.besseli(v, x))
    yield "besselIScaled", lambda v, x: mp.exp(-x) * mp.besseli(v, x), points
    yield "besselILog", log_i, points + [(0.0, 1e-5), (1000.0, 1e-200)]
    yield "besselILogScaled", lambda v, x: log_i(v, x) - x, points
    yield "besselIRatio", lambda v, x: mp.besseli(v, x) / mp.besseli(v - 1, x), [p for p in points if p[0] > 0]
    yield "besselILogDerivative", lambda v, x: v / x + mp.besseli(v + 1, x) / mp.besseli(v, x), points


def owens_t(h, a):
    edge = min(a, 16 / h) if h else a
    integral = mp.quad(lambda x: mp.exp(-h * h * x * x / 2) / (1 + x * x) / edge, [edge * k / 8 for k in range(9)])
    return integral * edge * mp.exp(-h * h / 2) / (2 * mp.pi)


def owen():
    points = [(h, a) for h in (1e-8, 0.1, 0.7, 2.0, 6.3, 20.0, 37.0) for a in (1e-300, 1e-5, 0.3, 0.99, 1.01, 2.5, 30.0)]
    yield "owensT", owens_t, points + list(zip(uniform(0, 10, 30), uniform(0, 4, 30)))


# Tails of log-concave densities: with t the (log or logit) variable measured from x, each tail is D times the integral of
# exp(-E(h)) with E convex, E(0) = 0; E is evaluated as it stands, at 60 digits, and the integral by composite Gauss-Legendre
# quadrature (mp.quad) on pieces that follow E.


def tail_integral(exponent, direction, weight=None):
    """Integral over h of direction of exp(-exponent(h)) weight(h), to where exponent passes 130."""
    end = mpf(1)
    while exponent(direction * end) > 130:
        end /= 2
    while exponent(direction * end) < 130:
        end *= 2
    low, high = end / 2, end
    for _ in range(6):
        middle = (low + high) / 2
        low, high = (middle, high) if exponent(direction * middle) < 130 else (low, middle)
    pieces = 24
    f = (lambda h: mp.exp(-exponent(direction * h)) * high) if weight is None else (
        lambda h: mp.exp(-exponent(direction * h)) * weight(direction * h))
    scale = max(abs(f(high * k / 997)) for k in range(1, 200, 7))
    total = mp.quad(lambda h: f(h) / scale, [high * k / pieces for k in range(pieces + 1)], maxdegree=5, method="gauss-legendre")
    return total * scale / (high if weight is None else 1)


def gamma_density(a, x):
    return mp.exp(a * mp.log(x) - x - mp.loggamma(a))


def gamma_exponent(a, x):
    return lambda h: x * mp.expm1(h) - a * h


def gamma_lower(a, x):
    if a < 2000 and x < 2000:
        return mp.hyp1f1(1, a + 1, x) * gamma_density(a, x) / a
    if x > a:
        return 1 - gamma_upper(a, x)
    return gamma_density(a, x) * tail_integral(gamma_exponent(a, x), -1)


def gamma_upper(a, x):
    if a < 0.1 and x < 20:  # 1 - P cancels all but a E1(x)
        with mp.workdps(400):
            return 1 - gamma_lower(a, x)
    if a < 2000 and x < 2000:
        return mp.gammainc(a, x, regularized=True)
    if x < a:
        return 1 - gamma_lower(a, x)
    return gamma_density(a, x) * tail_integral(gamma_exponent(a, x), 1)


def log_of(f, complement):
    def g(*args):
        value = f(*args)
        return mp.log(value) if value < 0.5 else mp.log1p(-complement(*args))
    return g


def gamma_shape_derivative(a, x):
    offset = mp.log(x) - mp.digamma(a)
    if a < 1 and x < 30 or a < 20 and x < a:  # the series at 200 digits; it need not be split
        with mp.workdps(200):
            h = mpf(10) ** -60
            lower = lambda b: mp.hyp1f1(1, b + 1, x) * gamma_density(b, x) / b
            return (lower(a * (1 + h)) - lower(a * (1 - h))) / (2 * h * a)
    direction = -1 if offset <= 0 else 1
    return -direction * gamma_density(a, x) * tail_integral(gamma_exponent(a, x), direction, lambda h: offset + h)


def gamma_points():
    points = [(a, x) for a in (1e-300, 1e-20, 1e-6, 0.01, 0.3, 1.0, 1.5, 4.0, 9.9, 10.1, 19.0, 21.0, 80.0)
              for x in (1e-300, 1e-30, 1e-3, 0.2, 0.6, 1.0, 1.2, 3.0, 9.0, 25.0, 100.0, 690.0)]
    for a in (15.0, 40.0, 300.0, 1500.0, 1e5, 1e8, 1e12):
        points += [(a, a + z * a**0.5) for z in (-30, -8, -3, -1, -1e-3, 0, 1e-3, 1, 3, 8, 30) if a + z * a**0.5 > 0]
        points += [(a, a * r) for r in (0.5, 0.69, 0.71, 0.9, 1.1, 1.29, 1.31, 2.0)]
    return points + list(zip(log_uniform(-2, 3, 60), log_uniform(-3, 3, 60)))


def incomplete_gamma():
    points = gamma_points()
    yield "gammaLower", gamma_lower, points
    yield "gammaUpper", gamma_upper, points
    yield "gammaLogLower", log_of(gamma_lower, gamma_upper), points
    yield "gammaLogUpper", log_of(gamma_upper, gamma_lower), points
    yield "gammaShapeDerivative", gamma_shape_derivative, [p for p in points if p[0] > 1e-20]
    inverse = [(a, p) for a in (0.01, 0.3, 1.0, 2.5, 15.0, 100.0, 1e4) for p in (1e-300, 1e-100, 1e-10, 0.01, 0.3, 0.5, 0.7, 0.99)]
    yield "gammaInverseLower", lambda a, p: gamma_quantile(a, mp.log(p), -1), inverse
    yield "gammaInverseUpper", lambda a, p: gamma_quantile(a, mp.log(p), 1), inverse
    logs = [(a, p) for a in (0.01, 0.3, 1.0, 2.5, 15.0, 100.0, 1e4) for p in (-1e5, -2000.0, -800.0, -20.0, -0.65, -0.5, -1e-3, -1e-20)]
    yield "gammaInverseLogLower", lambda a, p: gamma_quantile(a, p, -1), logs
    yield "gammaInverseLogUpper", lambda a, p: gamma_quantile(a, p, 1), logs


def gamma_quantile(a, target, direction):
    """Newton's method on the logarithm of the smaller tail in t = log x."""
    if target > -0.5:
        return gamma_quantile(a, mp.log(-mp.expm1(target)), -direction)
    tail = gamma_lower if direction < 0 else gamma_upper
    t = (target + mp.loggamma(a + 1)) / a if direction < 0 else mp.log(a + 1)
    for _ in range(300):
        x = mp.exp(t)
        log_tail = mp.log(tail(a, x))
        slope = mp.exp(a * t - x - mp.loggamma(a) - log_tail)
        step = direction * (log_tail - target) / slope
        t += max(-2, min(2, step)) if abs(step) > 2 else step
        if abs(step) < mpf(10) ** -40:
            return mp.exp(t)
    raise ValueError((a, target))


def log_beta(a, b):
    return mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)


def beta_density(a, b, x):
    return mp.exp(a * mp.log(x) + b * mp.log1p(-x) - log_beta(a, b))


def beta_exponent(a, b, x):
    return lambda h: (a + b) * mp.log1p(x * mp.expm1(h)) - a * h


def beta_series(a, b, x):
    total, term, n = mpf(0), mpf(1), 0
    while term > total * mpf(10) ** -(mp.mp.dps + 2):
        total += term
        term *= (a + b + n) / (a + 1 + n) * x
        n += 1
        if n > 20000:
            raise ValueError((a, b, x))
    return total


def beta_lower(a, b, x, y=None):
    if max(a, b) > 1500:
        if x * (a + b) <= a:
            return beta_density(a, b, x) * (
                beta_series(a, b, x) / a if (a + b) * x < 0.9 * (a + 1) else tail_integral(beta_exponent(a, b, x), -1))
        return 1 - beta_upper(a, b, x)
    with mp.workdps(700 if min(a, b) < 1e-3 else max(100, mp.mp.dps)):
        y = 1 - x if y is None else y
        series = lambda p, q, u, v: mp.exp(p * mp.log(u) + q * mp.log(v) - log_beta(p, q)) / p * beta_series(p, q, u)
        return 1 - series(b, a, y, x) if x > 0.55 else series(a, b, x, y)


def beta_upper(a, b, x):
    with mp.workdps(700):
        y = 1 - x
    return beta_lower(b, a, y, x)


def beta_shape_derivative(a, b, x, y=None):
    if max(a, b) < 1500:
        h = mpf(10) ** -150  # far below the smallest derivative, which is a difference of numbers near 1
        with mp.workdps(700):
            y = 1 - x if y is None else y
            return (beta_lower(a * (1 + h), b, x, y) - beta_lower(a * (1 - h), b, x, y)) / (2 * h * a)
    offset = mp.log(x) - mp.digamma(a) + mp.digamma(a + b)
    direction = -1 if offset <= 0 else 1
    weight = lambda h: offset - mp.log1p((1 - x) * mp.expm1(-h))
    return -direction * beta_density(a, b, x) * tail_integral(beta_exponent(a, b, x), direction, weight)


def beta_points():
    shapes = [(1e-300, 0.7), (1e-6, 1e-6), (1e-6, 3.0), (0.01, 0.01), (0.01, 20.0), (0.3, 0.2), (0.5, 5.0), (1.0, 1.0), (2.5, 0.4),
              (2.0, 3.0), (9.9, 10.1), (10.0, 0.02), (40.0, 7.0), (200.0, 300.0), (5.0, 1000.0)]
    points = [(a, b, x) for a, b in shapes for x in (1e-300, 1e-10, 0.01, 0.2, 0.5, 0.69, 0.71, 0.9, 0.999)]
    for a, b in ((3e3, 2e3), (1e5, 40.0), (0.5, 1e5), (20.0, 1e8), (1e8, 1e8), (1e10, 1e7)):
        m, sd = a / (a + b), (a * b / (a + b) / (a + b)) ** 0.5 / (a + b) ** 0.5
        points += [(a, b, m + z * sd) for z in (-20, -6, -2, -1e-3, 0, 1e-3, 2, 6, 20) if 0 < m + z * sd < 1]
    points += list(zip(log_uniform(-2, 2.5, 70), log_uniform(-2, 2.5, 70), uniform(0, 1, 70)))
    return points


def incomplete_beta():
    points = beta_points()
    pairs = [(a, b) for a in (1e-300, 1e-5, 0.2, 1.0, 3.0, 9.5, 10.5, 1e3, 1e8, 1e15) for b in (1e-300, 0.1, 1.5, 10.0, 77.0, 1e8, 1e12)]
    yield "logBeta", wide(log_beta), pairs + list(zip(log_uniform(-3, 4, 40), log_uniform(-3, 4, 40)))
    yield "beta", lambda a, b: mp.exp(wide(log_beta)(a, b)), [p for p in pairs if max(p) < 100]
    yield "betaLower", beta_lower, points
    yield "betaUpper", beta_upper, points
    yield "betaLogLower", log_of(beta_lower, beta_upper), points
    yield "betaLogUpper", log_of(beta_upper, beta_lower), points
    proper = [p for p in points if p[0] > 1e-20][::2]
    yield "betaFirstShapeDerivative", beta_shape_derivative, proper
    yield "betaSecondShapeDerivative", lambda a, b, x: -beta_shape_derivative(b, a, mp.fsub(1, x, exact=True), x), proper
    shapes = [(0.01, 0.01), (0.3, 5.0), (1.0, 1.0), (5.0, 0.02), (2.5, 8.0), (30.0, 70.0), (1000.0, 2.0)]
    probabilities = (1e-300, 1e-10, 0.01, 0.23, 0.5, 0.7, 0.999)
    yield "betaInverseLower", lambda a, b, p: beta_quantile(a, b, mp.log(p)), [(a, b, p) for a, b in shapes for p in probabilities]
    yield "betaInverseLogLower", lambda a, b, p: beta_quantile(a, b, p), [(a, b, p) for a, b in shapes for p in (-3000.0, -800.0, -0.65, -0.1, -1e-15)]


def beta_quantile(a, b, target):
    """Bisection, then Newton's method, on log I (or log(1 - I)) in the logit."""
    flip = target > -0.5
    goal = mp.log(-mp.expm1(target)) if flip else target
    tail = beta_upper_odds if flip else beta_lower_odds
    sign = -1 if flip else 1
    low, high = mpf(-80000), mpf(5000)
    while high - low > 0.01:
        t = (low + high) / 2
        low, high = (t, high) if sign * (mp.log(tail(a, b, mp.exp(t))) - goal) < 0 else (low, t)
    for _ in range(60):
        odds = mp.exp(t)
        log_tail = mp.log(tail(a, b, odds))
        log_density = a * t - (a + b) * mp.log1p(odds) - log_beta(a, b)
        step = sign * (goal - log_tail) * mp.exp(log_tail - log_density)
        t += step
        if abs(step) < mpf(10) ** -40:
            return mp.exp(t) / (1 + mp.exp(t))
    raise ValueError((a, b, target))


def beta_lower_odds(a, b, odds):
    with mp.workdps(200):
        x, y = odds / (1 + odds), 1 / (1 + odds)
        series = lambda p, q, u, v: mp.exp(p * mp.log(u) + q * mp.log(v) - log_beta(p, q)) / p * beta_series(p, q, u)
        return series(a, b, x, y) if x < 0.55 else 1 - series(b, a, y, x)


def beta_upper_odds(a, b, odds):
    return beta_lower_odds(b, a, 1 / odds)


def marcum_lower(v, a, b):
    """P as a Poisson mixture of lower incomplete gamma functions, all positive, downwards through the largest terms."""
    z, y = a * a / 2, b * b / 2
    mode = mp.sqrt(v * v / 4 + z * y) - v / 2
    width = mp.sqrt(mode + 1)
    reach = mp.sqrt(mp.mp.dps)
    top = int(mode + 4 * reach * width + 2 * mp.mp.dps)
    p = mp.hyp1f1(1, v + top + 1, y) * mp.exp((v + top) * mp.log(y) - y - mp.loggamma(v + top + 1))
    weight = mp.exp(-z + top * mp.log(z) - mp.loggamma(top + 1))
    increment = mp.exp((v + top - 1) * mp.log(y) - y - mp.loggamma(v + top))
    total = mpf(0)
    for k in range(top, -1, -1):
        term = weight * p
        total += term
        if k < mode and term < total * mpf(10) ** -(mp.mp.dps + 3):
            break
        p += increment
        increment *= (v + k - 1) / y
        weight *= k / z
    return total


def marcum_upper(v, a, b):
    with mp.workdps(220):  # Q down to 1e-150 is left of 1 - P
        return 1 - marcum_lower(v, a, b)


def marcum():
    points = [(v, a, b) for v in (0.3, 1.0, 2.5, 20.0) for a in (1e-8, 0.5, 3.0, 15.0) for b in (1e-3, 0.4, 2.0, 8.0, 14.0, 25.0)]
    points += [(v, a, (a * a + 2 * v) ** 0.5 + z) for v, a in ((1.0, 30.0), (0.3, 60.0), (150.0, 20.0), (2e3, 5.0), (50.0, 100.0))
               for z in (-12, -4, -1, 0.0, 0.5, 5, 15)]
    points = [p for p in points if p[2] > 0]
    yield "marcumUpper", marcum_upper, points
    yield "marcumLower", marcum_lower, points
    yield "marcumLogUpper", log_of(marcum_upper, marcum_lower), points


FAMILIES = {
    "logspace": logspace,
    "error_function": erf_family,
    "normal": normal,
    "gamma": gamma_family,
    "polygamma": polygamma_family,
    "zeta": zeta_family,
    "exponential_integral": exponential_integral,
    "bessel": bessel,
    "owens_t": owen,
    "incomplete_gamma": incomplete_gamma,
    "incomplete_beta": incomplete_beta,
    "marcum": marcum,
}


def monomials(f, centre, half_width):
    """Chebyshev interpolation of f in 64 points, cut at 1e-18, as a polynomial in (x - centre)/half_width."""
    n = 64
    values = [f(centre + half_width * mp.cos(mp.pi * (k + mpf(1) / 2) / n)) for k in range(n)]
    series = [2 * mp.fsum(values[k] * mp.cos(mp.pi * j * (k + mpf(1) / 2) / n) for k in range(n)) / n for j in range(40)]
    series[0] /= 2
    degree = max(j for j in range(40) if abs(series[j]) > mpf(10) ** -18 * max(map(abs, series)))
    polynomials = [[mpf(1)], [mpf(0), mpf(1)]]
    for j in range(2, degree + 1):
        following = [mpf(0)] + [2 * c for c in polynomials[-1]]
        for i, c in enumerate(polynomials[-2]):
            following[i] -= c
        polynomials.append(following)
    total = [mpf(0)] * (degree + 1)
    for j in range(degree + 1):
        for i, c in enumerate(polynomials[j]):
            total[i] += series[j] * c
    return total


def coefficients():
    mp.mp.dps = 60
    zero = mp.findroot(mp.digamma, 1.4616)
    log_gamma_factor = lambda x: mp.loggamma(x) / ((x - 1) * (x - 2))
    digamma_factor = lambda x: mp.digamma(x) / (x - zero)
    tables = {
        "DIGAMMA_ZERO": [mpf(float(zero)), zero - mpf(float(zero))],
        "LOG_GAMMA_HALF": monomials(log_gamma_factor, mpf("0.75"), mpf("0.25")),
        "LOG_GAMMA_ONE": monomials(log_gamma_factor, mpf("1.5"), mpf("0.5")),
        "LOG_GAMMA_TWO": monomials(log_gamma_factor, mpf("2.5"), mpf("0.5")),
        "DIGAMMA_ONE": monomials(digamma_factor, mpf("1.5"), mpf("0.5")),
        "DIGAMMA_TWO": monomials(mp.digamma, mpf(3), mpf(1)),
        "STIRLING LOG_GAMMA": [mp.bernoulli(2 * k) / (2 * k * (2 * k - 1)) for k in range(1, 10)],
        "STIRLING DIGAMMA": [mp.bernoulli(2 * k) / (2 * k) for k in range(1, 10)],
        "ZETA BERNOULLI": [mp.bernoulli(2 * k) / mp.factorial(2 * k) for k in range(1, 13)],
    }
    n = 32
    nodes = [mp.findroot(lambda z: mp.legendre(n, z), mp.cos(mp.pi * (i - mpf(1) / 4) / (n + mpf(1) / 2))) for i in range(1, 17)]
    slope = lambda z: n * (z * mp.legendre(n, z) - mp.legendre(n - 1, z)) / (z * z - 1)
    tables["NEAR"] = [(1 - z) / 2 for z in nodes]
    tables["FAR"] = [(1 + z) / 2 for z in nodes]
    tables["WEIGHT"] = [1 / ((1 - z * z) * slope(z) ** 2) for z in nodes]
    for name, values in tables.items():
        print(name, ", ".join(repr(float(v)) for v in values))


def write(family):
    RANDOM.seed(SEED)  # each family is the same alone and with the others
    with open(os.path.join(TARGET, family + ".tsv"), "w") as out:
        out.write("# special_references.py %s, mpmath %s: function, arguments, value, condition\n" % (family, mp.__version__))
        for name, f, points in FAMILIES[family]():
            for args in points:
                line = row(name, f, args)
                if line is not None:
                    out.write(line + "\n")


if __name__ == "__main__":
    if sys.argv[1:] == ["--coefficients"]:
        coefficients()
    else:
        for chosen in sys.argv[1:] or FAMILIES:
            write(chosen)
