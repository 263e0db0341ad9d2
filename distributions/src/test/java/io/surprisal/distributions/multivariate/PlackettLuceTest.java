package io.surprisal.distributions.multivariate;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.Test;

class PlackettLuceTest extends OnReference {
    private static final RandomKey KEY = RandomKey.of(9);

    @Test
    void probabilitiesOfAllOrdersHaveTheSumOne() {
        PlackettLuce orders = PlackettLuce.of(doubles(2, -1, 0.5, 0));
        Tensor all = orders.enumerateSupport();
        assertThat(all).hasShape(24, 4).hasDType(DType.INT64);
        assertThat(orders.logProb(all).exp().sum().item()).isCloseTo(1, within(1e-14));
        assertThat(all.select(0, 0)).containsExactly(0, 1, 2, 3);
        assertThat(all.select(0, 23)).containsExactly(3, 2, 1, 0);
        Tensor most = orders.logProb(orders.mode());
        assertThat(most.item()).isEqualTo(orders.logProb(all).max().item());
        assertThat(orders.mode()).containsExactly(0, 2, 3, 1);
    }

    @Test
    void entropiesAreThoseOfAllOrders() {
        for (int k = 1; k <= 6; k++) {
            Tensor logits = Draws.normal(KEY.foldIn(k), backend, Shape.of(2, 3, k), DType.FLOAT64);
            PlackettLuce orders = PlackettLuce.of(logits);
            Tensor logs = orders.logProb(orders.enumerateSupport());
            assertThat(orders.entropy()).isCloseTo(logs.exp().times(logs).sum(0).neg(), 1e-13, 1e-13);
        }
        // Equal weights make all orders equally likely.
        assertThat(PlackettLuce.of(backend.zeros(Shape.of(15), DType.FLOAT64))
                        .entropy()
                        .item())
                .isCloseTo(27.899271383840891566, within(1e-12));
        assertThatThrownBy(() -> PlackettLuce.of(backend.zeros(Shape.of(21), DType.FLOAT64))
                        .entropy())
                .hasMessageContaining("2^21 sets");
    }

    @Test
    void extremeLogitsStayFinite() {
        PlackettLuce orders = PlackettLuce.of(doubles(1000, -1000, 0));
        Tensor x = backend.of(new long[] {1, 2, 0, 0, 2, 1}, 2, 3);
        assertThat(orders.logProb(x)).isCloseTo(doubles(-3000, 0), 1e-14, 1e-300);
        Tensor slope =
                Gradients.gradient(l -> PlackettLuce.of(l).logProb(x).sum()).at(doubles(1000, -1000, 0));
        assertThat(slope).isCloseTo(doubles(-2, 1, 1), 1e-14, 0);
    }

    @Test
    void shapesBroadcast() {
        PlackettLuce orders = PlackettLuce.of(backend.zeros(Shape.of(2, 1, 5), DType.FLOAT32));
        Tensor x = orders.sample(KEY, Shape.of(3));
        assertThat(x).hasShape(3, 2, 1, 5).hasDType(DType.INT64);
        assertThat(orders.support().holds(x).all().item()).isEqualTo(1);
        assertThat(orders.logProb(x)).hasShape(3, 2, 1).hasDType(DType.FLOAT32);
        assertThat(orders.logProb(orders.mode())).hasShape(2, 1);
        assertThat(PlackettLuce.of(doubles(3))
                        .logProb(backend.of(new long[] {0}, 1))
                        .item())
                .isEqualTo(0);
    }

    @Test
    void whatIsNoOrderIsImpossible() {
        PlackettLuce orders = PlackettLuce.of(doubles(1, 2, 3));
        Tensor twice = backend.of(new long[] {0, 0, 1}, 3);
        assertThat(orders.logProb(twice).item()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThatThrownBy(() -> orders.validated().logProb(twice)).hasMessageContaining("in some order");
        assertThatThrownBy(() -> orders.logProb(doubles(0, 1, 2))).hasMessageContaining("must have the dtype INT64");
        assertThatThrownBy(() -> PlackettLuce.of(doubles(1, Double.NEGATIVE_INFINITY)))
                .hasMessage("PlackettLuce: logits must be finite, but logits[1] = -Infinity.");
        assertThatThrownBy(() -> PlackettLuce.of(backend.zeros(Shape.of(10), DType.FLOAT64))
                        .enumerateSupport())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("10! orders");
    }
}
