package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.family.Family;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tests that walk through the catalogue, at the ordinary parameters of each family's grid. */
abstract class OnFamilies extends OnReference {
    /** All families, or those named by -Dsurprisal.families=Gamma,Beta. */
    static Stream<Family<?>> families() {
        String named = System.getProperty("surprisal.families");
        return Families.univariate().stream()
                .filter(family -> named == null || Set.of(named.split(",")).contains(family.name()));
    }

    /** The ordinary parameters of a family's grid. */
    static List<List<Double>> points(Family<?> family) {
        return Grid.of(family).lines().stream()
                .filter(line -> line.region() == GridLine.Region.BULK)
                .map(GridLine::parameters)
                .distinct()
                .toList();
    }

    Univariate at(Family<?> family, List<Double> parameters) {
        return at(family, parameters, DType.FLOAT64);
    }

    Univariate at(Family<?> family, List<Double> parameters, DType dtype) {
        return (Univariate)
                family.of(parameters.stream().map(p -> backend.scalar(p, dtype)).toArray(Tensor[]::new));
    }

    /** Each parameter as a vector of equal elements, which gradients tell apart. */
    Tensor[] repeated(List<Double> parameters, int length) {
        return parameters.stream()
                .map(p -> backend.full(Shape.of(length), DType.FLOAT64, p))
                .toArray(Tensor[]::new);
    }

    Tensor vector(double[] elements) {
        return backend.of(HostArray.wrap(elements, Shape.of(elements.length)));
    }

    static boolean isDiscrete(Univariate distribution) {
        return distribution instanceof io.surprisal.distributions.family.DiscreteFamily;
    }
}
