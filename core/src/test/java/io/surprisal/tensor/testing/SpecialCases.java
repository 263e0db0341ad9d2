package io.surprisal.tensor.testing;

import java.util.List;
import java.util.stream.Stream;

/** A case of every special function. */
public final class SpecialCases {
    private SpecialCases() {}

    /** The cases, by family. */
    public static List<SpecialCase> all() {
        return Stream.of(
                        LogSpaceCases.all(),
                        NormalCases.all(),
                        GammaCases.all(),
                        IncompleteGammaCases.all(),
                        IncompleteBetaCases.all(),
                        BesselCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
