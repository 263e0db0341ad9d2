package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.family.Family;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import java.util.List;

/** What a backend is held to with the families, for tests of other modules. */
public final class FamilyChecks {
    private FamilyChecks() {}

    /** {@return what misses its bound among the values of the family's reference grid, in words} */
    public static List<String> misses(Family<?> family, Backend backend, DType dtype) {
        return Measured.all(family, backend, dtype).stream()
                .filter(measured -> !measured.holds())
                .map(Measured::toString)
                .toList();
    }

    /** {@return the distributions at the ordinary parameters of the family's grid} */
    public static List<Distribution> atOrdinaryParameters(Family<?> family, Backend backend, DType dtype) {
        return OnFamilies.points(family).stream()
                .map(point -> (Distribution) family.of(point.tensors(family, backend, dtype)))
                .toList();
    }
}
