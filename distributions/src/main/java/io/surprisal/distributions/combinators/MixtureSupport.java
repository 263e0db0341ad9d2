package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where at least one component can be. */
record MixtureSupport(Components components) implements Constraint {
    /** The set of the components, where it is one. */
    static Constraint of(Components components) {
        List<Constraint> sets =
                components.distributions().stream().map(Distribution::support).toList();
        Constraint first = sets.get(0);
        boolean isOne = sets.stream().allMatch(first::equals);
        boolean isOfAll = components instanceof ListedComponents || !(first instanceof Interval ends) || ends.isFixed();
        boolean isNoInterval =
                components instanceof BatchedComponents && !(first instanceof Interval) && first.eventRank() == 0;
        return isOne && isOfAll && !isNoInterval ? first : new MixtureSupport(components);
    }

    @Override
    public Tensor holds(Tensor x) {
        return Scope.tidy(
                () -> components.ofEach(x, (d, y) -> d.support().holds(y)).any(-1));
    }

    @Override
    public String rule() {
        return components.distributions().stream()
                .map(d -> d.support().rule())
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    @Override
    public boolean isWhole() {
        return components.distributions().stream().allMatch(d -> d.support().isWhole());
    }

    @Override
    public int eventRank() {
        return components.first().support().eventRank();
    }

    /** Nothing: a union of sets need not be connected. */
    @Override
    public Optional<Bijector> fromReals() {
        return Optional.empty();
    }
}
