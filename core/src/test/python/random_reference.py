#!/usr/bin/env python3
"""Reference values of the random transforms, by mpmath at 60 digits.

    python3 core/src/test/python/random_reference.py core/src/test/resources/io/surprisal/random

Each line holds an argument as a hexadecimal double, and the function's value as the sum of two of them.
"""
import random
import sys

import mpmath as mp

mp.mp.dps = 60


def halves(value):
    high = float(value)
    return f"{high.hex()},{float(value - mp.mpf(high)).hex()}"


def normal_quantile(u):
    """The root of the cdf, on the side of the nearer tail, where no digits cancel."""
    nearest = min(u, 1 - u)
    z = mp.findroot(lambda x: mp.log(mp.erfc(x / mp.sqrt(2)) / 2) - mp.log(nearest), mp.sqrt(-mp.log(nearest * 2)) * 1.2)
    return z if u > mp.mpf(1) / 2 else -z


def write(path, rows):
    with open(path, "w", encoding="ascii") as out:
        out.writelines(row + "\n" for row in rows)


def double_grid():
    """Arguments of the FLOAT64 grid: the ends, the middle, the joints of AS241, and random ones on a logarithmic scale."""
    steps = {0, 1, 2, 3, 2**51 - 1, 2**51 - 2, 2**51 - 3, 2**51, 2**51 + 1, 2**52 - 1, 2**52 - 2}
    joint = int(0.075 * 2**52)
    far = int(mp.exp(-25) * 2**52)
    steps |= set(range(joint - 3, joint + 4)) | set(range(far - 3, far + 4))
    generator = random.Random(1)
    for _ in range(200):
        small = int(2 ** generator.uniform(0, 51))
        steps |= {small, 2**52 - 1 - small, 2**51 - small}
    return [(2 * step + 1) * 2.0**-53 for step in sorted(steps)]


def main(folder):
    grid = double_grid()
    write(f"{folder}/normal_quantile.csv", (f"{u.hex()},{halves(normal_quantile(mp.mpf(u)))}" for u in grid))
    generator = random.Random(2)
    arguments = grid + [2 ** generator.uniform(-1000, 1000) for _ in range(200)] + [1.0, 2.0**-0.5, 2.0**0.5]
    write(f"{folder}/log.csv", (f"{x.hex()},{halves(mp.log(mp.mpf(x)))}" for x in arguments))


if __name__ == "__main__":
    main(sys.argv[1])
