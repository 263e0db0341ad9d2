"""Reference values of every elementwise operation, conversion and reduction, for every dtype that it takes.

    python3 elementwise_references.py ../resources/io/surprisal/tensor/reference

writes unary.csv (op,dtype,x,expected), binary.csv (op,dtype,a,b,expected), cast.csv (from,to,x,expected) and reduce.csv
(op,dtype,expected,elements...). Floating results are the exact value, from mpmath with 2,400 bits (trigonometric functions of the
largest double need 1,100) or from fractions, rounded once to the dtype; at 0, infinities and NaN they are NumPy's, which are C99's.
Made with Python 3.11, NumPy 2.4 and mpmath 1.3.
"""

import math
import random
import sys
from fractions import Fraction
from pathlib import Path

import numpy as np
from mpmath import mp, mpf

mp.prec = 2400
np.seterr(all="ignore")

FLOATS = {"FLOAT32": (24, -149, 128, np.float32), "FLOAT64": (53, -1074, 1024, np.float64)}
INTEGERS = {"INT32": 32, "INT64": 64}
INF, NAN = math.inf, math.nan


def rounded(value, dtype):
    """An exact value (Fraction, mpf or an infinity) to the nearest number of the dtype, halves to even, as a Python float."""
    precision, lowest, top, _ = FLOATS[dtype]
    if isinstance(value, mpf):
        if mp.isinf(value):
            return INF if value > 0 else -INF
        sign, man, exp, bits = value._mpf_
        if man == 0:
            return 0.0
        if exp + bits > 1100:
            return -INF if sign else INF
        if exp + bits < -1200:
            return -0.0 if sign else 0.0
        value = Fraction(-man if sign else man) * Fraction(2) ** exp
    if value == 0:
        return 0.0
    exponent = abs(value.numerator).bit_length() - value.denominator.bit_length()
    if abs(value) < Fraction(2) ** exponent:
        exponent -= 1
    quantum = Fraction(2) ** max(exponent - precision + 1, lowest)
    result = round(value / quantum) * quantum
    if abs(result) >= Fraction(2) ** top:
        return INF if value > 0 else -INF
    return math.copysign(float(result), value)


def text(value, dtype):
    """What Java's parseFloat, parseDouble or parseLong reads back exactly."""
    if dtype == "BOOL":
        return str(int(value))
    if dtype in INTEGERS:
        return str(int(value))
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return str(FLOATS[dtype][3](value)) if dtype == "FLOAT32" else repr(float(value))


def wrapped(value, dtype):
    bits = INTEGERS[dtype]
    value &= (1 << bits) - 1
    return value - (1 << bits) if value >> (bits - 1) else value


def real(function):
    """A function on the reals: a complex result is NaN, a pole an infinity."""

    def evaluate(x):
        result = function(mpf(x))
        if isinstance(result, mp.mpc) or mp.isnan(result):
            return NAN
        return result

    return evaluate


def integral(function):
    return lambda x: Fraction(function(Fraction(x)))


def at_specials(numpy_function):
    return lambda x: float(numpy_function(np.float64(x)))


def log_or_pole(x):
    return -mp.inf if x == 0 else mp.log(x)


def log1p_or_pole(x):
    return -mp.inf if x == -1 else mp.log1p(x)


def atanh_or_pole(x):
    return x * mp.inf if abs(x) == 1 else mp.atanh(x)


def table(entries):
    return lambda x: NAN if math.isnan(x) else entries[str(x)]


