package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.family.Family;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import java.util.List;
import java.util.stream.Stream;

/** What a backend is held to with the families, for tests of other modules. */
public final class FamilyChecks {
    private FamilyChecks() {}

    /** {@return what misses its bound among the values of the family's reference grid, in words} */
    public static List<String> misses(Family<?> family, Backend backend, DType dtype) {
        return misses(Measured.all(family, backend, dtype));
    }

    /** {@return what misses its bound among the values of the reference grids of families of vectors and matrices, in words} */
    public static List<String> missesOfVectors(Backend backend, DType dtype) {
        return VectorForm.all().stream()
                .flatMap(form -> misses(VectorMeasured.all(form, backend, dtype)).stream())
                .toList();
    }

    /** {@return the distributions of vectors and matrices at the first and the last parameters of the grid of each form, small and large} */
    public static List<Distribution> ofVectors(Backend backend, DType dtype) {
        return VectorForm.all().stream()
                .flatMap(form -> {
                    List<VectorLine> lines = VectorLine.all(form).stream()
                            .filter(line -> line.fits(dtype) && !line.isBeyond())
                            .toList();
                    return Stream.of(lines.get(0), lines.get(lines.size() - 1));
                })
                .map(line -> line.distribution(backend, dtype))
                .toList();
    }

    /** {@return combinators of many kinds, and families made by them} */
    public static List<Distribution> ofCombinators(Backend backend, DType dtype) {
        return Stream.concat(
                        new CombinatorDraws(backend, dtype).all().stream(),
                        CombinatorFamilies.ALL.stream()
                                .flatMap(family -> atOrdinaryParameters(family, backend, dtype).stream()))
                .toList();
    }

    static List<String> misses(List<? extends Measurement> all) {
        return all.stream()
                .filter(measured -> !measured.holds())
                .map(Measurement::toString)
                .toList();
    }

    /** {@return the distributions at the ordinary parameters of the family's grid} */
    public static List<Distribution> atOrdinaryParameters(Family<?> family, Backend backend, DType dtype) {
        return OnFamilies.points(family).stream()
                .map(point -> (Distribution) family.of(point.tensors(family, backend, dtype)))
                .toList();
    }
}
