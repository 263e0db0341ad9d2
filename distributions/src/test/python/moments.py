"""Standardised moments of raw ones, at three times the precision, since they cancel."""

from mpmath import mp, mpf


def standardised(raw, limit=4):
    """Variance, skewness and excess kurtosis of E[X^k] = raw(k); those beyond the limit are left out."""
    with mp.workdps(3 * mp.dps):
        m = [mpf(1)] + [raw(k) for k in range(1, limit + 1)]
        variance = m[2] - m[1] ** 2
        found = {"variance": variance}
        if limit > 2:
            found["skewness"] = (m[3] - 3 * m[1] * m[2] + 2 * m[1] ** 3) / variance ** mpf("1.5")
        if limit > 3:
            found["kurtosis"] = (m[4] - 4 * m[1] * m[3] + 6 * m[1] ** 2 * m[2] - 3 * m[1] ** 4) / variance**2 - 3
    return found