# op: (the exact value at an ordinary x, the value at ±0, ±infinity and NaN)
UNARY = {
    "NEG": (lambda x: -Fraction(x), at_specials(np.negative)),
    "ABS": (lambda x: abs(Fraction(x)), at_specials(np.abs)),
    "SIGN": (lambda x: Fraction(1 if x > 0 else -1), lambda x: x if x == 0 or math.isnan(x) else math.copysign(1, x)),
    "FLOOR": (integral(math.floor), at_specials(np.floor)),
    "CEIL": (integral(math.ceil), at_specials(np.ceil)),
    "ROUND": (integral(round), at_specials(np.rint)),
    "EXP": (real(mp.exp), at_specials(np.exp)),
    "EXPM1": (real(mp.expm1), at_specials(np.expm1)),
    "LOG": (real(log_or_pole), at_specials(np.log)),
    "LOG1P": (real(log1p_or_pole), at_specials(np.log1p)),
    "SQRT": (real(mp.sqrt), at_specials(np.sqrt)),
    "SQUARE": (lambda x: Fraction(x) ** 2, at_specials(np.square)),
    "RECIPROCAL": (lambda x: 1 / Fraction(x), at_specials(np.reciprocal)),
    "SIN": (real(mp.sin), at_specials(np.sin)),
    "COS": (real(mp.cos), at_specials(np.cos)),
    "TAN": (real(mp.tan), at_specials(np.tan)),
    "ASIN": (real(mp.asin), at_specials(np.arcsin)),
    "ACOS": (real(mp.acos), at_specials(np.arccos)),
    "ATAN": (real(mp.atan), at_specials(np.arctan)),
    "SINH": (real(mp.sinh), at_specials(np.sinh)),
    "COSH": (real(mp.cosh), at_specials(np.cosh)),
    "TANH": (real(mp.tanh), at_specials(np.tanh)),
    "ASINH": (real(mp.asinh), at_specials(np.arcsinh)),
    "ACOSH": (real(mp.acosh), at_specials(np.arccosh)),
    "ATANH": (real(atanh_or_pole), at_specials(np.arctanh)),
    "SIGMOID": (
        real(lambda x: 1 / (1 + mp.exp(-x))),
        table({"0.0": 0.5, "-0.0": 0.5, "inf": 1.0, "-inf": 0.0}),
    ),
    "SOFTPLUS": (
        real(lambda x: mp.log1p(mp.exp(x))),
        table({"0.0": mp.log(2), "-0.0": mp.log(2), "inf": INF, "-inf": 0.0}),
    ),
    "RELU": (lambda x: max(Fraction(x), Fraction(0)), table({"0.0": 0.0, "-0.0": 0.0, "inf": INF, "-inf": 0.0})),
}
PREDICATES = {"IS_NAN": math.isnan, "IS_FINITE": math.isfinite}
INTEGER_UNARY = {
    "NEG": lambda x: -x,
    "ABS": abs,
    "SIGN": lambda x: (x > 0) - (x < 0),
    "SQUARE": lambda x: x * x,
}


def points(dtype, generator):
    """±0, ±infinity, NaN, subnormal, huge, and ordinary numbers of every size, each of them exact in the dtype."""
    kind = FLOATS[dtype][3]
    info = np.finfo(kind)
    positive = [info.smallest_subnormal, info.smallest_normal / 2, info.smallest_normal, info.eps, info.max, info.max / 4]
    positive += [1, np.nextafter(kind(1), kind(0)), np.nextafter(kind(1), kind(2)), 0.5, 1.5, 2, 2.5, 3, 3.5]
    positive += [0.1, 0.25, 0.49, 0.51, 0.9, 1.1, 1e-30, 1e-12, 1e-9, 1e-5, 1e-3, math.pi / 2, math.pi, 4.5, 7.3, 10]
    positive += [17.5, 19.1, 22.4, 36.7, 40, 88.6, 89.5, 103, 104.5, 709.5, 710.3, 744.5, 746, 1e4, 1e5, 2**24 - 1]
    positive += [2**23 + 1, 2**52 - 0.5, 2**53 - 1, 2.0**28, 2.0**29, 1e10, 1e20, 1e30]
    positive += [generator.uniform(0, 1) for _ in range(6)] + [generator.uniform(1, 4) for _ in range(6)]
    positive += [2 ** generator.uniform(-20, 20) for _ in range(8)]
    exact = sorted({float(kind(x)) for x in positive if 0 < float(kind(x)) < INF})
    return [0.0, -0.0, INF, -INF, NAN] + exact + [-x for x in exact]


