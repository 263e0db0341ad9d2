"""Orders of things: Plackett–Luce."""

import random
from itertools import permutations

from mpmath import exp, fsum, log, mpf

from vector_grids import single

CHANCE = random.Random(6)


def plackett_luce(x, logits):
    scores = [logits[int(i)] for i in x]
    return fsum(s - log(fsum(exp(t) for t in scores[i:])) for i, s in enumerate(scores))


def plackett_luce_entropy(logits):
    entropy = mpf(0)
    for order in permutations(range(len(logits))):
        value = plackett_luce(order, logits)
        entropy -= exp(value) * value
    return entropy


def points():
    for k in (1, 2, 3, 5, 10):
        for spread in (0.0, 1.0, 10.0, 300.0):
            logits = single([CHANCE.gauss(0, spread) for _ in range(k)])
            if k <= 5:
                yield "PlackettLuce", "entropy", plackett_luce_entropy, None, [logits], ()
            for _ in range(3):
                order = [float(i) for i in range(k)]
                CHANCE.shuffle(order)
                yield "PlackettLuce", "logProb", plackett_luce, order, [logits], (-1,)
    for k, spread in ((100, 1.0), (100, 1e5)):
        logits = [CHANCE.gauss(0, spread) for _ in range(k)]
        order = [float(i) for i in range(k)]
        CHANCE.shuffle(order)
        yield "PlackettLuce", "logProb", plackett_luce, order, [logits], (-1,), "beyond"
