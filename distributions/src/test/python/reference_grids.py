"""Writes the reference grids of the families, by mpmath with 60 digits.

    python3 distributions/src/test/python/reference_grids.py [--statistics | --full | --beyond] [Family ...]

With --statistics the points stay as they are, and only functions of the parameters alone are computed anew; with --full only what is at
parameters and arguments of all 53 bits; with --beyond only what is at parameters outside the ordinary.

Each family is a class in a module of its own under families/, in which it states its functions as formulas of mpmath numbers; see Family.
A grid has a line for each parameters × function × argument: parameters; function; argument; value; sensitivity; region. The sensitivity is
Σ |a ∂f/∂a| over the argument and the parameters: relative errors ε in them change the value by that times ε (it is the condition number
times the value). The region is bulk, tail (probability below 1e-10 on the smaller side), edge (the value is exact) or beyond (parameters
outside the ordinary).
"""

import importlib
import pathlib
import struct
import sys

import mpmath
from mpmath import inf, isinf, isnan, log, log1p, mp, mpf, nstr

DIGITS = 60
ROUGH_DIGITS = 25
HERE = pathlib.Path(__file__).parent
GRIDS = HERE.parent / "resources/io/surprisal/distributions/grids"

LEVELS = {"bulk": ["1e-9", "1e-4", "0.03", "0.2", "0.45"], "tail": ["1e-20", "1e-100", "1e-300"]}
LEVELS_OF_FULL = {"bulk": ["2e-7", "0.011", "0.36"], "tail": ["7e-43", "3e-297"]}
PROBABILITIES = ["cdf", "survival", "logCdf", "logSurvival"]
STATISTICS = ["entropy", "mean", "variance", "mode", "median", "skewness", "kurtosis"]


def single(x):
    """The nearest number of single precision where that is a normal one, else of double; of each element of a vector."""
    if isinstance(x, tuple):
        return tuple(single(element) for element in x)
    x = float(x)
    if 1e-37 < abs(x) < 1e38:
        return struct.unpack("f", struct.pack("f", x))[0]
    return x


def all_bits(x):
    """A double nearby with no zeros at the end; the same where it is a whole number or infinite; of each element of a vector."""
    if isinstance(x, tuple):
        return tuple(all_bits(element) for element in x)
    x = float(x)
    if x in (inf, -inf) or x == int(x):
        return x
    return of_order(order(x) | 0x2AAAB)


def double(x):
    """The nearest double; of each element of a vector."""
    return tuple(float(element) for element in x) if isinstance(x, tuple) else float(x)