def special(x):
    return x == 0 or not math.isfinite(x)


def finished(value, dtype):
    if isinstance(value, float):
        return value if special(value) else rounded(Fraction(value), dtype)
    return rounded(value, dtype)


def unary_rows():
    for dtype in FLOATS:
        values = points(dtype, random.Random(dtype))
        for op, (exact, at_special) in UNARY.items():
            for x in values:
                result = finished(at_special(x) if special(x) else exact(x), dtype)
                if result == 0 and not special(x):
                    # IEEE 754 gives a whole number rounded from below 0 the sign that the number had.
                    negative = op in ("CEIL", "ROUND") and x < 0
                    result = math.copysign(0.0, -1.0) if negative else result
                yield op, dtype, text(x, dtype), text(result, dtype)
        for op, predicate in PREDICATES.items():
            for x in values:
                yield op, dtype, text(x, dtype), text(predicate(x), "BOOL")
    for dtype in INTEGERS:
        for op, function in INTEGER_UNARY.items():
            for x in whole(dtype):
                yield op, dtype, str(x), str(wrapped(function(x), dtype))
    for x in (0, 1):
        yield "NOT", "BOOL", str(x), str(1 - x)


def whole(dtype):
    top = 2 ** (INTEGERS[dtype] - 1)
    root = math.isqrt(top)
    return [-top, -top + 1, -root - 1, -7, -3, -2, -1, 0, 1, 2, 3, 7, root, root + 1, top - 2, top - 1]


def pow_exact(a, b):
    if a < 0 and b != int(b):
        return NAN
    magnitude = mp.power(mpf(abs(a)), mpf(b))
    return -magnitude if a < 0 and int(b) % 2 else magnitude


def maximum(a, b):
    if math.isnan(a) or math.isnan(b):
        return NAN
    return max(a, b, key=lambda x: (x, math.copysign(1, x)))


def minimum(a, b):
    return -maximum(-a, -b)


def remainder_at_specials(a, b):
    """a - b floor(a/b) with an infinite b; NumPy's remainder, but for the sign of a zero, which is b's."""
    result = float(np.remainder(np.float64(a), np.float64(b)))
    return math.copysign(0, b) if result == 0 else result


def numpy_pair(function):
    return lambda a, b: float(function(np.float64(a), np.float64(b)))


# op: (the exact value at two ordinary numbers, the value where one is ±0, ±infinity or NaN)
BINARY = {
    "PLUS": (lambda a, b: Fraction(a) + Fraction(b), numpy_pair(np.add)),
    "MINUS": (lambda a, b: Fraction(a) - Fraction(b), numpy_pair(np.subtract)),
    "TIMES": (lambda a, b: Fraction(a) * Fraction(b), numpy_pair(np.multiply)),
    "DIV": (lambda a, b: Fraction(a) / Fraction(b), numpy_pair(np.divide)),
    "REMAINDER": (lambda a, b: Fraction(a) - Fraction(b) * math.floor(Fraction(a) / Fraction(b)), remainder_at_specials),
    "POW": (pow_exact, numpy_pair(np.power)),
    "ATAN2": (lambda a, b: mp.atan2(mpf(a), mpf(b)), None),
    "MAX": (maximum, maximum),
    "MIN": (minimum, minimum),
}
COMPARISONS = {
    "EQUAL": lambda a, b: a == b,
    "NOT_EQUAL": lambda a, b: a != b,
    "LESS": lambda a, b: a < b,
    "LESS_EQUAL": lambda a, b: a <= b,
    "GREATER": lambda a, b: a > b,
    "GREATER_EQUAL": lambda a, b: a >= b,
}
INTEGER_BINARY = {
    "PLUS": lambda a, b: a + b,
    "MINUS": lambda a, b: a - b,
    "TIMES": lambda a, b: a * b,
    "DIV": lambda a, b: abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1),
    "REMAINDER": lambda a, b: a % b,
    "MAX": max,
    "MIN": min,
}
LOGIC = {"AND": lambda a, b: a & b, "OR": lambda a, b: a | b, "XOR": lambda a, b: a ^ b}


