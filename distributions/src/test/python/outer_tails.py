"""Tails of log-concave densities by Gauss and Legendre's rule with 40 nodes on two panels, to where the density has decayed by exp(-75)."""

import numpy
from mpmath import exp, mp, mpf

DECAY = 75
PANELS = 2
RULES = {}


def rule():
    """Nodes and weights on [0, 1] at the present precision."""
    if mp.dps not in RULES:
        nodes = []
        with mp.workdps(mp.dps + 10):
            for start in numpy.polynomial.legendre.leggauss(40)[0]:
                x = mpf(float(start))
                for _ in range(8):
                    before, value = legendre_pair(x)
                    slope = 40 * (x * value - before) / (x * x - 1)
                    x -= value / slope
                before, value = legendre_pair(x)
                slope = 40 * (x * value - before) / (x * x - 1)
                nodes.append(((x + 1) / 2, 1 / ((1 - x * x) * slope**2)))
        RULES[mp.dps] = nodes
    return RULES[mp.dps]


def legendre_pair(x):
    before, value = mpf(1), x
    for n in range(2, 41):
        before, value = value, ((2 * n - 1) * x * value - (n - 1) * before) / n
    return before, value


def outer_tail(log_density, x, towards, limit=None):
    """The integral of the density from x outwards, where it falls, in the direction of the sign, at most to the limit."""
    with mp.workdps(15):
        start = mpf(float(x))
        level = log_density(start) - DECAY
        room = abs(mpf(float(limit)) - start) if limit is not None else mpf(1e30)
        low, high = mpf(0), mpf(1e-3)
        while high < room and log_density(start + towards * high) > level:
            low, high = high, 2 * high
        for _ in range(12):
            middle = (low + high) / 2
            if middle < room and log_density(start + towards * middle) > level:
                low = middle
            else:
                high = middle
    length = min(high, abs(limit - x)) if limit is not None else high
    piece = length / PANELS
    total = mpf(0)
    for panel in range(PANELS):
        for node, weight in rule():
            total += weight * exp(log_density(x + towards * piece * (panel + node)))
    return total * piece
