package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.constraints.OneOf;
import io.surprisal.distributions.family.DiscreteFamily;
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
    /** All families of the catalogue, or those named by -Dsurprisal.families=Gamma,Beta. */
    static Stream<Family<?>> ofCatalogue() {
        return named(Families.univariate());
    }

    /** Those of the catalogue and what combinators make, or those named: -Dsurprisal.families="Truncated HalfNormal". */
    static Stream<Family<?>> families() {
        return Stream.concat(ofCatalogue(), named(CombinatorFamilies.ALL));
    }

    private static Stream<Family<?>> named(List<Family<?>> families) {
        String named = System.getProperty("surprisal.families");
        return families.stream()
                .filter(family -> named == null || Set.of(named.split(",")).contains(family.name()));
    }

    /** The ordinary parameters of a family's grid that both precisions have. */
    static List<Point> points(Family<?> family) {
        return Grid.of(family).lines().stream()
                .filter(line -> line.region() == GridLine.Region.BULK)
                .map(GridLine::point)
                .filter(Point::isSingle)
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
        // Delta moves with its location, and is discrete.
        return !(distribution instanceof Reparameterized) || distribution instanceof DiscreteFamily;
    }

    /** From the least to the greatest outcome; of combinators whose support is another set than an interval, all numbers. */
    static Interval range(Univariate distribution) {
        if (distribution.support() instanceof OneOf listed) {
            return Interval.between(listed.numbers().min(-1), listed.numbers().max(-1));
        }
        return distribution.support() instanceof Interval interval ? interval : Interval.REAL;
    }
}