def atan2_at_specials(a, b, dtype):
    """The exact angle is a multiple of π/4; NumPy's double is next to it."""
    if math.isnan(a) or math.isnan(b):
        return NAN
    approximate = math.atan2(a, b)
    return math.copysign(0.0, approximate) if approximate == 0 else rounded(mp.pi * round(approximate / math.pi * 4) / 4, dtype)


def pairs(dtype, generator):
    kind = FLOATS[dtype][3]
    info = np.finfo(kind)
    some = [0.0, INF, 1.0, 2.5, 3.0, kind(0.1), info.max, info.smallest_subnormal, kind(7.3)]
    some = [NAN] + [float(x) for x in some] + [-float(x) for x in some]
    result = [(a, b) for a in some for b in some]
    for _ in range(30):
        a = kind(generator.choice((-1, 1)) * 2 ** generator.uniform(-8, 8))
        b = kind(generator.choice((-1, 1)) * 2 ** generator.uniform(-4, 4))
        result.append((float(a), float(b)))
        result.append((abs(float(a)), float(b)))
    return result


def binary_rows():
    for dtype in FLOATS:
        values = pairs(dtype, random.Random(dtype + " pairs"))
        for op, (exact, at_special) in BINARY.items():
            for a, b in values:
                if op == "ATAN2" and (special(a) or special(b)):
                    result = atan2_at_specials(a, b, dtype)
                elif special(a) or special(b) or op in ("MAX", "MIN"):
                    result = at_special(a, b)
                    result = result if special(result) else rounded(Fraction(result), dtype)
                else:
                    result = finished(exact(a, b), dtype)
                    if result == 0:
                        result = signed_zero(op, a, b, result)
                yield op, dtype, text(a, dtype), text(b, dtype), text(result, dtype)
        for op, comparison in COMPARISONS.items():
            for a, b in values:
                yield op, dtype, text(a, dtype), text(b, dtype), text(comparison(a, b), "BOOL")
    for dtype in INTEGERS:
        for a in whole(dtype):
            for b in whole(dtype):
                for op, function in INTEGER_BINARY.items():
                    if b != 0 or op not in ("DIV", "REMAINDER"):
                        yield op, dtype, str(a), str(b), str(wrapped(function(a, b), dtype))
                for op, comparison in COMPARISONS.items():
                    yield op, dtype, str(a), str(b), text(comparison(a, b), "BOOL")
    for a in (0, 1):
        for b in (0, 1):
            for op, function in LOGIC.items():
                yield op, "BOOL", str(a), str(b), str(function(a, b))
            for op in ("EQUAL", "NOT_EQUAL"):
                yield op, "BOOL", str(a), str(b), text(COMPARISONS[op](a, b), "BOOL")


def signed_zero(op, a, b, result):
    """Products and quotients that underflow keep their sign; a remainder has its divisor's."""
    if op in ("TIMES", "DIV"):
        return math.copysign(0.0, math.copysign(1, a) * math.copysign(1, b))
    if op == "REMAINDER":
        return math.copysign(0.0, b)
    return result


