package io.surprisal.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every array that is made is given back once, and what a view shows lives as long as the view. */
abstract class MemoryContract extends ContractGroup {
    MemoryContract(BackendContract contract) {
        super(contract);
    }

    static Stream<Sample> operations() {
        return Stream.concat(Catalogue.everything().stream(), DRAWS.stream());
    }

    private static final List<Sample> DRAWS = List.of(
            Sample.of("normal draw", x -> Draws.normal(RandomKey.of(1), x.get(0).backend(), Shape.of(9)), ones()),
            Sample.of("bernoulli draw", x -> Draws.bernoulli(RandomKey.of(1), x.get(0)), ones()));

    /** In both floating types: a backend may have other kernels for each. */
    @ParameterizedTest
    @MethodSource("operations")
    final void leavesNothingBehind(Sample sample) {
        for (DType dtype : Domains.FLOATING) {
            Sample call = sample.as(dtype);
            long before = backend().liveArrays();
            for (int repeat = 0; repeat < 3; repeat++) {
                Scope.run(() -> call.function().apply(call.on(backend())).toHost());
            }
            assertThat(backend().liveArrays())
                    .as("live arrays after three calls of %s %s in scopes that closed", call, dtype)
                    .isEqualTo(before);
        }
    }

    @Test
    final void liveArraysCountWhatIsGivenOut() {
        long before = backend().liveArrays();
        Tensor base = backend().of(new float[] {1, 2, 3, 4});
        Tensor view = base.reshape(2, 2);
        Tensor sum = base.plus(1);
        assertThat(backend().liveArrays() - before)
                .as("an array, a view of it and a sum")
                .isEqualTo(3);
        base.release();
        view.release();
        assertThat(backend().liveArrays() - before).as("the sum is left").isEqualTo(1);
        sum.release();
        sum.release();
        assertThat(backend().liveArrays()).as("nothing is left").isEqualTo(before);
    }

    @Test
    final void trimmingLeavesTensorsAlone() {
        Tensor kept = backend().of(new float[] {1, 2, 3});
        backend().of(new float[] {4, 5, 6}).release();
        backend().trim();
        assertThat(kept.plus(backend().of(new float[] {7, 8, 9})).toDoubles()).containsExactly(8, 10, 12);
    }

    @Test
    final void aViewOutlivesWhatItShows() {
        Map<String, UnaryOperator<Tensor>> views = Map.of(
                "reshape", x -> x.reshape(4, 6),
                "transpose", x -> x.transpose(2, 0, 1),
                "slice", x -> x.slice(new int[] {0, 1, 0}, new int[] {2, 3, 4}, new int[] {1, 1, 2}),
                "broadcastTo", x -> x.broadcastTo(Shape.of(3, 2, 3, 4)),
                "reverse", x -> x.reverse(2),
                "a view of a view", x -> x.reshape(6, 4).slice(0, 1, 5).transpose(1, 0));
        HostArray elements = Samples.of(181).ordinary(DType.FLOAT32, Shape.of(2, 3, 4));
        views.forEach((name, function) -> {
            Tensor base = backend().of(elements);
            Tensor view = Scope.tidy(() -> function.apply(base));
            base.release();
            overwriteFreedMemory(elements.shape());
            HostArray expected = expected(x -> function.apply(x.get(0)), elements);
            new Trial(name + " after its argument was released", List.of(elements))
                    .compare(expected, view.toHost(), Bound.exact());
        });
    }

    @Test
    final void whatIsShownOutlivesItsView() {
        HostArray elements = Samples.of(182).ordinary(DType.FLOAT32, Shape.of(2, 3, 4));
        Tensor base = backend().of(elements);
        base.reshape(24).release();
        base.transpose(2, 1, 0).release();
        base.slice(0, 0, 1).release();
        overwriteFreedMemory(elements.shape());
        new Trial("a tensor whose views were released", List.of(elements)).identical(elements, base.toHost());
    }

    @Test
    final void aReleasedTensorIsRefused() {
        Tensor released = backend().of(new float[] {1, 2, 3});
        released.release();
        assertThatThrownBy(() -> released.plus(1)).isInstanceOf(IllegalStateException.class);
        Tensor outlived = Scope.tidy(() -> {
            Tensor inner = backend().of(new float[] {1, 2});
            inner.exp();
            return inner;
        });
        assertThat(outlived.toFloats()).as("returned from tidy").containsExactly(1, 2);
    }

    @Test
    final void aScopeThatFailsFreesWhatItMade() {
        long before = backend().liveArrays();
        assertThatThrownBy(() -> Scope.run(() -> {
                    Tensor a = backend().of(new float[] {1, 2, 3});
                    a.exp().plus(backend().of(new float[] {1, 2}));
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(backend().liveArrays())
                .as("live arrays after a scope that failed")
                .isEqualTo(before);
    }

    @Test
    final void aLongLoopHoldsNothing() {
        long before = backend().liveArrays();
        Tensor state = backend().zeros(Shape.of(33), DType.FLOAT32);
        for (int step = 0; step < 2000; step++) {
            Tensor previous = state;
            state = Scope.tidy(
                    () -> previous.plus(1).tanh().plus(previous.square()).sigmoid());
            previous.release();
        }
        assertThat(backend().liveArrays() - before).as("the last state").isEqualTo(1);
    }

    @Test
    final void closingABackendFreesWhatIsLeft() {
        Backend other = Backend.over(contract().open());
        other.of(new float[] {1, 2, 3}).exp();
        other.close();
        other.close();
        assertThat(other.kernels().liveArrays()).as("live arrays after close").isZero();
    }

    /** Takes and gives memory of the size just freed, so that a view of freed memory would show other elements. */
    private void overwriteFreedMemory(Shape shape) {
        Scope.run(() -> {
            for (int i = 0; i < 8; i++) {
                backend().full(shape, DType.FLOAT32, 1e9 + i);
            }
        });
    }

    private static HostArray ones() {
        return HostArray.wrap(new double[] {1, 1, 0.5}, Shape.of(3));
    }
}
