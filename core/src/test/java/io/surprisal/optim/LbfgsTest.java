package io.surprisal.optim;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.autodiff.Parameters;
import io.surprisal.optim.MinimisationResult.Ending;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.testing.ReferenceTest;
import org.junit.jupiter.api.Test;

class LbfgsTest extends ReferenceTest {
    /** (1 − x)² + 100(y − x²)², with its minimum 0 at (1, 1) at the end of a bent valley. */
    private static Tensor rosenbrock(Parameters theta) {
        Tensor x = theta.get("x");
        Tensor y = theta.get("y");
        return x.neg()
                .plus(1)
                .square()
                .plus(y.minus(x.square()).square().times(100))
                .sum();
    }

    @Test
    void findsTheMinimumOfRosenbrocksValley() {
        Parameters start = Parameters.of("x", vector(-1.2)).with("y", vector(1));
        MinimisationResult result = new Lbfgs(10, 100, 1e-8, 0).minimise(LbfgsTest::rosenbrock, start);
        assertThat(result.ending()).isEqualTo(Ending.GRADIENT_VANISHED);
        assertThat(result.parameters().get("x")).isCloseTo(new double[] {1}, 0, 1e-8);
        assertThat(result.parameters().get("y")).isCloseTo(new double[] {1}, 0, 1e-8);
        // SciPy's L-BFGS-B needs 36 to 38 steps from here.
        assertThat(result.iterations()).isLessThan(50);
    }

    @Test
    void solvesAQuadraticOfFullMemoryInAboutItsDimension() {
        Tensor scales = vector(1, 10, 100, 1000);
        MinimisationResult result = new Lbfgs(10, 200, 1e-9, 0)
                .minimise(
                        theta -> theta.get("w")
                                .minus(1)
                                .square()
                                .times(scales)
                                .sum()
                                .times(0.5),
                        Parameters.of("w", vector(0, 0, 0, 0)));
        assertThat(result.parameters().get("w")).isCloseTo(new double[] {1, 1, 1, 1}, 0, 1e-8);
        assertThat(result.iterations()).isLessThan(40);
    }

    @Test
    void staysWithFloat32Parameters() {
        Parameters start = Parameters.of("x", vector(-1.2).cast(DType.FLOAT32))
                .with("y", vector(1).cast(DType.FLOAT32));
        MinimisationResult result = Lbfgs.standard().minimise(LbfgsTest::rosenbrock, start);
        assertThat(result.parameters().get("x")).hasDType(DType.FLOAT32).isCloseTo(new double[] {1}, 0, 1e-2);
    }

    @Test
    void endsAtOnceAtAMinimum() {
        MinimisationResult result =
                Lbfgs.standard().minimise(theta -> theta.get("w").square().sum(), Parameters.of("w", vector(0, 0)));
        assertThat(result.iterations()).isZero();
        assertThat(result.evaluations()).isEqualTo(1);
        assertThat(result.ending()).isEqualTo(Ending.GRADIENT_VANISHED);
    }

    @Test
    void stopsAtTheLimit() {
        Parameters start = Parameters.of("x", vector(-1.2)).with("y", vector(1));
        MinimisationResult result = Lbfgs.standard().withIterations(3).minimise(LbfgsTest::rosenbrock, start);
        assertThat(result.ending()).isEqualTo(Ending.ITERATION_LIMIT);
        assertThat(result.iterations()).isEqualTo(3);
        assertThat(result.value()).isLessThan(24.2);
    }

    @Test
    void comesBackFromBeyondTheDomain() {
        // 100x − log x has its minimum at 0.01 and is NaN below 0, where the first step from 0.9, of length 1, leads.
        MinimisationResult result = Lbfgs.standard()
                .minimise(
                        theta -> theta.get("x")
                                .log()
                                .neg()
                                .plus(theta.get("x").times(100))
                                .sum(),
                        Parameters.of("x", vector(0.9)));
        assertThat(result.parameters().get("x")).isCloseTo(new double[] {0.01}, 0, 1e-6);
    }

    @Test
    void rejectsAStartThatIsNotFinite() {
        assertThatThrownBy(() ->
                        Lbfgs.standard().minimise(theta -> theta.get("w").log().sum(), Parameters.of("w", vector(-1))))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("Lbfgs: at the start the loss is NaN");
    }
}
