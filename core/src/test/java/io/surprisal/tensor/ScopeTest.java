package io.surprisal.tensor;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.surprisal.tensor.ops.AffineActivation;
import io.surprisal.tensor.ops.Convolution;
import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.BackendOptions;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No scope is open around these tests. */
class ScopeTest {
    private final Backend backend = Backend.over(new ReferenceProvider().open(BackendOptions.defaults()));

    @AfterEach
    void close() {
        assertThat(Scope.current()).isNull();
        backend.close();
    }

    @Test
    void freesWhatWasMadeInside() {
        Tensor inside;
        try (Scope scope = Scope.open()) {
            inside = backend.scalar(1).plus(1);
            assertThat(backend.liveArrays()).isEqualTo(2);
        }
        assertThat(backend.liveArrays()).isZero();
        assertThat(inside.isReleased()).isTrue();
        assertThat(inside).asString().isEqualTo("tensor [] FLOAT32 on reference, released");
        assertThatIllegalStateException()
                .isThrownBy(() -> inside.plus(1))
                .withMessage(
                        "plus: tensor [] FLOAT32 was released when its scope closed, or by release() or donation; return it"
                                + " from tidy or keep(it).");
    }

    @Test
    void freesAlsoWhenTheBodyThrows() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Scope.run(() -> {
                    Tensor one = backend.scalar(1, DType.INT32);
                    one.div(0);
                }));
        assertThat(backend.liveArrays()).isZero();
    }

    @Test
    void tidyKeepsWhatTheBodyReturns() {
        Tensor kept = Scope.tidy(() -> backend.scalar(2).square().plus(1));
        assertThat(kept).containsExactly(5);
        assertThat(backend.liveArrays()).isOne();
        kept.release();
        assertThat(backend.liveArrays()).isZero();
    }

    @Test
    void keptTensorsMoveOneScopeOutwards() {
        Tensor x;
        Tensor y;
        try (Scope outer = Scope.open()) {
            try (Scope inner = Scope.open()) {
                x = inner.keep(backend.scalar(1));
                y = backend.scalar(2);
            }
            assertThat(y.isReleased()).isTrue();
            assertThat(x).containsExactly(1);
        }
        assertThat(x.isReleased()).isTrue();
        assertThat(backend.liveArrays()).isZero();
    }

    @Test
    void keepLeavesTensorsOfOtherScopesWhereTheyAre() {
        Tensor outside = backend.scalar(1);
        try (Scope outer = Scope.open()) {
            Tensor own = backend.scalar(2);
            try (Scope inner = Scope.open()) {
                inner.keep(own);
                inner.keep(outside);
            }
            assertThat(own.scope()).isSameAs(outer);
        }
        assertThat(outside.isReleased()).isFalse();
        outside.release();
    }

    @Test
    void retainTakesOverFromInnerScopesOnly() {
        Tensor outside = backend.scalar(0);
        try (Scope outer = Scope.open()) {
            Tensor mine = backend.scalar(1);
            Tensor inner;
            try (Scope middle = Scope.open()) {
                inner = backend.scalar(2);
                outer.retain(inner);
                outer.retain(outside);
                middle.retain(mine);
            }
            assertThat(inner).containsExactly(2);
            assertThat(inner.scope()).isSameAs(outer);
            assertThat(mine.scope()).isSameAs(outer);
            assertThat(outside.scope()).isNull();
        }
        outside.release();
        assertThat(backend.liveArrays()).isZero();
    }

    @Test
    void releasesOnlyOnceWhatWasReleasedBefore() {
        try (Scope scope = Scope.open()) {
            Tensor x = backend.scalar(1);
            x.release();
            x.release();
            assertThat(backend.liveArrays()).isZero();
        }
        assertThat(backend.liveArrays()).isZero();
    }

    @Test
    void aLongLoopInOneScopeStaysSmallAndFreesAll() {
        try (Scope scope = Scope.open()) {
            Tensor sum = backend.scalar(0);
            for (int i = 0; i < 1000; i++) {
                Tensor next = sum.plus(1);
                sum.release();
                sum = next;
            }
            for (int i = 0; i < 100; i++) {
                sum = sum.plus(1);
            }
            assertThat(sum).containsExactly(1100);
            assertThat(backend.liveArrays()).isEqualTo(101);
        }
        assertThat(backend.liveArrays()).isZero();
    }

    @Test
    void scopesCloseInReverseOrder() {
        Scope outer = Scope.open();
        Scope inner = Scope.open();
        assertThatIllegalStateException()
                .isThrownBy(outer::close)
                .withMessage(
                        "Scope.close: a scope inside this one is still open. Close the inner one first; try-with-resources"
                                + " does.");
        inner.close();
        outer.close();
        outer.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> outer.keep(backend.scalar(1)))
                .withMessage("Scope.keep: the scope is closed. Keep tensors before it closes.");
    }

    @Test
    void scopesStayOnTheirThread() throws InterruptedException {
        Scope scope = Scope.open();
        Tensor mine = backend.scalar(3);
        AtomicReference<Throwable> closing = new AtomicReference<>();
        AtomicReference<Throwable> keeping = new AtomicReference<>();
        AtomicReference<Double> read = new AtomicReference<>();
        AtomicReference<Scope> scopeThere = new AtomicReference<>();
        Thread other = new Thread(
                () -> {
                    read.set(mine.item());
                    Tensor made = backend.scalar(1);
                    scopeThere.set(made.scope());
                    made.release();
                    closing.set(org.assertj.core.api.Assertions.catchThrowable(scope::close));
                    keeping.set(org.assertj.core.api.Assertions.catchThrowable(() -> scope.keep(mine)));
                },
                "other");
        other.start();
        other.join();

        assertThat(read.get()).isEqualTo(3);
        assertThat(scopeThere.get()).isNull();
        assertThat(closing.get())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Scope.close: the scope was opened by thread "
                        + Thread.currentThread().getName() + " and is closed by other. Close it where it was opened.");
        assertThat(keeping.get())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Scope.keep: the scope is open on thread ");
        scope.close();
        assertThat(backend.liveArrays()).isZero();
    }

    @Test
    void compositionsLeaveNothingBehindOutsideScopes() {
        Tensor x = backend.linspace(0.1, 1, 12, DType.FLOAT64).reshape(3, 4);
        Tensor square = Scope.tidy(() -> x.matmul(x, false, true).plus(backend.eye(3, DType.FLOAT64)));
        Tensor images = x.reshape(1, 1, 3, 4);
        Tensor row = x.select(0, 0);
        Tensor indices = backend.of(new long[] {0, 2});
        Tensor tap = backend.ones(Shape.of(1, 1, 1, 1), DType.FLOAT64);
        Tensor whole = backend.of(new int[] {7, 8});
        List<UnaryOperator<Tensor>> compositions = List.of(
                a -> a.sum(0),
                a -> a.mean(),
                a -> a.sampleVariance(0),
                a -> a.standardDeviation(),
                a -> a.argmax(0),
                a -> a.sort(1),
                a -> a.clamp(0.2, 0.5),
                a -> a.softmax(0),
                a -> a.logSoftmax(1),
                a -> a.logSumExp(0),
                a -> a.bernoulliLogProb(a, 2),
                a -> a.bernoulliLogProbBackward(a, a),
                a -> a.normalLogProb(a, a, 1),
                a -> a.squaredDistances(a),
                a -> square.squaredDistancesBackward(square, square),
                a -> a.matmul(a, false, true),
                a -> square.affine(a, row, AffineActivation.TANH),
                a -> a.activationBackward(AffineActivation.TANH, a),
                a -> images.convolve(images, Convolution.plain()),
                a -> images.convolveInputBackward(tap, Convolution.plain(), 3, 4),
                a -> images.convolveFilterBackward(images, Convolution.plain(), 1, 1),
                a -> a.indexSelect(indices, 0),
                a -> a.select(1, 2),
                a -> indices.oneHot(4, DType.FLOAT32),
                a -> square.cholesky(),
                a -> square.diagonal(),
                a -> a.diagonalMatrix(),
                a -> a.lowerTriangle(),
                a -> Tensor.stack(List.of(a, a), 0),
                a -> whole.div(whole),
                a -> backend.eye(3, DType.FLOAT32),
                a -> backend.linspace(0, 1, 3, DType.FLOAT32));
        for (int i = 0; i < compositions.size(); i++) {
            UnaryOperator<Tensor> composition = compositions.get(i);
            long before = backend.liveArrays();
            Tensor result = composition.apply(x);
            assertThat(backend.liveArrays() - before).as("composition %d", i).isOne();
            result.release();
        }
    }

    @Test
    void saysThatThereIsNothingToKeep() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scope.tidy(() -> null))
                .withMessage("Scope.keep: there is no value, it is null. Return one from tidy, or use Scope.run.");
    }
}
