package io.surprisal.tensor;

import io.surprisal.tensor.ops.Convolution;
import io.surprisal.tensor.spi.FusedKernels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Convolution and its two adjoints: rule and composition. Each composition is a sum over filter taps of a strided slice (or its
 * adjoint, a pad) times a matrix, so each is differentiable to any order.
 */
final class ConvolutionRules {
    private ConvolutionRules() {}

    static Tensor convolve(Tensor x, Tensor filters, Convolution geometry) {
        Meeting meeting = meeting("convolve", x, filters);
        if (x.shape().at(1) != filters.shape().at(1)) {
            throw new IllegalArgumentException(
                    "convolve: the input " + x.shape() + " has " + x.shape().at(1)
                            + " channels, but the filters " + filters.shape() + " take "
                            + filters.shape().at(1) + ". Axis 1 of both must be equal.");
        }
        Shape out = output(x.shape(), filters.shape(), geometry);
        if (out.isEmpty() && x.size() > 0 && filters.size() > 0) {
            throw new IllegalArgumentException("convolve: filters " + filters.shape() + " with " + geometry
                    + " do not fit into the input " + x.shape() + ". Pad the input or use smaller filters.");
        }
        if (out.isEmpty() || x.size() == 0 || filters.size() == 0) {
            return x.backend().zeros(out, x.dtype());
        }
        FusedKernels<Object> fused = meeting.fused();
        if (fused != null) {
            Object array = fused.convolve(meeting.array(x), meeting.array(filters), geometry, out);
            if (array != null) {
                return meeting.result(array, out, x.dtype(), x, filters);
            }
        }
        Tensor padded = padded(x, geometry);
        Tensor sum = null;
        for (int i = 0; i < filters.shape().at(2); i++) {
            for (int j = 0; j < filters.shape().at(3); j++) {
                Tensor window = window(padded, geometry, i, j, out.at(2), out.at(3));
                sum = add(sum, tap(filters, i, j).matmul(columns(window)));
            }
        }
        return sum == null ? x.backend().zeros(out, x.dtype()) : sum.reshape(out);
    }

    static Tensor inputBackward(Tensor cotangent, Tensor filters, Convolution geometry, int rows, int columns) {
        Meeting meeting = meeting("convolveInputBackward", cotangent, filters);
        Shape input = Shape.of(cotangent.shape().at(0), filters.shape().at(1), rows, columns);
        requireOutput("convolveInputBackward", cotangent, output(input, filters.shape(), geometry));
        if (cotangent.size() == 0 || filters.size() == 0 || input.isEmpty()) {
            return cotangent.backend().zeros(input, cotangent.dtype());
        }
        FusedKernels<Object> fused = meeting.fused();
        if (fused != null) {
            Object array =
                    fused.convolveInputBackward(meeting.array(cotangent), meeting.array(filters), geometry, input);
            if (array != null) {
                return meeting.result(array, input, cotangent.dtype(), cotangent, filters);
            }
        }
        int height = rows + geometry.top() + geometry.bottom();
        int width = columns + geometry.left() + geometry.right();
        Tensor sum = null;
        for (int i = 0; i < filters.shape().at(2); i++) {
            for (int j = 0; j < filters.shape().at(3); j++) {
                Tensor window = tap(filters, i, j)
                        .matmul(columns(cotangent), true, false)
                        .reshape(
                                input.at(0),
                                input.at(1),
                                cotangent.shape().at(2),
                                cotangent.shape().at(3));
                sum = add(sum, spread(window, geometry, i, j, height, width));
            }
        }
        if (sum == null) {
            return cotangent.backend().zeros(input, cotangent.dtype());
        }
        return sum.slice(2, geometry.top(), geometry.top() + rows).slice(3, geometry.left(), geometry.left() + columns);
    }

