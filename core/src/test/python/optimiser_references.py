"""Three steps of each optimiser on fixed gradients, by the formulas of the papers, in double precision.

Run: python3 core/src/test/python/optimiser_references.py
The output is what OptimizersTest compares with. Settings: rate 0.1, the optimisers' usual other ones.
"""
import numpy as np

theta0 = np.array([1.0, -2.0, 0.5])
gradients = [np.array([0.3, -1.2, 0.0]), np.array([-0.1, 2.0, 0.05]), np.array([0.7, -0.4, -0.02])]
rate = 0.1


def run(step, slots):
    theta, state = theta0.copy(), [np.zeros(3) for _ in range(slots)]
    for t, g in enumerate(gradients, start=1):
        theta, state = step(theta, g, state, t)
    return theta


def sgd(theta, g, s, t):
    return theta - rate * g, s


def momentum(theta, g, s, t):
    v = 0.9 * s[0] + g
    return theta - rate * v, [v]


def nesterov(theta, g, s, t):
    v = 0.9 * s[0] + g
    return theta - rate * (g + 0.9 * v), [v]


def rmsprop(theta, g, s, t):
    v = 0.99 * s[0] + 0.01 * g * g
    return theta - rate * g / (np.sqrt(v) + 1e-8), [v]


def adagrad(theta, g, s, t):
    v = s[0] + g * g
    return theta - rate * g / (np.sqrt(v) + 1e-10), [v]


def adam(theta, g, s, t, decay=0.0):
    m, v = 0.9 * s[0] + 0.1 * g, 0.999 * s[1] + 0.001 * g * g
    mhat, vhat = m / (1 - 0.9**t), v / (1 - 0.999**t)
    return theta - rate * (mhat / (np.sqrt(vhat) + 1e-8) + decay * theta), [m, v]


def adamw(theta, g, s, t):
    return adam(theta, g, s, t, 0.01)


def adam_l2(theta, g, s, t):
    return adam(theta, g + 0.01 * theta, s, t)


def adamax(theta, g, s, t):
    m, u = 0.9 * s[0] + 0.1 * g, np.maximum(0.999 * s[1], np.abs(g) + 1e-8)
    return theta - rate / (1 - 0.9**t) * m / u, [m, u]


def nadam(theta, g, s, t):
    m, v = 0.9 * s[0] + 0.1 * g, 0.999 * s[1] + 0.001 * g * g
    mhat = 0.9 * m / (1 - 0.9 ** (t + 1)) + 0.1 * g / (1 - 0.9**t)
    return theta - rate * mhat / (np.sqrt(v / (1 - 0.999**t)) + 1e-8), [m, v]


def clipped(theta, g, s, t):
    return theta - rate * g * min(1, 1 / np.linalg.norm(g)), s


for rule, slots in [(sgd, 0), (momentum, 1), (nesterov, 1), (rmsprop, 1), (adagrad, 1), (adam, 2), (adamw, 2),
                    (adam_l2, 2), (adamax, 2), (nadam, 2), (clipped, 0)]:
    print(rule.__name__, ", ".join(repr(float(x)) for x in run(rule, slots)))
