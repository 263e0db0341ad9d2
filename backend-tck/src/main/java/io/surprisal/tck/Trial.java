package io.surprisal.tck;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.spi.Offsets;
import java.util.List;
import java.util.StringJoiner;

/** One operation on one set of inputs: compares results, and words what is wrong with them. */
record Trial(String operation, List<HostArray> inputs) {

    /** Checks type, shape and every element of {@code actual}. */
    void compare(HostArray expected, HostArray actual, Bound bound) {
        requireType(expected, actual);
        if (!actual.shape().equals(expected.shape())) {
            throw new AssertionError(
                    this + ": expected shape " + expected.shape() + ", but was " + actual.shape() + ".");
        }
        int wrong = 0;
        int worst = -1;
        double worstExcess = 0;
        for (int i = 0; i < expected.shape().size(); i++) {
            double excess = excess(i, expected, actual, bound);
            if (excess > 0) {
                wrong++;
                if (excess > worstExcess) {
                    worstExcess = excess;
                    worst = i;
                }
            }
        }
        if (wrong > 0) {
            throw new AssertionError(failure(worst, wrong, expected, actual, bound));
        }
    }

    /** Checks that two results of one backend are the same bits (any NaN is the same). */
    void identical(HostArray expected, HostArray actual) {
        compare(expected, actual, Bound.exact());
    }

    private void requireType(HostArray expected, HostArray actual) {
        boolean widened = expected.dtype() == DType.FLOAT64
                && actual.dtype() == DType.FLOAT32
                && inputs.stream().noneMatch(input -> input.dtype() == DType.FLOAT64);
        if (actual.dtype() != expected.dtype() && !widened) {
            throw new AssertionError(
                    this + ": expected elements " + expected.dtype() + ", but they are " + actual.dtype() + ".");
        }
    }

    /** By how many bounds the element is wrong: 0 where it is right, ∞ where no distance measures it. */
    private static double excess(int i, HostArray expected, HostArray actual, Bound bound) {
        DType dtype = actual.dtype();
        if (dtype == DType.INT64) {
            return actual.longs()[i] == expected.longs()[i] ? 0 : Double.POSITIVE_INFINITY;
        }
        double e = expected.doubleAt(i);
        double a = actual.doubleAt(i);
        double rounded = Elements.rounded(e, dtype);
        if (Double.compare(a, rounded) == 0 || (a == 0 && rounded == 0 && !(bound.tellsZerosApart() && e == 0))) {
            return 0;
        }
        if (Double.isNaN(a) || Double.isNaN(e) || Double.isInfinite(e) || (a == 0 && rounded == 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double allowed = bound.at(i, e, dtype);
        double error = Math.abs(Elements.finite(a, dtype) - Elements.finite(e, dtype));
        if (error <= allowed && error < Double.POSITIVE_INFINITY) {
            return 0;
        }
        // A bound of 0 or NaN measures nothing.
        double ratio = error / allowed;
        return Double.isNaN(ratio) ? Double.POSITIVE_INFINITY : ratio;
    }

    private String failure(int i, int wrong, HostArray expected, HostArray actual, Bound bound) {
        DType dtype = actual.dtype();
        int first = i < 0 ? firstWrong(expected, actual, bound) : i;
        double e = expected.doubleAt(first);
        double a = actual.doubleAt(first);
        StringBuilder message = new StringBuilder(this + ": at element " + first);
        message.append(Elements.place(first, expected.shape()));
        message.append(inputsAt(first, expected.shape()));
        message.append(": expected ").append(Elements.text(expected, first, dtype));
        message.append(", but was ").append(Elements.text(actual, first, dtype));
        if (dtype.isFloating()) {
            // From 0 there is no ulp to count in.
            double unit = e == 0 ? 1 : Elements.ulp(e, dtype);
            message.append(e == 0 ? " (error " : " (ulps ").append(Elements.brief(Math.abs(a - e) / unit));
            message.append("; allowed ")
                    .append(Elements.brief(bound.at(first, e, dtype) / unit))
                    .append(')');
        }
        return message.append("; ")
                .append(wrong)
                .append(" of ")
                .append(expected.shape().size())
                .append(" elements are wrong.")
                .toString();
    }

    private static int firstWrong(HostArray expected, HostArray actual, Bound bound) {
        int i = 0;
        while (excess(i, expected, actual, bound) == 0) {
            i++;
        }
        return i;
    }

    /** The input values that met in an element, where the operation is elementwise in shape. */
    private String inputsAt(int index, Shape out) {
        if (inputs.isEmpty() || !inputs.stream().allMatch(input -> Alignment.repeats(input.shape(), out))) {
            return "";
        }
        StringJoiner values = new StringJoiner(", ", " for inputs (", ")");
        for (HostArray input : inputs) {
            int from = Offsets.broadcast(input.shape(), out)[index];
            values.add(Elements.text(input, from, input.dtype()));
        }
        return values.toString();
    }

    /** The operation with the types and shapes of its inputs. */
    @Override
    public String toString() {
        StringJoiner description = new StringJoiner(" × ", operation + " of ", "");
        description.setEmptyValue(operation);
        for (HostArray input : inputs) {
            description.add(input.dtype() + " " + input.shape());
        }
        return description.toString();
    }
}
