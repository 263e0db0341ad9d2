package io.surprisal.autoencoders.data;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;

/** A set of examples on the host: FLOAT32, one example along axis 0, from which rows are taken by number. */
public final class Examples {
    private final float[] values;
    private final Shape shape;
    private final int width;

    private Examples(HostArray array) {
        this.values = array.floats();
        this.shape = array.shape();
        this.width = shape.size() / shape.at(0);
    }

    /**
     * Examples from an array, which is not copied.
     *
     * @param array FLOAT32 with at least one example
     * @return the examples
     * @throws IllegalArgumentException if the array is not FLOAT32, there are no examples, or one of them is not finite; the message
     *     names it
     */
    public static Examples of(HostArray array) {
        if (array.dtype() != DType.FLOAT32) {
            throw new IllegalArgumentException("Examples: numbers must be FLOAT32, but are " + array.dtype()
                    + ". Convert them with HostArray.fromReals.");
        }
        if (array.shape().rank() < 2 || array.shape().isEmpty()) {
            throw new IllegalArgumentException("Examples: shape " + array.shape()
                    + " holds no examples. Give at least one, as [examples, numbers …].");
        }
        Examples examples = new Examples(array);
        examples.requireEach(
                Double::isFinite,
                found -> "Examples: numbers must be finite, but " + found + ". Remove or repair that example.");
        return examples;
    }

    /**
     * Checks every number.
     *
     * @param rule whether a number is allowed
     * @param message from the first that is not, as {@code x[12][345] = 255.0} for number 345 of example 12, to what is wrong
     * @throws IllegalArgumentException with this message, if one is not allowed
     */
    public void requireEach(DoublePredicate rule, UnaryOperator<String> message) {
        for (int i = 0; i < values.length; i++) {
            if (!rule.test(values[i])) {
                throw new IllegalArgumentException(
                        message.apply("x[" + i / width + "][" + i % width + "] = " + values[i]));
            }
        }
    }

    /** {@return how many examples there are} */
    public int count() {
        return shape.at(0);
    }

    /** {@return the shape of one example} */
    public Shape exampleShape() {
        return shape.axes(1, shape.rank());
    }

    /**
     * {@return examples {@code from} (inclusive) to {@code to} (exclusive), not copied where that is all of them}
     *
     * @param from the first example
     * @param to the example after the last
     * @throws IllegalArgumentException if the range is not within the set
     */
    public Examples range(int from, int to) {
        if (from < 0 || to > count() || from >= to) {
            throw new IllegalArgumentException("Examples.range: " + from + " to " + to + " of " + count()
                    + " examples. Use 0 ≤ from < to ≤ " + count() + ".");
        }
        float[] part = from == 0 && to == count() ? values : Arrays.copyOfRange(values, from * width, to * width);
        return new Examples(HostArray.wrap(part, shape.with(0, to - from)));
    }

    /**
     * {@return the examples of these numbers, in this order, as a tensor}
     *
     * @param backend where the tensor shall live
     * @param numbers numbers of examples
     * @param from the first of {@code numbers} to take
     * @param to the one after the last
     * @throws IllegalArgumentException if the range is not within {@code numbers}, or is more than one tensor can hold
     * @throws IndexOutOfBoundsException if there is no example of a number
     */
    public Tensor take(Backend backend, int[] numbers, int from, int to) {
        if (from < 0 || to > numbers.length || from > to) {
            throw new IllegalArgumentException("Examples.take: " + from + " to " + to + " of " + numbers.length
                    + " numbers. Use 0 ≤ from ≤ to ≤ " + numbers.length + ".");
        }
        float[] rows = new float[shape.with(0, to - from).size()];
        for (int i = from; i < to; i++) {
            if (numbers[i] < 0 || numbers[i] >= count()) {
                throw new IndexOutOfBoundsException("Examples.take: numbers[" + i + "] = " + numbers[i]
                        + ", but there are " + count() + " examples. Use 0 … " + (count() - 1) + ".");
            }
            System.arraycopy(values, numbers[i] * width, rows, (i - from) * width, width);
        }
        return backend.of(HostArray.wrap(rows, shape.with(0, to - from)));
    }

    /**
     * {@return all examples as one tensor}
     *
     * @param backend where the tensor shall live
     */
    public Tensor on(Backend backend) {
        return backend.of(HostArray.wrap(values, shape));
    }

    /** {@return a checksum of shape and values, for provenance and to recognise the data again} */
    public String fingerprint() {
        CRC32C crc = new CRC32C();
        crc.update(shape.toString().getBytes(StandardCharsets.UTF_8));
        byte[] bytes = new byte[4 * 4096];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        for (int start = 0; start < values.length; start += 4096) {
            int length = Math.min(4096, values.length - start);
            buffer.clear();
            buffer.asFloatBuffer().put(values, start, length);
            crc.update(bytes, 0, 4 * length);
        }
        return "crc32c:" + Long.toHexString(crc.getValue());
    }
}
