package io.surprisal.examples.distributions;

import io.surprisal.distributions.family.Family;
import java.util.List;
import java.util.Optional;

/** At which parameters the gallery shows a family. */
final class GalleryParameters {
    private GalleryParameters() {}

    /**
     * {@return the parameters of two or three distributions of the family, as {@code logprob} takes them}
     *
     * @throws IllegalStateException if the family has no line in the tables of this package
     */
    static List<String> of(Family<?> family) {
        return Optional.ofNullable(ContinuousParameters.ALL.get(family.name()))
                .or(() -> Optional.ofNullable(DiscreteParameters.ALL.get(family.name())))
                .orElseThrow(() -> new IllegalStateException("distributions: the gallery has no parameters for "
                        + family + ". Add a line to ContinuousParameters or DiscreteParameters."));
    }
}