    static Tensor filterBackward(Tensor x, Tensor cotangent, Convolution geometry, int rows, int columns) {
        Meeting meeting = meeting("convolveFilterBackward", x, cotangent);
        Shape filters = Shape.of(cotangent.shape().at(1), x.shape().at(1), rows, columns);
        requireOutput("convolveFilterBackward", cotangent, output(x.shape(), filters, geometry));
        if (x.size() == 0 || cotangent.size() == 0 || filters.isEmpty()) {
            return x.backend().zeros(filters, x.dtype());
        }
        FusedKernels<Object> fused = meeting.fused();
        if (fused != null) {
            Object array = fused.convolveFilterBackward(meeting.array(x), meeting.array(cotangent), geometry, filters);
            if (array != null) {
                return meeting.result(array, filters, x.dtype(), x, cotangent);
            }
        }
        Tensor padded = padded(x, geometry);
        List<Tensor> taps = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                Tensor window = window(
                        padded,
                        geometry,
                        i,
                        j,
                        cotangent.shape().at(2),
                        cotangent.shape().at(3));
                taps.add(columns(cotangent).matmul(columns(window), false, true).sum(0));
            }
        }
        return taps.isEmpty()
                ? x.backend().zeros(filters, x.dtype())
                : Tensor.stack(taps, -1).reshape(filters);
    }

    private static Meeting meeting(String operation, Tensor a, Tensor b) {
        DTypeRules.requireFloating(operation, a.dtype());
        DTypeRules.requireSame(operation, a, b);
        if (a.rank() != 4 || b.rank() != 4) {
            throw new IllegalArgumentException(operation + ": shapes " + a.shape() + " and " + b.shape()
                    + " must have four axes: [batch, channels, rows, columns] and [out, in, rows, columns].");
        }
        return Meeting.of(operation, a, b);
    }

    private static void requireOutput(String operation, Tensor cotangent, Shape output) {
        if (!cotangent.shape().equals(output)) {
            throw new IllegalArgumentException(operation + ": the cotangent has shape " + cotangent.shape()
                    + ", but the convolution of these shapes gives " + output
                    + ". Check rows, columns and the geometry.");
        }
    }

    private static Shape output(Shape x, Shape filters, Convolution geometry) {
        return Shape.of(
                x.at(0),
                filters.at(0),
                geometry.outputHeight(x.at(2), filters.at(2)),
                geometry.outputWidth(x.at(3), filters.at(3)));
    }

    private static Tensor add(@Nullable Tensor sum, Tensor term) {
        return sum == null ? term : sum.plus(term);
    }

    private static Tensor padded(Tensor x, Convolution geometry) {
        return x.pad(
                new int[] {0, 0, geometry.top(), geometry.left()},
                new int[] {0, 0, geometry.bottom(), geometry.right()},
                new int[4],
                0);
    }

    /** The inputs that filter tap (i, j) meets, as [n, c, oh, ow]. */
    private static Tensor window(Tensor padded, Convolution geometry, int i, int j, int oh, int ow) {
        int top = i * geometry.dilationHeight();
        int left = j * geometry.dilationWidth();
        return padded.slice(
                new int[] {0, 0, top, left},
                new int[] {
                    padded.shape().at(0),
                    padded.shape().at(1),
                    top + (oh - 1) * geometry.strideHeight() + 1,
                    left + (ow - 1) * geometry.strideWidth() + 1
                },
                new int[] {1, 1, geometry.strideHeight(), geometry.strideWidth()});
    }

    /** The adjoint of {@link #window}: back into an input of this height and width. */
    private static Tensor spread(Tensor window, Convolution geometry, int i, int j, int height, int width) {
        int top = i * geometry.dilationHeight();
        int left = j * geometry.dilationWidth();
        int spanHeight = (window.shape().at(2) - 1) * geometry.strideHeight() + 1;
        int spanWidth = (window.shape().at(3) - 1) * geometry.strideWidth() + 1;
        return window.pad(
                new int[] {0, 0, top, left},
                new int[] {0, 0, height - top - spanHeight, width - left - spanWidth},
                new int[] {0, 0, geometry.strideHeight() - 1, geometry.strideWidth() - 1},
                0);
    }

    /** [n, c, oh, ow] as [n, c, oh·ow]. */
    private static Tensor columns(Tensor window) {
        Shape shape = window.shape();
        return window.reshape(shape.at(0), shape.at(1), shape.at(2) * shape.at(3));
    }

    /** Filter tap (i, j) as a matrix [o, c]. */
    private static Tensor tap(Tensor filters, int i, int j) {
        return filters.select(3, j).select(2, i);
    }
}
