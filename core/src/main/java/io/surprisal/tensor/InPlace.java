package io.surprisal.tensor;

import io.surprisal.tensor.spi.AdamStep;
import io.surprisal.tensor.spi.FusedKernels;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Updates that reuse the memory of donated tensors. The handles passed for donation count as released; the results are new handles
 * over the same memory.
 */
public final class InPlace {
    private InPlace() {}

    /**
     * One fused step of Adam over donated {@code parameter}, {@code mean} and {@code square}.
     *
     * @param parameter the parameter
     * @param gradient its gradient
     * @param mean the running mean of gradients
     * @param square the running mean of squares
     * @param step the settings of this step
     * @return the three updated tensors; or nothing, with nothing donated, where the backend has no such kernel for
     *     them
     * @throws IllegalArgumentException if the shapes, dtypes or backends of the four differ, or two of them are one
     *     tensor
     */
    public static Optional<List<Tensor>> adam(
            Tensor parameter, Tensor gradient, Tensor mean, Tensor square, AdamStep step) {
        List<Tensor> operands = List.of(parameter, gradient, mean, square);
        Meeting meeting = Meeting.of("adam", operands);
        for (Tensor operand : operands) {
            DTypeRules.requireFloating("adam", operand.dtype());
            DTypeRules.requireSame("adam", parameter, operand);
            if (!operand.shape().equals(parameter.shape())) {
                throw new IllegalArgumentException("adam: parameter " + parameter.shape()
                        + ", gradient and moments must have one shape, but one has " + operand.shape()
                        + ". Pass the state that belongs to this parameter.");
            }
        }
        if (Set.copyOf(operands).size() < operands.size()) {
            throw new IllegalArgumentException("adam: one tensor is passed in two roles. Pass four tensors.");
        }
        @Nullable FusedKernels<Object> fused = meeting.fused();
        if (fused == null || meeting.level() != null || parameter.shape().isEmpty()) {
            return Optional.empty();
        }
        boolean done = fused.adam(
                meeting.array(parameter), meeting.array(gradient), meeting.array(mean), meeting.array(square), step);
        if (!done) {
            return Optional.empty();
        }
        return Optional.of(List.of(renewed(meeting, parameter), renewed(meeting, mean), renewed(meeting, square)));
    }

    private static Tensor renewed(Meeting meeting, Tensor donor) {
        return meeting.result(donor.donate("adam"), donor.shape(), donor.dtype(), donor);
    }
}
