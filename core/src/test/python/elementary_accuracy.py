"""Prints the largest error, in ulp, of the elementary functions that Java lacks.

After the tests of core are compiled:

    java -cp core/target/classes:core/target/test-classes io.surprisal.tensor.spi.ElementaryAccuracy > /tmp/values
    python3 core/src/test/python/elementary_accuracy.py < /tmp/values

It reads lines "function x value" with all digits of both numbers.
"""

import math
import sys

from mpmath import mp, mpf

mp.prec = 1400  # 1 + e⁻⁷⁰⁰ needs more than 1,000 bits

FUNCTIONS = {
    "asinh": mp.asinh,
    "acosh": mp.acosh,
    "atanh": mp.atanh,
    "sigmoid": lambda x: 1 / (1 + mp.exp(-x)),
    "softplus": lambda x: mp.log1p(mp.exp(x)),
}

worst = {}
for line in sys.stdin:
    function, x, value = line.split()
    exact = FUNCTIONS[function](mpf(float(x)))
    error = float(abs(mpf(float(value)) - exact) / math.ulp(float(exact)))
    worst[function] = max(worst.get(function, (0, 0)), (error, float(x)))
for function, (error, x) in worst.items():
    print(f"{function}: {error:.3f} ulp at {x!r}")
