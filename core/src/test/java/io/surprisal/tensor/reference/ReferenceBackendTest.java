package io.surprisal.tensor.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.surprisal.tensor.BackendException;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.ReduceOp;
import io.surprisal.tensor.ops.UnaryOp;
import io.surprisal.tensor.spi.Availability;
import io.surprisal.tensor.spi.BackendOptions;
import io.surprisal.tensor.spi.BackendProvider;
import io.surprisal.tensor.spi.Offsets;
import java.util.Arrays;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferenceBackendTest {
    private final ReferenceBackend backend = new ReferenceBackend();

    @Test
    void isFoundAndAlwaysAvailable() {
        BackendProvider provider = ServiceLoader.load(BackendProvider.class).stream()
                .filter(found -> found.type() == ReferenceProvider.class)
                .findFirst()
                .orElseThrow()
                .get();

        assertThat(provider.name()).isEqualTo("reference");
        assertThat(provider.priority()).isZero();
        assertThat(provider.availability()).isEqualTo(new Availability.Available("plain Java, one thread"));
        assertThatExceptionOfType(BackendException.class)
                .isThrownBy(() -> provider.open(BackendOptions.defaults().withDevice(1)))
                .withMessage("reference: there is no device 1, because this backend has one alone. Ask for reference,"
                        + " without a number.");
    }

    @Test
    void countsTheArraysThatItGivesOut() {
        ReferenceArray a = backend.full(Shape.of(2), DType.FLOAT32, 3);
        ReferenceArray view = backend.reshape(a, Shape.of(1, 2));
        ReferenceArray b = backend.binary(BinaryOp.PLUS, a, 1);
        assertThat(backend.liveArrays()).isEqualTo(3);

        backend.release(a);
        assertThat(backend.toHost(view).floats()).containsExactly(3, 3);
        backend.release(view);
        backend.release(b);
        assertThat(backend.liveArrays()).isZero();
    }

    @Test
    void refusesUseAfterReleaseAndASecondRelease() {
        ReferenceArray a = backend.full(Shape.of(2), DType.FLOAT32, 3);
        backend.release(a);
        assertThatIllegalStateException()
                .isThrownBy(() -> backend.unary(UnaryOp.EXP, a))
                .withMessage(
                        "reference: an array [2] FLOAT32 is used after its release. Release arrays after their last use.");
        assertThatIllegalStateException().isThrownBy(() -> backend.release(a));
        assertThat(backend.liveArrays()).isZero();
    }

    @Test
    void holdsNothingAfterItsClose() {
        backend.full(Shape.of(2), DType.FLOAT32, 3);
        backend.close();
        backend.close();
        assertThat(backend.liveArrays()).isZero();
    }

    @Test
    void kernelsRefuseTypesThatCoreNeverPasses() {
        ReferenceArray real = backend.full(Shape.of(1), DType.FLOAT32, 3);
        ReferenceArray whole = backend.full(Shape.of(1), DType.INT32, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backend.unary(UnaryOp.EXP, whole))
                .withMessage("exp: takes floating elements. Call it through Tensor, which checks types.");
        assertThatIllegalArgumentException().isThrownBy(() -> backend.unary(UnaryOp.NOT, real));
        assertThatIllegalArgumentException().isThrownBy(() -> backend.binary(BinaryOp.AND, real, real, Shape.of(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> backend.binary(BinaryOp.POW, whole, whole, Shape.of(1)));
    }

    @Test
    void manyThreadsComputeAtOnce() {
        double[] elements = new double[10_000];
        Arrays.setAll(elements, Math::sin);
        ReferenceArray a = backend.fromHost(HostArray.wrap(elements, Shape.of(100, 100)));
        HostArray expected = work(a);

        assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> work(a))).allMatch(expected::equals);
        backend.release(a);
        assertThat(backend.liveArrays()).isZero();
    }

    private HostArray work(ReferenceArray a) {
        ReferenceArray product = backend.matmul(a, a, false, true, Shape.of(100, 100));
        ReferenceArray exponential = backend.unary(UnaryOp.TANH, product);
        ReferenceArray sum = backend.reduce(ReduceOp.SUM, exponential, new int[] {1}, Shape.of(100, 1));
        HostArray result = backend.toHost(sum);
        backend.release(product);
        backend.release(exponential);
        backend.release(sum);
        return result;
    }

    @Test
    void offsetsFollowStridesOfEitherSign() {
        assertThat(Offsets.strided(new int[] {3, -1}, 2, Shape.of(2, 3))).containsExactly(2, 1, 0, 5, 4, 3);
        assertThat(Offsets.strided(new int[] {1, 2, 0}, 7, Shape.of(2, 2, 2)))
                .containsExactly(7, 7, 9, 9, 8, 8, 10, 10);
        assertThat(Offsets.strided(new int[0], 4, Shape.scalar())).containsExactly(4);
        assertThat(Offsets.broadcast(Shape.of(2, 1), Shape.of(2, 2, 3)))
                .containsExactly(0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1);
    }
}
