"""Writes the reference grids of the families of vectors and matrices, by mpmath with 60 digits.

    python3 distributions/src/test/python/vector_grids.py [NAME ...]

The modules of the folder vectors make points: (grid, function, formula, outcome, parameters, whole). A grid is a family in one of its forms, its
parameters and outcomes are numbers, lists, or lists of lists, and the formula takes the outcome, unless that is None, and then the parameters,
and gives a number or a list. "whole" holds the indices of parameters that are whole numbers (-1 for outcomes alone), or "dimension" for the first.

A line is: parameters; function; outcome; values; sensitivities; dtype. Parameters stand apart by spaces, elements by commas, rows by bars. A
sensitivity is Σ |a ∂f/∂a| over the elements of the outcome and the parameters that are not whole numbers. The dtype is "both", or the only one in
which the numbers are exact and within the domain, or "beyond" for double precision with parameters outside the ordinary.
"""

import importlib
import pathlib
import struct
import sys

from mpmath import mp, mpf, nstr

HERE = pathlib.Path(__file__).parent
GRIDS = HERE.parent / "resources/io/surprisal/distributions/grids/vectors"
MODULES = ("simplex", "counts", "normal", "directional", "matrices", "orders")


def single(value):
    """The nearest number of single precision, or the same in each list."""
    if isinstance(value, list):
        return [single(v) for v in value]
    return struct.unpack("f", struct.pack("f", value))[0]


def text(value):
    if not isinstance(value, list):
        return repr(value)
    return ("|" if value and isinstance(value[0], list) else ",").join(text(v) for v in value)


def exact(value):
    return [exact(v) for v in value] if isinstance(value, list) else mpf(value)


def places(value):
    if not isinstance(value, list):
        return [()]
    return [(i, *rest) for i, v in enumerate(value) for rest in places(v)]


def moved(value, place, step):
    if not place:
        return value + step
    return [moved(v, place[1:], step) if i == place[0] else v for i, v in enumerate(value)]


def at(value, place):
    return at(value[place[0]], place[1:]) if place else value


def as_list(value):
    return list(value) if isinstance(value, (list, tuple)) else [value]


def sensitivities(formula, arguments, fixed):
    total = [mpf(0)] * len(as_list(formula(*arguments)))
    for i, argument in enumerate(arguments):
        for place in [] if i in fixed else places(argument):
            element = at(argument, place)
            if element == 0:
                continue
            step = abs(element) * mpf(10) ** -20
            ends = []
            for sign in (1, -1):
                ends.append(as_list(formula(*arguments[:i], moved(argument, place, sign * step), *arguments[i + 1 :])))
            for k, (up, down) in enumerate(zip(*ends)):
                total[k] += abs((up - down) / (2 * step) * element)
    return total


def line(function, formula, outcome, parameters, whole, dtype):
    arguments = [exact(v) for v in ([] if outcome is None else [outcome]) + parameters]
    first = 0 if outcome is None else 1
    # Outcomes of families with trials are whole numbers too; those of families with a dimension are not.
    fixed = {first} if whole == ("dimension",) else {first + i for i in whole if i >= 0} | ({0} if whole else set())
    values = as_list(formula(*arguments))
    return "; ".join([
        " ".join(text(p) for p in parameters),
        function,
        "" if outcome is None else text(outcome),
        ",".join(nstr(v, 24) for v in values),
        ",".join(nstr(v, 4) for v in sensitivities(formula, arguments, fixed)),
        dtype,
    ])


def dtype_of(numbers):
    return "both" if single(numbers) == numbers else "double"


def main(names):
    files = {}
    with mp.workdps(60):
        for module in MODULES:
            if not (HERE / "vectors" / f"{module}.py").exists():
                continue
            for grid, function, formula, outcome, parameters, whole, *dtype in importlib.import_module(f"vectors.{module}").points():
                if names and grid not in names:
                    continue
                numbers = ([] if outcome is None else [outcome]) + parameters
                made = line(function, formula, outcome, parameters, whole, dtype[0] if dtype else dtype_of(numbers))
                files.setdefault(grid, []).append(made)
    GRIDS.mkdir(parents=True, exist_ok=True)
    for grid, lines in files.items():
        (GRIDS / f"{grid}.csv").write_text("\n".join(lines) + "\n")
        print(grid, len(lines), "lines")


if __name__ == "__main__":
    main(sys.argv[1:])
