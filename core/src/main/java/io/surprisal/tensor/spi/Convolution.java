package io.surprisal.tensor.spi;

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
     */
    public int outputHeight(int rows, int filterRows) {
        return output(top + rows + bottom, filterRows, dilationHeight, strideHeight);
    }

    /**
     * {@return the columns of the result, likewise}
     *
     * @param columns the input's columns
     * @param filterColumns the filters' columns
     */
    public int outputWidth(int columns, int filterColumns) {
        return output(left + columns + right, filterColumns, dilationWidth, strideWidth);
    }

    private static int output(int padded, int taps, int dilation, int stride) {
        int room = padded - (dilation * (taps - 1) + 1);
        return room < 0 ? 0 : room / stride + 1;
    }
}
