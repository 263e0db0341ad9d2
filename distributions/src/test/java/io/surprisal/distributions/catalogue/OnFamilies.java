package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.family.Family;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
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
    static List<Point> points(Family<?> family) {
        return Grid.of(family).lines().stream()
                .filter(line -> line.region() == GridLine.Region.BULK)
                .map(GridLine::point)
                .distinct()
                .toList();
    }

    Univariate at(Family<?> family, Point point) {
        return at(family, point, DType.FLOAT64);
    }

    Univariate at(Family<?> family, Point point, DType dtype) {
        return (Univariate) family.of(point.tensors(family, backend, dtype));
    }

    /** Each parameter repeated along a first axis, whose elements gradients tell apart. */
    Tensor[] repeated(Family<?> family, Point point, int length) {
        return Arrays.stream(point.tensors(family, backend, DType.FLOAT64))
                .map(p -> p.broadcastTo(Shape.of(length).then(p.shape())))
                .toArray(Tensor[]::new);
    }

    Tensor vector(double[] elements) {
        return backend.of(HostArray.wrap(elements, Shape.of(elements.length)));
    }

    static boolean isDiscrete(Univariate distribution) {
        return distribution instanceof io.surprisal.distributions.family.DiscreteFamily;
    }
}