def cast_rows():
    tie = (1 << 60) + (1 << 36) + 1  # through a double its last bit is lost, and the tie goes the other way
    wholes = {dtype: whole(dtype) + [16777217, -16777219] for dtype in INTEGERS}
    wholes["INT64"] += [tie, -tie, 2**53 + 1, 2**31, 2**32 + 5, -(2**31) - 1]
    for source, values in wholes.items():
        for x in values:
            for target in FLOATS:
                yield source, target, str(x), text(rounded(Fraction(x), target), target)
            other = "INT64" if source == "INT32" else "INT32"
            yield source, other, str(x), str(wrapped(x, other))
            yield source, "BOOL", str(x), str(int(x != 0))
    for x in (0, 1):
        for target in ("FLOAT32", "FLOAT64"):
            yield "BOOL", target, str(x), text(float(x), target)
        for target in INTEGERS:
            yield "BOOL", target, str(x), str(x)
    for source, (_, _, _, kind) in FLOATS.items():
        other = "FLOAT64" if source == "FLOAT32" else "FLOAT32"
        values = points(source, random.Random(source + " cast"))
        values += [float(kind(x)) for x in (2**31, 2**31 - 1, -(2**31), 2**63, -(2**63), 2**62, 2147483520, 1.9999999)]
        for x in values:
            narrowed = x if special(x) else rounded(Fraction(x), other)
            yield source, other, text(x, source), text(narrowed, other)
            yield source, "BOOL", text(x, source), str(int(x != 0))
            for target, bits in INTEGERS.items():
                low, high = -(2 ** (bits - 1)), 2 ** (bits - 1) - 1
                if math.isnan(x):
                    result = 0
                elif math.isinf(x):
                    result = high if x > 0 else low
                else:
                    result = min(max(math.trunc(Fraction(x)), low), high)
                yield source, target, text(x, source), str(result)


def reduce_rows():
    generator = random.Random("reduce")
    for dtype, (_, _, _, kind) in FLOATS.items():
        rows = [[1.0], [1.5, -2.25, 4.0], [float(kind(0.1))] * 1000, [1e10, 1.0, -1e10, float(kind(1e-5))]]
        rows.append([float(kind(generator.gauss(0, 1))) for _ in range(100)])
        rows.append([float(np.finfo(kind).max), 1.0, float(-np.finfo(kind).max)])
        for row in rows:
            yield "SUM", dtype, text(rounded(sum(map(Fraction, row)), dtype), dtype), *(text(x, dtype) for x in row)
            yield "MAX", dtype, text(max(row), dtype), *(text(x, dtype) for x in row)
            yield "MIN", dtype, text(min(row), dtype), *(text(x, dtype) for x in row)
        factors = [[2.0], [1.5, -2.25, 4.0, 3.0], [float(kind(1 + generator.uniform(-0.2, 0.2))) for _ in range(12)]]
        for row in factors:
            exact = math.prod(map(Fraction, row))
            yield "PRODUCT", dtype, text(rounded(exact, dtype), dtype), *(text(x, dtype) for x in row)
        for row in ([1.0, NAN, 3.0], [NAN, 1.0], [INF, 1.0], [-INF, -1.0], [INF, -INF]):
            values = np.array(row)
            for op, function in (("SUM", np.sum), ("PRODUCT", np.prod), ("MAX", np.max), ("MIN", np.min)):
                yield op, dtype, text(float(function(values)), dtype), *(text(x, dtype) for x in row)
    for dtype in INTEGERS:
        for row in (whole(dtype), [3, -4, 5], [7], [2 ** (INTEGERS[dtype] - 1) - 1] * 3):
            # Sums and products are INT64, and wrap there.
            yield "SUM", dtype, str(wrapped(sum(row), "INT64")), *map(str, row)
            yield "PRODUCT", dtype, str(wrapped(math.prod(row), "INT64")), *map(str, row)
            yield "MAX", dtype, str(max(row)), *map(str, row)
            yield "MIN", dtype, str(min(row)), *map(str, row)
    for row in ([0], [1], [0, 1, 1], [1, 1, 1], [0, 0]):
        yield "SUM", "BOOL", str(sum(row)), *map(str, row)
        yield "MAX", "BOOL", str(max(row)), *map(str, row)
        yield "MIN", "BOOL", str(min(row)), *map(str, row)


def main():
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    rows = {"unary": unary_rows, "binary": binary_rows, "cast": cast_rows, "reduce": reduce_rows}
    for name, make in rows.items():
        (target / f"{name}.csv").write_text("".join(",".join(row) + "\n" for row in make()))


main()
