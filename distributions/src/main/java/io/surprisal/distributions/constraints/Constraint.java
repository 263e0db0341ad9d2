package io.surprisal.distributions.constraints;

import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;

/** A set of numbers, vectors or matrices: where a parameter may be, or the outcomes of a distribution. */
public interface Constraint {
    /** {@return whether each value is inside, as BOOL of the batch's shape; false for NaN}
     *
     * @param x values, [batch…, event…]
     */
    Tensor holds(Tensor x);

    /** {@return the rule in words that follow "must be": {@code positive}} */
    String rule();

    /**
     * {@return the rule that a number breaks, where a part of it says more: {@code finite} of an infinite scale}
     *
     * @param value the number
     */
    default String rule(double value) {
        return rule();
    }

    /**
     * {@return the sentence that refuses a value: what must be, the parameter's name and place, and what it is}
     *
     * @param name the parameter's name
     * @param shape the shape of all values
     * @param position the place of the value's first element in row-major order
     * @param value its elements
     */
    default String refusal(String name, Shape shape, int position, double[] value) {
        boolean isNumber = eventRank() == 0;
        String place = shape.axes(0, shape.rank() - eventRank()).placeOf(position / value.length);
        return name + " must be " + (isNumber ? rule(value[0]) : rule()) + ", but " + name + place + " = "
                + (isNumber ? Double.toString(value[0]) : Arrays.toString(value)) + ".";
    }

    /** {@return how many axes one value has: 0 for numbers, 1 for vectors, 2 for matrices} */
    default int eventRank() {
        return 0;
    }

    /** {@return whether all elements of all values are whole numbers} */
    default boolean isWhole() {
        return false;
    }

    /**
     * {@return the bijection from all real numbers (or vectors of them) onto the inside of this set; nothing where the set is discrete
     * or not connected}
     * Its inverse unconstrains.
     */
    Optional<Bijector> fromReals();

    /**
     * {@return arrays of values that are all inside: this constraint on independent elements}
     *
     * @param axes how many of the last batch axes become axes of one value
     */
    default Constraint over(int axes) {
        return axes == 0 ? this : new Product(this, axes);
    }

    /**
     * {@return what a bijection makes of this set; an interval where this is one and the map is of numbers}
     *
     * @param map a bijection of this set's values
     * @param like a tensor of the backend and dtype that the image is for
     */
    default Constraint image(Bijector map, Tensor like) {
        return Image.of(this, map, like);
    }

    /**
     * {@return the numbers of this set that are in an interval}
     *
     * @param interval the interval
     * @param like a tensor of the backend and dtype that the numbers have
     */
    default Constraint within(Interval interval, Tensor like) {
        return Intersection.of(this, interval, like);
    }
}
