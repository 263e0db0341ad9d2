package io.surprisal.tck;

import io.surprisal.autodiff.Gradients;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.AffineActivation;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Derivatives keep their digits where the obvious formula for them would cancel, overflow or underflow. */
abstract class SlopeContract extends ContractGroup {
    /** Two sigmoids of 8 ulps each, and a few roundings. */
    private static final Bound BOUND = new Ulps(24, false);

    SlopeContract(BackendContract contract) {
        super(contract);
    }

    static Stream<Slope> slopes() {
        DoubleUnaryOperator logistic = x -> {
            double u = Math.exp(-Math.abs(x));
            return u / ((1 + u) * (1 + u));
        };
        DoubleUnaryOperator hyperbolic = x -> 4 * logistic.applyAsDouble(2 * x);
        return Stream.of(
                Slope.of("expm1", Tensor::expm1, Math::exp, -40, -20, -1e-3, 0, 5),
                Slope.of("tanh", Tensor::tanh, hyperbolic, -40, -9, -0.1, 0, 5, 9, 20),
                Slope.of("sigmoid", Tensor::sigmoid, logistic, -80, -20, -1, 0, 5, 20, 80),
                Slope.of("affine TANH", x -> affine(x, AffineActivation.TANH), hyperbolic, -40, -9, 0, 5, 9, 20),
                Slope.of("affine SIGMOID", x -> affine(x, AffineActivation.SIGMOID), logistic, -80, -1, 0, 5, 20, 80),
                Slope.of("asinh", Tensor::asinh, x -> 1 / Math.hypot(x, 1), -1e20, -3, 0, 1e-20, 1e10, 1e30),
                Slope.of("atan2 of x and x", x -> x.atan2(x.stopGradient()), x -> 0.5 / x, 1e-25, -1e-3, 1, 1e20),
                Slope.of("atan2 of 1 and x", x -> one(x).atan2(x), x -> -1 / (x * x + 1), -1e15, -1, 0, 1e-9, 1e15));
    }

    @ParameterizedTest
    @MethodSource("slopes")
    final void slopesKeepTheirDigits(Slope slope) {
        for (DType dtype : Domains.FLOATING) {
            HostArray x =
                    Elements.of(dtype, slope.points().shape(), slope.points().toDoubles());
            double[] exact = Arrays.stream(x.toDoubles()).map(slope.exact()).toArray();
            new Trial("slope of " + slope, List.of(x))
                    .compare(Elements.of(DType.FLOAT64, x.shape(), exact), gradient(slope.function(), x), BOUND);
        }
    }

    private HostArray gradient(UnaryOperator<Tensor> function, HostArray x) {
        try (Scope scope = Scope.open()) {
            return Gradients.gradient(point -> function.apply(point).sum())
                    .at(backend().of(x))
                    .toHost();
        }
    }

    private static Tensor affine(Tensor x, AffineActivation activation) {
        Tensor weight = x.backend().ones(Shape.of(1, 1), x.dtype());
        Tensor bias = x.backend().zeros(Shape.of(1), x.dtype());
        return x.expandDims(1).affine(weight, bias, activation);
    }

    private static Tensor one(Tensor x) {
        return x.backend().scalar(1, x.dtype());
    }

    /**
     * A function with its derivative.
     *
     * @param name the function
     * @param function on tensors
     * @param exact its derivative in double precision
     * @param points where it is looked at
     */
    record Slope(String name, UnaryOperator<Tensor> function, DoubleUnaryOperator exact, HostArray points) {
        static Slope of(String name, UnaryOperator<Tensor> function, DoubleUnaryOperator exact, double... points) {
            return new Slope(name, function, exact, HostArray.wrap(points, Shape.of(points.length)));
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