class Family:
    """A continuous family. Subclasses give name, parameters, points and formulas."""

    #: Names of the parameters, in the order of the formulas.
    parameters = ()
    #: Parameters of the grid, ordinary ones: at least five or six.
    points = ()
    #: Ordinary ones again, of which single precision has not all bits; nor has it of the arguments.
    full = ()
    #: Parameters beyond the ordinary, whose accuracy is measured and bounded by beyond_tolerance.
    beyond = ()
    #: The bound on the relative error there, or 0 where beyond is empty.
    beyond_tolerance = 0
    #: Parameters that are whole numbers, which no rounding moves.
    whole = ()

    def log_prob(self, x, *parameters):
        raise NotImplementedError

    def cdf(self, x, *parameters):
        """P(X <= x) to full relative accuracy."""
        raise NotImplementedError

    def survival(self, x, *parameters):
        """P(X > x) to full relative accuracy."""
        raise NotImplementedError

    def log_cdf(self, x, *parameters):
        p = self.cdf(x, *parameters)
        return log(p) if p < 0.5 else log1p(-self.survival(x, *parameters))

    def log_survival(self, x, *parameters):
        p = self.survival(x, *parameters)
        return log(p) if p < 0.5 else log1p(-self.cdf(x, *parameters))

    def support(self, *parameters):
        return (-inf, inf)

    def rough_quantile(self, log_p, from_above, *parameters):
        """About the x with log cdf (or log survival) = log_p; by bisection of the doubles unless overridden."""
        low, high = (order(float(end)) for end in self.support(*parameters))
        function = self.log_survival if from_above else self.log_cdf
        while high - low > 2**20:
            middle = (low + high) // 2
            x = mpf(of_order(middle))
            if (function(x, *parameters) < log_p) == from_above:
                high = middle
            else:
                low = middle
        return of_order((low + high) // 2)

    def statistics(self, *parameters):
        """A dict of those of entropy, mean, variance, mode, skewness, kurtosis that the family has; the median is added."""
        return {}

    def edges(self):
        """Exact values at the edges of the support: (parameters, function, argument, value)."""
        return []

    # -- the grid --

    #: How arguments are rounded.
    rounded = staticmethod(single)

    #: Whether outcomes are whole numbers.
    discrete = False

    def arguments(self, parameters):
        """(x, region) by the probabilities of BULK and TAILS on both sides."""
        found = {}
        with mp.workdps(ROUGH_DIGITS):
            for region, levels in (LEVELS if self.rounded is single else LEVELS_OF_FULL).items():
                for level in levels:
                    for from_above in (False, True):
                        x = self.rounded(self.rough_quantile(log(mpf(level)), from_above, *parameters))
                        if self.inside(mpf(x), parameters):
                            found.setdefault(x, region)
        return found.items()

    def inside(self, x, parameters):
        low, high = self.support(*parameters)
        # Beyond these, doubles have fewer digits or none.
        return low < x < high and mpf("1e-300") < abs(x) < mpf("1e300")

    def rows(self, parameters, beyond):
        values = exact(parameters)
        for x, region in self.arguments(values):
            region = "beyond" if beyond else region
            yield self.row(parameters, "logProb", x, self.log_prob, region)
            below = self.log_cdf(mpf(x), *values)
            above = self.log_survival(mpf(x), *values)
            for name, log_p, function in (("cdf", below, self.cdf), ("survival", above, self.survival)):
                # Not where doubles are subnormal: neither the probability nor the logarithm next to 0.
                if log_p == 0 or abs(log_p) > mpf("1e-305"):
                    yield self.row(parameters, "logCdf" if name == "cdf" else "logSurvival", x, getattr(self, "log_" + name), region)
                if log_p > log(mpf("1e-305")):
                    yield self.row(parameters, name, x, function, region)
            # The quantile from the side of the smaller tail, and at the larger probability only where that is no rounded 1.
            yield from self.quantile_rows(parameters, x, below, above, region)
        yield from self.statistic_rows(parameters, beyond)

    def statistic_rows(self, parameters, beyond):
        values = exact(parameters)
        for name, value in self.statistics(*values).items():
            yield self.row(parameters, name, None, self.statistic(name), "beyond" if beyond else "bulk", value)
        yield self.row(parameters, "median", None, self.median, "beyond" if beyond else "bulk")

    def quantile_rows(self, parameters, x, below, above, region):
        values = exact(parameters)
        lower = below < above
        log_p = below if lower else above
        logs = self.rounded(log_p)
        yield self.row(parameters, "quantileOfLog" if lower else "inverseSurvivalOfLog", logs, self.inverse(x, lower, True), region)
        p = self.rounded(mp.exp(log_p))
        if p > 1e-300:
            yield self.row(parameters, "quantile" if lower else "inverseSurvival", p, self.inverse(x, lower, False), region)
        # The same point from the other side.
        other = self.rounded(1 - mp.exp(log_p))
        if region != "tail" and 0 < other < 1:
            yield self.row(parameters, "inverseSurvival" if lower else "quantile", other, self.inverse(x, not lower, False), region)
            logs = self.rounded(log1p(-mp.exp(log_p)))
            yield self.row(parameters, "inverseSurvivalOfLog" if lower else "quantileOfLog", logs, self.inverse(x, not lower, True), region)

    def inverse(self, start, lower, of_log):
        """p -> x by Newton's method from a number nearby, on the logarithm of the smaller tail."""

        def quantile(p, *parameters):
            log_p = p if of_log else log(p)
            small = log_p < -log(mpf(2))
            target = log_p if small else log1p(-mp.exp(log_p))
            from_below = lower if small else not lower
            function = self.log_cdf if from_below else self.log_survival
            nonlocal start
            x = mpf(start)
            for _ in range(60):
                value = function(x, *parameters)
                slope = mp.exp(self.log_prob(x, *parameters) - value)
                step = (value - target) / (slope if from_below else -slope)
                x -= step
                if abs(step) <= mpf(10) ** -45 * abs(x):
                    start = x
                    return x
            raise ArithmeticError(f"{self.name}{parameters}: no quantile of {p}")

        return quantile

    def statistic(self, name):
        return lambda *parameters: self.statistics(*parameters)[name]

    def median(self, *parameters):
        start = self.rough_quantile(log(mpf("0.5")), False, *parameters)
        return self.inverse(start, True, False)(mpf("0.5"), *parameters)

    def row(self, parameters, function, argument, formula, region, value=None):
        point = exact(parameters)
        arguments = ([] if argument is None else [mpf(argument)]) + point
        value = formula(*arguments) if value is None else value
        fixed = 0 if argument is None or not (self.discrete and not function.startswith(("quantile", "inverse"))) else 1
        moving = range(fixed, len(arguments))
        sensitivity = mpf(0)
        for i in moving:
            k = i - (0 if argument is None else 1)
            if k >= 0 and self.parameters[k] in self.whole:
                continue
            if isinstance(arguments[i], tuple):
                for j, element in enumerate(arguments[i]):
                    if element == 0:
                        continue
                    of_element = lambda *all, i=i, j=j: formula(*all[:i], replaced(arguments[i], j, all[i]), *all[i + 1 :])
                    moved = arguments[:i] + [element] + arguments[i + 1 :]
                    sensitivity += abs(self.slope(of_element, moved, i) * element)
            elif arguments[i] != 0 and not isinf(arguments[i]):
                sensitivity += abs(self.slope(formula, arguments, i) * arguments[i])
        return line(parameters, function, argument, value, sensitivity, region)

    @staticmethod
    def slope(formula, arguments, i):
        if isinf(arguments[i]):
            return mpf(0)
        step = abs(arguments[i]) * mpf(10) ** -18
        ends = []
        for sign in (1, -1):
            moved = list(arguments)
            moved[i] += sign * step
            ends.append(formula(*moved))
        difference = ends[0] - ends[1]
        return mpf(0) if isnan(difference) or isinf(difference) else difference / (2 * step)

    def write(self, anew):
        self.name = type(self).__name__
        kept = self.old_lines(anew != "--statistics") if anew else None
        with mp.workdps(DIGITS):
            lines = [f"# {self.name}: parameters; function; argument; value; sensitivity; region"]
            lines.append(f"# beyond {self.beyond_tolerance}")
            for points, option in ((self.points, None), (self.full, "--full"), (self.beyond, "--beyond")):
                self.rounded = all_bits if option == "--full" else single
                beyond = option == "--beyond"
                for parameters in points:
                    parameters = [double(p) if option == "--full" else single(p) for p in parameters]
                    if kept is None or anew == option:
                        lines.extend(self.rows(parameters, beyond))
                        continue
                    lines.extend(kept[" ".join(number(p) for p in parameters)])
                    if anew == "--statistics":
                        lines.extend(self.statistic_rows(parameters, beyond))
            for parameters, function, argument, value in self.edges():
                lines.append(line(parameters, function, argument, mpf(value), mpf(0), "edge"))
        GRIDS.mkdir(parents=True, exist_ok=True)
        (GRIDS / f"{self.name}.csv").write_text("\n".join(lines) + "\n")
        print(self.name, len(lines) - 2, "lines", file=sys.stderr)


    def old_lines(self, with_statistics):
        """The lines of the present grid, but no exact values at edges, by parameters."""
        kept = {}
        edges = {line(parameters, function, argument, mpf(value), mpf(0), "edge") for parameters, function, argument, value in self.edges()}
        for text in (GRIDS / f"{self.name}.csv").read_text().splitlines():
            fields = text.split("; ")
            if not text.startswith("#") and (with_statistics or fields[1] not in STATISTICS) and text not in edges:
                kept.setdefault(fields[0], []).append(text)
        return kept


class Discrete(Family):
    """A family of whole numbers. cdf and survival are asked for at whole numbers only."""

    discrete = True

    def support(self, *parameters):
        return (0, inf)

    def inside(self, x, parameters):
        low, high = self.support(*parameters)
        return low <= x <= high

    def rough_quantile(self, log_p, from_above, *parameters):
        low, high = self.support(*parameters)
        function = self.log_survival if from_above else self.log_cdf
        reached = lambda k: (function(mpf(k), *parameters) <= log_p) if from_above else (function(mpf(k), *parameters) >= log_p)
        low, step = int(low) - 1, 1
        top = low + 1
        while top < high and not reached(top):
            low, step = top, 2 * step
            top = top + step
        top = int(min(top, high))
        while top - low > 1:
            middle = (low + top) // 2
            if reached(middle):
                top = middle
            else:
                low = middle
        return top

    def quantile_rows(self, parameters, x, below, above, region):
        """At probabilities in the middle of the step to x, where no rounding matters: the quantile is x. Not where steps are as small as it."""
        values = exact(parameters)
        p = self.mass(x, values)
        lower = below < above
        end = self.cdf(mpf(x), *values) if lower else self.survival(mpf(x), *values)
        p = self.rounded(end - p / 2) if lower else self.rounded(end + p / 2)
        if self.mass(x, values) < mpf("1e-11") * end:
            return
        inside = lambda q, e, step: (e - step < q < e) if lower else (e < q < e + step)
        if p > 1e-300 and inside(mpf(p), end, self.mass(x, values)):
            number_itself = lambda *_: mpf(x)
            yield self.row(parameters, "quantile" if lower else "inverseSurvival", p, number_itself, "edge")
            logs = self.rounded(log(mpf(p)))
            if inside(mp.exp(mpf(logs)), end, self.mass(x, values)):
                yield self.row(parameters, "quantileOfLog" if lower else "inverseSurvivalOfLog", logs, number_itself, "edge")

    def mass(self, x, values):
        return mp.exp(self.log_prob(mpf(x), *values))

    def median(self, *parameters):
        return mpf(self.rough_quantile(log(mpf("0.5")), False, *parameters))


def exact(parameters):
    return [tuple(mpf(e) for e in p) if isinstance(p, tuple) else mpf(p) for p in parameters]


def replaced(vector, j, element):
    return vector[:j] + (element,) + vector[j + 1 :]


def bounded(function, limit):
    return lambda x: function(x) if abs(x) < 1e12 or isnan(x) else mpf(limit) if x < 0 else inf


def order(x):
    bits = struct.unpack("q", struct.pack("d", x))[0]
    return bits if bits >= 0 else -(2**63) - bits


def of_order(n):
    return struct.unpack("d", struct.pack("q", n if n >= 0 else -(2**63) - n))[0]


def number(x):
    if x is None:
        return ""
    if isinstance(x, str):
        return x
    if isinstance(x, tuple):
        return ",".join(number(element) for element in x)
    if isinf(x) or isnan(x):
        return {"inf": "Infinity", "-inf": "-Infinity"}.get(str(x).replace("+", ""), "NaN")
    return repr(x) if isinstance(x, float) else str(x) if isinstance(x, int) else nstr(x, 24)


def line(parameters, function, argument, value, sensitivity, region):
    return "; ".join(
        [" ".join(number(p) for p in parameters), function, number(argument), number(value), nstr(sensitivity, 4), region]
    )


def main(names, anew):
    sys.path.insert(0, str(HERE))
    # The search for arguments passes numbers such as 1e200, whose exponential mpmath cannot hold.
    mpmath.exp = bounded(mpmath.exp, 0)
    mpmath.expm1 = bounded(mpmath.expm1, -1)
    erfc = mpmath.erfc
    mpmath.erfc = lambda x: erfc(x) if abs(x) < 1e7 or isnan(x) else mpf(2 if x < 0 else 0)
    sys.modules["reference_grids"] = sys.modules[__name__]
    for path in sorted((HERE / "families").glob("*.py")):
        module = importlib.import_module("families." + path.stem)
        for value in list(vars(module).values()):
            if isinstance(value, type) and issubclass(value, Family) and value.__module__ == module.__name__:
                if not value.__name__.startswith("_") and (not names or value.__name__ in names):
                    value().write(anew)


if __name__ == "__main__":
    options = [word for word in sys.argv[1:] if word.startswith("--")]
    main([word for word in sys.argv[1:] if word not in options], options[0] if options else None)
