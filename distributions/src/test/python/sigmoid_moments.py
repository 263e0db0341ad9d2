"""Statistics of X = 1/(1 + exp(-Y)), Y = c + sZ, for a density of Z: by the trapezoidal rule, which is exact for such analytic functions."""

from functools import lru_cache

from mpmath import exp, log1p, mp, mpf
from moments import standardised


@lru_cache(maxsize=None)
def sigmoid_moments(density, reach, center, scale):
    """E[log X(1 - X)], mean, variance, skewness and kurtosis; of density(z) beyond the reach, nothing is left at 34 digits."""
    with mp.workdps(50):
        # Poles at z = i pi/s and those of the density at i pi: the error is exp(-2 pi * pi/(max(s, 1) h)).
        step = mpf(1) / 6 / max(1, mp.ceil(scale))
        n = int(mp.ceil(reach / step))
        totals = [mpf(0)] * 6
        for i in range(-n, n + 1):
            z = i * step
            weight = step * density(z)
            y = center + scale * z
            x = 1 / (1 + exp(-y))
            values = [1, -abs(y) - 2 * log1p(exp(-abs(y))), x, x * x, x**3, x**4]
            totals = [total + weight * value for total, value in zip(totals, values)]
        totals = [total / totals[0] for total in totals]
    moments = standardised(lambda k: totals[k + 1])
    return {"log_slope": totals[1], "mean": totals[2], **moments}
