package io.surprisal.contract;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.constraints.OneOf;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.distributions.family.Parametric;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A distribution to be checked.
 *
 * @param name its name in tests and messages
 * @param distribution the distribution, one (of batch shape []) in FLOAT64
 * @param draws how many draws statistical checks take, at least 80,000, for an error of 0.02 in the cumulative probabilities to be seen
 * @param parameters what derivatives are taken in; none for a distribution without
 * @param maker makes the distribution of changed parameters
 * @param domains where each parameter may be
 */
public record Subject(
        String name,
        Distribution distribution,
        int draws,
        List<Tensor> parameters,
        Function<List<Tensor>, Distribution> maker,
        List<Constraint> domains) {
    private static final int ENOUGH = 80_000;

    /**
     * Checks that the kit can check it.
     *
     * @param name its name in tests and messages
     * @param distribution the distribution
     * @param draws how many draws statistical checks take
     * @param parameters what derivatives are taken in
     * @param maker makes the distribution of changed parameters
     * @param domains where each parameter may be
     * @throws IllegalArgumentException if it is a batch or not of FLOAT64, its outcomes are listed numbers, or draws are too few
     */
    public Subject {
        parameters = List.copyOf(parameters);
        domains = List.copyOf(domains);
        if (distribution.dtype() != DType.FLOAT64 || distribution.batchShape().rank() > 0) {
            throw new IllegalArgumentException("Subject " + name + ": must be one distribution in FLOAT64, but "
                    + distribution
                    + " has the batch shape " + distribution.batchShape() + " and the dtype " + distribution.dtype()
                    + ". The kit makes batches of it itself.");
        }
        if (distribution.support() instanceof OneOf) {
            throw new IllegalArgumentException("Subject " + name + ": the outcomes of " + distribution
                    + " are listed numbers. The kit checks continuous numbers, whole numbers and vectors.");
        }
        if (draws < ENOUGH) {
            throw new IllegalArgumentException("Subject " + name + ": draws must be at least " + ENOUGH
                    + " to show an error of 0.02, but draws = " + draws + ".");
        }
    }

    /**
     * {@return a distribution with 100,000 draws; derivatives are checked in its parameters where it is {@link Parametric}}
     *
     * @param name its name in tests and messages
     * @param distribution the distribution
     * @throws IllegalArgumentException if it is a batch or not of FLOAT64
     */
    public static Subject of(String name, Distribution distribution) {
        if (distribution instanceof Parametric parametric) {
            return new Subject(
                    name,
                    distribution,
                    100_000,
                    parametric.parameters(),
                    p -> parametric.family().unchecked(p.toArray(new Tensor[0])),
                    parametric.family().parameters().stream()
                            .map(Parameter::constraint)
                            .toList());
        }
        return new Subject(name, distribution, 100_000, List.of(), p -> distribution, List.of());
    }

    /**
     * {@return this with parameters in which derivatives are checked, for a distribution that is not {@link Parametric}}
     *
     * @param values the parameters, on the whole line
     * @param make the distribution of other parameters
     */
    public Subject withParameters(List<Tensor> values, Function<List<Tensor>, Distribution> make) {
        List<Constraint> reals =
                values.stream().map(value -> (Constraint) Interval.REAL).toList();
        return new Subject(name, distribution, draws, values, make, reals);
    }

    /**
     * {@return this with another number of draws}
     *
     * @param count how many
     * @throws IllegalArgumentException if they are fewer than 80,000
     */
    public Subject withDraws(int count) {
        return new Subject(name, distribution, count, parameters, maker, domains);
    }

    /** The distribution with one parameter changed. */
    Distribution with(int index, Tensor parameter) {
        List<Tensor> changed = new ArrayList<>(parameters);
        changed.set(index, parameter);
        return maker.apply(changed);
    }

    Optional<Univariate> univariate() {
        return distribution.capability(Univariate.class);
    }

    boolean isOfNumbers() {
        return distribution.eventShape().rank() == 0;
    }

    /** Whole numbers with probabilities. */
    boolean isOfCounts() {
        return isOfNumbers() && distribution.support() instanceof Interval interval && interval.isWhole();
    }

    boolean isContinuous() {
        return isOfNumbers() && !isOfCounts();
    }

    RandomKey key() {
        return RandomKey.of(20_260_101).foldIn(name);
    }

    /** Draws of numbers in ascending order. */
    double[] sorted() {
        return distribution
                .sample(key(), Shape.of(draws))
                .cast(DType.FLOAT64)
                .sort(0)
                .toDoubles();
    }

    Tensor vector(double... elements) {
        return distribution.backend().of(HostArray.wrap(elements.clone(), Shape.of(elements.length)));
    }
}
