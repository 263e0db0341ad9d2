package io.surprisal.distributions.family;

import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Interval;
import java.util.Optional;

/**
 * A parameter of a family: its name and where its values may be.
 *
 * @param name the name, as the factory and messages have it
 * @param constraint where its values may be
 */
public record Parameter(String name, Constraint constraint) {
    /**
     * {@return a finite number}
     *
     * @param name the name
     */
    public static Parameter real(String name) {
        return new Parameter(name, Interval.REAL);
    }

    /**
     * {@return a positive finite number}
     *
     * @param name the name
     */
    public static Parameter positive(String name) {
        return new Parameter(name, Interval.POSITIVE);
    }

    /**
     * {@return a number in [0, 1]}
     *
     * @param name the name
     */
    public static Parameter probability(String name) {
        return new Parameter(name, Interval.PROBABILITY);
    }

    /**
     * {@return a whole number of at least 0}
     *
     * @param name the name
     */
    public static Parameter count(String name) {
        return new Parameter(name, Interval.COUNT);
    }

    /**
     * {@return a vector of finite numbers}
     *
     * @param name the name
     */
    public static Parameter vector(String name) {
        return new Parameter(name, Interval.REAL.over(1));
    }

    /** {@return the bijection from all real numbers onto the inside of its domain; nothing where the parameter is discrete} */
    public Optional<Bijector> fromReals() {
        return constraint.fromReals();
    }
}
