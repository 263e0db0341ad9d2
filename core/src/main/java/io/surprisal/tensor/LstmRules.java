package io.surprisal.tensor;

import io.surprisal.tensor.spi.FusedKernels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recurrence of a long short-term memory and its derivatives: the rules. {@link LstmComposition} composes them. */
final class LstmRules {
    private LstmRules() {}

    static Tensor states(Tensor inputs, Tensor recurrent, Tensor hidden, Tensor cell, @Nullable Tensor mask) {
        Shape out = requireSequence("lstm", inputs, recurrent, hidden, cell, mask);
        List<Tensor> operands = operands(mask, inputs, recurrent, hidden, cell);
        Meeting meeting = Meeting.of("lstm", operands);
        FusedKernels<Object> fused = meeting.fused();
        if (fused != null && inputs.size() > 0) {
            Object array = fused.lstm(
                    meeting.array(inputs),
                    meeting.array(recurrent),
                    meeting.array(hidden),
                    meeting.array(cell),
                    arrayOf(meeting, mask),
                    out);
            if (array != null) {
                return meeting.result(array, out, inputs.dtype(), operands);
            }
        }
        return LstmComposition.trace(inputs, recurrent, hidden, cell, mask).states();
    }

    static LstmTrace trace(Tensor inputs, Tensor recurrent, Tensor hidden, Tensor cell, @Nullable Tensor mask) {
        Shape out = requireSequence("lstmTrace", inputs, recurrent, hidden, cell, mask);
        List<Tensor> operands = operands(mask, inputs, recurrent, hidden, cell);
        Meeting meeting = Meeting.of("lstmTrace", operands);
        FusedKernels<Object> fused = meeting.fused();
        if (fused != null && inputs.size() > 0) {
            List<Object> arrays = fused.lstmTrace(
                    meeting.array(inputs),
                    meeting.array(recurrent),
                    meeting.array(hidden),
                    meeting.array(cell),
                    arrayOf(meeting, mask),
                    out);
            if (arrays != null) {
                DType dtype = inputs.dtype();
                return new LstmTrace(
                        meeting.result(arrays.get(0), out, dtype, operands),
                        meeting.result(arrays.get(1), inputs.shape(), dtype, operands),
                        meeting.result(arrays.get(2), out.with(0, out.at(0) - 1), dtype, operands));
            }
        }
        return LstmComposition.trace(inputs, recurrent, hidden, cell, mask);
    }

    static LstmGradient backward(
            Tensor cotangent, LstmTrace trace, Tensor recurrent, Tensor hidden, Tensor cell, @Nullable Tensor mask) {
        Tensor gates = trace.gates();
        Shape out = requireSequence("lstmBackward", gates, recurrent, hidden, cell, mask);
        require("lstmBackward", "the cotangent", cotangent, gates, out);
        require("lstmBackward", "the trace's states", trace.states(), gates, out);
        require("lstmBackward", "the trace's cells", trace.cells(), gates, out.with(0, out.at(0) - 1));
        List<Tensor> operands =
                operands(mask, cotangent, trace.states(), gates, trace.cells(), recurrent, hidden, cell);
        Meeting meeting = Meeting.of("lstmBackward", operands);
        FusedKernels<Object> fused = meeting.fused();
        if (fused != null && gates.size() > 0) {
            List<Object> arrays = fused.lstmBackward(
                    meeting.array(cotangent),
                    meeting.array(trace.states()),
                    meeting.array(gates),
                    meeting.array(trace.cells()),
                    meeting.array(recurrent),
                    meeting.array(hidden),
                    meeting.array(cell),
                    arrayOf(meeting, mask));
            if (arrays != null) {
                DType dtype = gates.dtype();
                return new LstmGradient(
                        meeting.result(arrays.get(0), gates.shape(), dtype, operands),
                        meeting.result(arrays.get(1), recurrent.shape(), dtype, operands),
                        meeting.result(arrays.get(2), hidden.shape(), dtype, operands),
                        meeting.result(arrays.get(3), cell.shape(), dtype, operands));
            }
        }
        return LstmComposition.backward(cotangent, trace, recurrent, hidden, cell, mask);
    }

    private static List<Tensor> operands(@Nullable Tensor mask, Tensor... others) {
        List<Tensor> operands = new ArrayList<>(List.of(others));
        if (mask != null) {
            operands.add(mask);
        }
        return operands;
    }

    private static @Nullable Object arrayOf(Meeting meeting, @Nullable Tensor mask) {
        return mask == null ? null : meeting.array(mask);
    }

    /** The shape of the states. */
    private static Shape requireSequence(
            String operation, Tensor gates, Tensor recurrent, Tensor hidden, Tensor cell, @Nullable Tensor mask) {
        DTypeRules.requireFloating(operation, gates.dtype());
        Shape shape = gates.shape();
        if (shape.rank() != 3 || shape.at(0) == 0 || shape.at(2) % 4 != 0) {
            throw new IllegalArgumentException(operation + ": the gates have shape " + shape
                    + ", but must be [time, batch, 4·units] with at least one place. Reshape x·W + b.");
        }
        int units = shape.at(2) / 4;
        require(operation, "the recurrent weight", recurrent, gates, Shape.of(units, 4 * units));
        require(operation, "the hidden state", hidden, gates, Shape.of(shape.at(1), units));
        require(operation, "the cell state", cell, gates, Shape.of(shape.at(1), units));
        if (mask != null && (mask.dtype() != DType.BOOL || !mask.shape().equals(shape.axes(0, 2)))) {
            throw new IllegalArgumentException(operation + ": the mask is " + mask + ", but must be BOOL of shape "
                    + shape.axes(0, 2) + ", [time, batch]. Transpose it?");
        }
        return Shape.of(shape.at(0) + 1, shape.at(1), units);
    }

    private static void require(String operation, String what, Tensor x, Tensor gates, Shape shape) {
        DTypeRules.requireSame(operation, gates, x);
        if (!x.shape().equals(shape)) {
            throw new IllegalArgumentException(operation + ": " + what + " has shape " + x.shape() + ", but must have "
                    + shape + " for gates " + gates.shape() + ". Check the number of units.");
        }
    }
}
