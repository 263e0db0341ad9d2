package io.surprisal.nn;

import io.surprisal.nn.VarianceScaling.Divisor;
import io.surprisal.nn.VarianceScaling.Law;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** A rule for the first value of a weight. The text of each tells its settings; write your own as records. */
@FunctionalInterface
public interface Initialiser {
    /**
     * Draws a weight.
     *
     * @param key the source of randomness
     * @param backend where the weight lives
     * @param shape its shape; the first axis of a matrix counts inputs, that of filters [out, in, …] outputs
     * @param dtype its element type, floating
     * @param fans inputs and outputs of one unit
     * @return the weight
     */
    Tensor draw(RandomKey key, Backend backend, Shape shape, DType dtype, Fans fans);

    /**
     * Uniform on ±√(6/(in + out)).
     *
     * @return the rule
     * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot and Bengio (2010), equation 16</a>
     */
    static Initialiser glorotUniform() {
        return new VarianceScaling(Law.UNIFORM, 2, Divisor.FAN_IN_AND_OUT);
    }

    /**
     * Normal with standard deviation √(2/(in + out)).
     *
     * @return the rule
     * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot and Bengio (2010), equation 12</a>
     */
    static Initialiser glorotNormal() {
        return new VarianceScaling(Law.NORMAL, 2, Divisor.FAN_IN_AND_OUT);
    }

    /**
     * Uniform on ±√(6/in), for layers followed by ReLU.
     *
     * @return the rule
     * @see <a href="https://arxiv.org/abs/1502.01852">He, Zhang, Ren and Sun (2015), section 2.2</a>
     */
    static Initialiser heUniform() {
        return new VarianceScaling(Law.UNIFORM, 2, Divisor.FAN_IN);
    }

    /**
     * Normal with standard deviation √(2/in), not truncated, for layers followed by ReLU.
     *
     * @return the rule
     * @see <a href="https://arxiv.org/abs/1502.01852">He, Zhang, Ren and Sun (2015), equation 10</a>
     */
    static Initialiser heNormal() {
        return new VarianceScaling(Law.NORMAL, 2, Divisor.FAN_IN);
    }

    /**
     * Uniform on ±√(3/in).
     *
     * @return the rule
     * @see <a href="https://doi.org/10.1007/3-540-49430-8_2">LeCun, Bottou, Orr and Müller, Efficient BackProp (1998), section 4.6</a>
     */
    static Initialiser lecunUniform() {
        return new VarianceScaling(Law.UNIFORM, 1, Divisor.FAN_IN);
    }

    /**
     * Normal with standard deviation √(1/in), not truncated.
     *
     * @return the rule
     * @see <a href="https://doi.org/10.1007/3-540-49430-8_2">LeCun, Bottou, Orr and Müller, Efficient BackProp (1998), section 4.6</a>
     */
    static Initialiser lecunNormal() {
        return new VarianceScaling(Law.NORMAL, 1, Divisor.FAN_IN);
    }

    /**
     * A matrix with orthonormal rows or columns, whichever are fewer, uniform among all such matrices, times a gain. Axes after the
     * first are taken together.
     *
     * @param gain what the orthonormal matrix is multiplied with, finite
     * @return the rule; it refuses shapes of fewer than two axes
     * @throws IllegalArgumentException if the gain is not finite
     * @see <a href="https://arxiv.org/abs/1312.6120">Saxe, McClelland and Ganguli (2014)</a>
     * @see <a href="https://arxiv.org/abs/math-ph/0609050">Mezzadri (2007), for the signs that make QR uniform</a>
     */
    static Initialiser orthogonal(double gain) {
        return new Orthogonal(gain);
    }

    /**
     * Normal with mean 0 and this standard deviation, whatever the fans.
     *
     * @param scale the standard deviation, not negative and finite
     * @return the rule
     * @throws IllegalArgumentException if the deviation is negative or not finite
     */
    static Initialiser normal(double scale) {
        return new NormalWeight(scale);
    }

    /**
     * Uniform between two numbers.
     *
     * @param low the lower end, finite
     * @param high the upper end, finite
     * @return the rule
     * @throws IllegalArgumentException if {@code low} exceeds {@code high}, or they or their difference are not finite
     */
    static Initialiser uniform(double low, double high) {
        return new UniformBetween(low, high);
    }

    /**
     * Zeros.
     *
     * @return the rule
     */
    static Initialiser zeros() {
        return constant(0);
    }

    /**
     * One number everywhere.
     *
     * @param value the number, finite
     * @return the rule
     * @throws IllegalArgumentException if it is not finite
     */
    static Initialiser constant(double value) {
        return new ConstantWeight(value);
    }
}
