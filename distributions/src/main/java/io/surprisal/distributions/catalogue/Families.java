package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.family.Family;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The families of this module. */
public final class Families {
    private Families() {}

    /** {@return the families of distributions of numbers, by name; the first parametrisation of each} */
    public static List<Family<?>> univariate() {
        return Stream.concat(ContinuousFamilies.ALL.stream(), DiscreteFamilies.ALL.stream())
                .sorted(Comparator.comparing(Family::name))
                .toList();
    }

    /** {@return the families of distributions of vectors, matrices, directions and orders, by name; the first parametrisation of each} */
    public static List<Family<?>> multivariate() {
        return VectorFamilies.ALL;
    }

    /**
     * {@return every parametrisation of the families of distributions of numbers with this name, those of {@link #univariate()} first: Bernoulli by
     * probability and by logits, Empirical without and with weights}
     *
     * @param name the name of its class, in any case of letters
     */
    public static List<Family<?>> forms(String name) {
        return Stream.of(univariate(), ContinuousFamilies.OTHER_FORMS, DiscreteFamilies.OTHER_FORMS)
                .<Family<?>>flatMap(List::stream)
                .filter(family -> family.name().equalsIgnoreCase(name))
                .toList();
    }

    /**
     * {@return the family of distributions of numbers with this name}
     *
     * @param name the name of its class, in any case of letters
     */
    public static Optional<Family<?>> univariate(String name) {
        return univariate().stream()
                .filter(family -> family.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
