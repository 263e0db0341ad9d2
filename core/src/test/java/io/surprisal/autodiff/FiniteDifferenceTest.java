package io.surprisal.autodiff;

import static io.surprisal.autodiff.SmoothPoints.between;
import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.BackendOptions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Derivatives of every registered call, of first and second order, against central differences and against each other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiniteDifferenceTest {
    private static final double STEP = 1e-6;
    private static final double RELATIVE = 1e-3;
    private static final double ABSOLUTE = 1e-5;
    /** Two ways to one derivative differ by rounding alone. */
    private static final double ROUNDING = 1e-11;

    private final Backend backend = Backend.over(new ReferenceProvider().open(BackendOptions.defaults()));

    @BeforeEach
    @AfterEach
    void nothingIsAlive() {
        assertThat(backend.liveArrays()).isZero();
    }

    @AfterAll
    void closes() {
        backend.close();
    }

    static List<Named<List<GradientRecord>>> operations() {
        return GradientRegistry.operations();
    }

    private static List<GradientRecord> differentiableTwice(List<GradientRecord> records) {
        return records.stream().filter(operation -> operation.orders() > 1).toList();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void gradientsAreThoseOfCentralDifferences(List<GradientRecord> records) {
        GradientRegistry.eachOf(records, this::checkGradient);
    }

    private void checkGradient(GradientRecord operation) {
        WeightedLoss loss = new WeightedLoss(operation, backend, DType.FLOAT64);
        double[] theta = loss.point();
        double[] gradient = loss.gradient(theta);
        for (int i = 0; i < theta.length; i++) {
            double[] direction = new double[theta.length];
            direction[i] = 1;
            double difference = (loss.value(moved(theta, direction, STEP)) - loss.value(moved(theta, direction, -STEP)))
                    / (2 * STEP);
            close("derivative in element " + i, gradient[i], difference, RELATIVE, ABSOLUTE);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void hessianVectorProductsAreThoseOfCentralDifferences(List<GradientRecord> records) {
        GradientRegistry.eachOf(differentiableTwice(records), this::checkHessianVector);
    }

    private void checkHessianVector(GradientRecord operation) {
        WeightedLoss loss = new WeightedLoss(operation, backend, DType.FLOAT64);
        double[] theta = loss.point();
        double[] direction = between(-1, 1).of(theta.length).toDoubles();
        double[] product = loss.hessianVector(theta, direction);
        double[] above = loss.gradient(moved(theta, direction, STEP));
        double[] below = loss.gradient(moved(theta, direction, -STEP));
        for (int i = 0; i < theta.length; i++) {
            double difference = (above[i] - below[i]) / (2 * STEP);
            close("Hessian–vector product, element " + i, product[i], difference, RELATIVE, ABSOLUTE);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void oneInputAmongConstantsHasItsPartOfTheGradient(List<GradientRecord> records) {
        GradientRegistry.eachOf(records, this::checkParts);
    }

    private void checkParts(GradientRecord operation) {
        WeightedLoss loss = new WeightedLoss(operation, backend, DType.FLOAT64);
        double[] all = loss.gradient(loss.point());
        int start = 0;
        for (int k : operation.variables()) {
            try (Scope scope = Scope.open()) {
                Tensor x = backend.of(operation.inputs().get(k));
                Tensor cotangent = loss.weights(loss.ofOne(k).apply(x));
                ValueAndTangent pulled = Gradients.vectorJacobian(loss.ofOne(k)).at(x, cotangent);
                assertThat(pulled.product().shape()).isEqualTo(x.shape());
                double[] part = pulled.product().toDoubles();
                for (int i = 0; i < part.length; i++) {
                    close("input " + k + ", element " + i, part[i], all[start + i], ROUNDING, ROUNDING);
                }
                start += part.length;
            }
        }
    }

    /** u·(J v) = (uᵀ J)·v, and the value is the function's. */
    @ParameterizedTest
    @MethodSource("operations")
    void jacobianVectorProductsAgreeWithVectorJacobianProducts(List<GradientRecord> records) {
        GradientRegistry.eachOf(records, this::checkTransposition);
    }

    private void checkTransposition(GradientRecord operation) {
        WeightedLoss loss = new WeightedLoss(operation, backend, DType.FLOAT64);
        for (int k : operation.variables()) {
            try (Scope scope = Scope.open()) {
                Tensor x = backend.of(operation.inputs().get(k));
                Tensor v = backend.of(between(-1, 1).of(x.shape()));
                Tensor y = loss.ofOne(k).apply(x);
                Tensor u = loss.weights(y);
                ValueAndTangent forward =
                        Gradients.jacobianVector(loss.ofOne(k)).at(x, v);
                ValueAndTangent backward =
                        Gradients.vectorJacobian(loss.ofOne(k)).at(x, u);
                assertThat(forward.product().shape()).isEqualTo(y.shape());
                agree("values", forward.value(), y);
                agree("values", backward.value(), y);
                agree(
                        "products along input " + k,
                        forward.product().times(u).sum(),
                        backward.product().times(v).sum());
            }
        }
    }

    /** A sum sends back one number, a mean another; both stand for a full cotangent. */
    @ParameterizedTest
    @MethodSource("operations")
    void cotangentsMayBeSmallerThanWhatTheyBelongTo(List<GradientRecord> records) {
        GradientRegistry.eachOf(records, this::checkSmallCotangents);
    }

    private void checkSmallCotangents(GradientRecord operation) {
        WeightedLoss loss = new WeightedLoss(operation, backend, DType.FLOAT64);
        for (int k : operation.variables()) {
            try (Scope scope = Scope.open()) {
                Tensor x = backend.of(operation.inputs().get(k));
                Tensor y = loss.ofOne(k).apply(x);
                Tensor ones = backend.ones(y.shape(), y.dtype());
                Tensor full =
                        Gradients.vectorJacobian(loss.ofOne(k)).at(x, ones).product();
                Tensor ofSum =
                        Gradients.gradient(t -> loss.ofOne(k).apply(t).sum()).at(x);
                Tensor ofMean =
                        Gradients.gradient(t -> loss.ofOne(k).apply(t).mean()).at(x);
                agree("sum, input " + k, ofSum, full);
                agree("mean, input " + k, ofMean.times(Math.max(1, y.size())), full);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void derivativesLeaveNothingAliveButThemselves(List<GradientRecord> records) {
        GradientRegistry.eachOf(differentiableTwice(records), this::checkLifetimes);
    }

    private void checkLifetimes(GradientRecord operation) {
        WeightedLoss loss = new WeightedLoss(operation, backend, DType.FLOAT64);
        try (Scope scope = Scope.open()) {
            Tensor theta = backend.of(loss.point());
            Tensor direction = backend.of(between(-1, 1).of(theta.shape()));
            long before = backend.liveArrays();
            long one = theta.size() == 0 ? 0 : 1;
            Tensor gradient = Gradients.gradient(loss.ofAll()).at(theta);
            assertThat(backend.liveArrays() - before).isEqualTo(one);
            gradient.release();
            ValueAndTangent second = Gradients.hessianVector(loss.ofAll()).at(theta, direction);
            assertThat(backend.liveArrays() - before).isEqualTo(2 * one);
            second.value().release();
            second.product().release();
            assertThat(backend.liveArrays()).isEqualTo(before);
        }
    }

    private static double[] moved(double[] at, double[] direction, double distance) {
        double[] values = at.clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += distance * direction[i];
        }
        return values;
    }

    private static void agree(String what, Tensor actual, Tensor expected) {
        double[] a = actual.toDoubles();
        double[] b = expected.toDoubles();
        assertThat(a).as(what).hasSameSizeAs(b);
        for (int i = 0; i < a.length; i++) {
            // The logarithm of an empty sum is −∞ on both sides, and an empty mean NaN.
            if (Double.compare(a[i], b[i]) != 0) {
                close(what + ", element " + i, a[i], b[i], ROUNDING, ROUNDING);
            }
        }
    }

    private static void close(String what, double actual, double expected, double relative, double absolute) {
        assertThat(Math.abs(actual - expected))
                .as("%s: %s, but it should be %s", what, actual, expected)
                .isLessThanOrEqualTo(absolute + relative * Math.abs(expected));
    }
}
