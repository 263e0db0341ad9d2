package io.surprisal.distributions.catalogue;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.constraints.Permutation;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every family of vectors and matrices answers at the edges of shapes, dtypes and values. */
class VectorEdgesTest extends OnReference {
    private static final RandomKey KEY = RandomKey.of(77);

    static Stream<VectorForm> forms() {
        return VectorAccuracyTest.forms();
    }

    private Distribution last(VectorForm form, DType dtype) {
        List<VectorLine> lines = VectorLine.all(form).stream()
                .filter(line -> line.fits(dtype) && !line.isBeyond())
                .toList();
        return lines.get(lines.size() - 1).distribution(backend, dtype);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void drawsOfAnyShapeHaveALogProbability(VectorForm form) {
        for (DType dtype : List.of(DType.FLOAT64, DType.FLOAT32)) {
            Distribution distribution = last(form, dtype);
            for (Shape shape : List.of(Shape.scalar(), Shape.of(0), Shape.of(2, 0), Shape.of(2, 3))) {
                Tensor x = distribution.sample(KEY, shape);
                assertThat(x).hasShape(shape.then(distribution.eventShape()));
                Tensor logs = distribution.logProb(x);
                assertThat(logs).hasShape(shape).hasDType(dtype);
                assertThat(shape.isEmpty() || logs.isNaN().any().item() == 0).isTrue();
                assertThat(shape.isEmpty()
                                || distribution.support().holds(x).all().item() == 1)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void differentiableDrawsAreTheDraws(VectorForm form) {
        Distribution distribution = last(form, DType.FLOAT64);
        if (distribution instanceof Reparameterized reparameterized) {
            Tensor draws = distribution.sample(KEY, Shape.of(5));
            assertThat(reparameterized.rsample(KEY, Shape.of(5))).isBitEqualTo(draws);
            Tensor[] parameters = VectorLine.all(form).get(0).tensors(backend, DType.FLOAT64);
            // In a gradient call they are the same numbers too.
            Gradients.gradient(p -> {
                        parameters[0] = p;
                        var inside = (Reparameterized) form.family().unchecked(parameters);
                        var outside =
                                (Reparameterized) VectorLine.all(form).get(0).distribution(backend, DType.FLOAT64);
                        assertThat(inside.rsample(KEY).stopGradient()).isBitEqualTo(outside.rsample(KEY));
                        return p.sum();
                    })
                    .at(parameters[0]);
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void notANumberStaysOneAndOthersAreRefused(VectorForm form) {
        Distribution distribution = last(form, DType.FLOAT64);
        Tensor x = distribution.sample(KEY);
        if (!(distribution.support() instanceof Permutation)) {
            assertThat(distribution.logProb(x.times(Double.NaN)).item()).isNaN();
        }
        assertThatThrownBy(() -> distribution.logProb(x.cast(DType.FLOAT32)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(form.family().name())
                .hasMessageContaining("must have the dtype");
        assertThatThrownBy(() -> distribution.logProb(x.flatten().select(0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not end in the event shape " + distribution.eventShape());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatIsDerivedLivesAsLongAsTheDistribution(VectorForm form) {
        Distribution kept = Scope.tidy(() -> last(form, DType.FLOAT32));
        Tensor x = kept.sample(KEY, Shape.of(3));
        assertThat(kept.logProb(x)).hasShape(3);
        if (kept instanceof HasEntropy entropy) {
            assertThat(entropy.entropy().isNaN().item()).isEqualTo(0);
        }
        kept.forEachTensor(Tensor::release);
    }
}
