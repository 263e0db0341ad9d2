package io.surprisal.distributions.bijectors;

import io.surprisal.distributions.family.TrailingAxes;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A differentiable one-to-one map y = f(x) between sets of numbers, vectors or matrices, which work on the last axes of a tensor and
 * leave the others as a batch.
 *
 * <p>The logarithm of the determinant of its Jacobian is known both ways: log |det ∂f(x)/∂x|, and log |det ∂f⁻¹(y)/∂y|, which is minus
 * the first at x = f⁻¹(y). Where the two sides have different numbers of elements, as a simplex has one more than its coordinates, the
 * determinant is that of the independent elements of y, and the javadoc of the map says which.
 */
public interface Bijector {
    /**
     * {@return f(x)}
     *
     * @param x [batch…, domain…]
     */
    Tensor forward(Tensor x);

    /**
     * {@return f⁻¹(y); NaN outside the image}
     *
     * @param y [batch…, image…]
     */
    Tensor inverse(Tensor y);

    /**
     * {@return log |det ∂f/∂x| at x, of the batch's shape}
     *
     * @param x [batch…, domain…]
     */
    Tensor logDeterminant(Tensor x);

    /**
     * {@return log |det ∂f⁻¹/∂y| at y, of the batch's shape}
     *
     * @param y [batch…, image…]
     */
    default Tensor inverseLogDeterminant(Tensor y) {
        return Scope.tidy(() -> logDeterminant(inverse(y)).neg());
    }

    /** {@return how many axes one argument has: 0 for maps of numbers} */
    default int domainRank() {
        return 0;
    }

    /** {@return how many axes one value has} */
    default int imageRank() {
        return domainRank();
    }

    /** {@return whether all elements of a value vary independently, as those of a unit vector, of a simplex or of a symmetric matrix do not} */
    default boolean hasFreeValues() {
        return true;
    }

    /**
     * {@return whether the determinant is that of elements of a value, from which the others follow, as the last of a simplex does} On a sphere it
     * is one of areas. Only where this holds a map of single elements may follow.
     */
    default boolean hasFreeElements() {
        return hasFreeValues();
    }

    /**
     * {@return sums over the elements that the determinant is of: over all of a value where they are free}
     *
     * @param ofElements a number for each element, [batch…, image…]
     */
    default Tensor sumOverFree(Tensor ofElements) {
        return TrailingAxes.sum(ofElements, imageRank());
    }

    /** {@return whether a map of numbers keeps their order or turns it round; nothing for maps of vectors, or where it is not known} */
    default Optional<Direction> direction() {
        return Optional.empty();
    }

    /**
     * {@return this map with each tensor that it holds changed: cast, moved or cut off from gradients} A map that holds tensors overrides
     * this.
     *
     * @param change what is done to each tensor, always in the same order
     */
    default Bijector mapTensors(UnaryOperator<Tensor> change) {
        return this;
    }

    /** {@return f⁻¹} */
    default Bijector inverted() {
        return new Inverse(this);
    }

    /**
     * {@return x ↦ next(f(x))} Where one map is of more axes than the other, that one works on each element of those axes.
     *
     * @param next what is applied to the values of this map
     * @throws IllegalArgumentException if it takes arguments of fewer axes than the values have, their elements depend on each other, and it is
     *     no map of single elements or the determinant none of elements
     */
    default Bijector then(Bijector next) {
        return new Chain(this, next);
    }
}
