"""Activations at four points with 50 digits (mpmath).

Run: python3 core/src/test/python/activation_references.py
The output is what ActivationTest compares with.
"""
from mpmath import mp, mpf, exp, log, tanh, ncdf

mp.dps = 50
functions = {
    "NONE": lambda x: x,
    "RELU": lambda x: max(x, mpf(0)),
    "TANH": tanh,
    "SIGMOID": lambda x: 1 / (1 + exp(-x)),
    "SOFTPLUS": lambda x: log(1 + exp(x)),
    "GELU": lambda x: x * ncdf(x),
    "SILU": lambda x: x / (1 + exp(-x)),
    "leakyRelu(0.01)": lambda x: x if x >= 0 else x * mpf("0.01"),
    "elu(2)": lambda x: x if x >= 0 else 2 * (exp(x) - 1),
}
for name, f in functions.items():
    print(name + ":", ", ".join(repr(float(f(mpf(x)))) for x in (-30, -1, 0, "0.5")))
