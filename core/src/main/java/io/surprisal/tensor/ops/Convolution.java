package io.surprisal.tensor.ops;

/**
 * The geometry of a 2-D convolution (cross-correlation, as in every deep-learning library). A 1-D convolution has height 1.
 *
 * @param strideHeight rows between neighbouring outputs, ≥ 1
 * @param strideWidth columns between neighbouring outputs, ≥ 1
 * @param top rows of zeros above the input, ≥ 0
 * @param bottom rows of zeros below, ≥ 0
 * @param left columns of zeros before, ≥ 0
 * @param right columns of zeros after, ≥ 0
 * @param dilationHeight rows between neighbouring filter taps, ≥ 1
 * @param dilationWidth columns between neighbouring filter taps, ≥ 1
 */
public record Convolution(
        int strideHeight,
        int strideWidth,
        int top,
        int bottom,
        int left,
        int right,
        int dilationHeight,
        int dilationWidth) {
    /**
     * Checks the numbers.
     *
     * @param strideHeight rows between neighbouring outputs, ≥ 1
     * @param strideWidth columns between neighbouring outputs, ≥ 1
     * @param top rows of zeros above the input, ≥ 0
     * @param bottom rows of zeros below, ≥ 0
     * @param left columns of zeros before, ≥ 0
     * @param right columns of zeros after, ≥ 0
     * @param dilationHeight rows between neighbouring filter taps, ≥ 1
     * @param dilationWidth columns between neighbouring filter taps, ≥ 1
     * @throws IllegalArgumentException if a stride or dilation is less than 1, or a padding negative
     */
    public Convolution {
        if (Math.min(Math.min(strideHeight, strideWidth), Math.min(dilationHeight, dilationWidth)) < 1) {
            throw new IllegalArgumentException("convolution: strides " + strideHeight + " × " + strideWidth
                    + " and dilations " + dilationHeight + " × " + dilationWidth + " must be at least 1.");
        }
        if (Math.min(Math.min(top, bottom), Math.min(left, right)) < 0) {
            throw new IllegalArgumentException("convolution: paddings top " + top + ", bottom " + bottom + ", left "
                    + left + ", right " + right + " must not be negative. Slice the input instead.");
        }
    }

    /** {@return stride 1, no padding, no dilation} */
    public static Convolution plain() {
        return new Convolution(1, 1, 0, 0, 0, 0, 1, 1);
    }

    /**
     * {@return the rows of the result for inputs and filters with these rows: ⌊(top + rows + bottom − span)/stride⌋ +
     * 1}
     *
     * @param rows the input's rows
     * @param filterRows the filters' rows
     * @throws IllegalArgumentException if the padded input has more than 2³¹ − 1 rows
     */
    public int outputHeight(int rows, int filterRows) {
        return output(padded("rows", top, rows, bottom), filterRows, dilationHeight, strideHeight);
    }

    /**
     * {@return the columns of the result, likewise}
     *
     * @param columns the input's columns
     * @param filterColumns the filters' columns
     * @throws IllegalArgumentException if the padded input has more than 2³¹ − 1 columns
     */
    public int outputWidth(int columns, int filterColumns) {
        return output(padded("columns", left, columns, right), filterColumns, dilationWidth, strideWidth);
    }

    private static int padded(String what, int before, int length, int after) {
        long sum = (long) before + length + after;
        if (sum > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("convolution: " + length + " " + what + " with paddings " + before
                    + " and " + after + " are more than 2147483647. Pad less.");
        }
        return (int) sum;
    }

    /** In long, because the span of a dilated filter may be any number; where it fits, no place in it exceeds an int. */
    private static int output(int padded, int taps, int dilation, int stride) {
        long span = taps == 0 ? 0 : (long) dilation * (taps - 1) + 1;
        long room = padded - span;
        return room < 0 ? 0 : (int) (room / stride) + 1;
    }
}
