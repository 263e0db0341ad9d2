package io.surprisal.distributions.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Derivatives of families of vectors and matrices in each parameter and in the outcome, along random directions of the real numbers behind
 * them, against differences of fourth order: by way of the bijection of every constraint.
 */
class VectorSlopesTest extends OnReference {
    private static final RandomKey KEY = RandomKey.of(31);
    private static final double STEP = 1e-4;

    /** Families whose draws are smooth functions of their parameters at fixed noise; others have implicit derivatives. */
    private static final Set<String> SMOOTH =
            Set.of("MultivariateNormal", "LogisticNormal", "RelaxedOneHotCategorical", "MatrixNormal");

    static Stream<VectorForm> forms() {
        return VectorAccuracyTest.forms();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void derivativesAreDifferenceQuotients(VectorForm form) {
        List<VectorLine> lines = VectorLine.all(form).stream()
                .filter(line -> line.fits(DType.FLOAT64)
                        && !line.isBeyond()
                        && line.function().equals("logProb"))
                .toList();
        for (int i = 0; i < lines.size(); i += Math.max(1, lines.size() / 5)) {
            VectorLine line = lines.get(i);
            Distribution distribution = line.distribution(backend, DType.FLOAT64);
            Tensor x = line.outcome(distribution);
            functions(form, distribution, x).forEach((name, function) -> {
                for (int p = 0; p < form.family().parameters().size(); p++) {
                    int place = p;
                    Tensor[] parameters = line.tensors(backend, DType.FLOAT64);
                    form.family()
                            .parameters()
                            .get(p)
                            .fromReals()
                            .ifPresent(map -> compare(
                                    line + " " + name + " in parameter " + place, map, parameters[place], moved -> {
                                        Tensor[] all = parameters.clone();
                                        all[place] = moved;
                                        return function.apply(form.family().unchecked(all));
                                    }));
                }
            });
            Optional<Bijector> fromReals = distribution.support().fromReals();
            fromReals.ifPresent(map -> compare(line + " in x", map, x, distribution::logProb));
        }
    }

    private static Map<String, Function<Distribution, Tensor>> functions(
            VectorForm form, Distribution distribution, Tensor x) {
        Map<String, Function<Distribution, Tensor>> functions = new LinkedHashMap<>();
        functions.put("logProb", d -> d.logProb(x));
        if (distribution instanceof HasEntropy) {
            functions.put("entropy", d -> ((HasEntropy) d).entropy());
        }
        if (distribution instanceof HasMoments moments && isFinite(moments)) {
            functions.put("mean", d -> weighted(((HasMoments) d).mean()));
            functions.put("variance", d -> weighted(((HasMoments) d).variance()));
        }
        if (SMOOTH.contains(form.family().name())) {
            functions.put("rsample", d -> weighted(((Reparameterized) d).rsample(KEY.foldIn(7))));
        }
        return functions;
    }

    private static boolean isFinite(HasMoments moments) {
        return moments.mean().isFinite().all().item() == 1
                && moments.variance().isFinite().all().item() == 1;
    }

    /** Elements with different weights, so that sums which are constant do not hide them. */
    private static Tensor weighted(Tensor elements) {
        Tensor flat = elements.flatten();
        return flat.times(flat.backend()
                        .arange(flat.size())
                        .cast(DType.FLOAT64)
                        .plus(1)
                        .sqrt())
                .sum();
    }

    private void compare(String what, Bijector map, Tensor value, UnaryOperator<Tensor> function) {
        Tensor u = map.inverse(value);
        if (u.isFinite().all().item() == 0) {
            return;
        }
        Tensor direction = Draws.normal(KEY, backend, u.shape(), DType.FLOAT64);
        UnaryOperator<Tensor> ofReals = reals -> function.apply(map.forward(reals));
        double slope = Gradients.gradient(reals -> ofReals.apply(reals).sum())
                .at(u)
                .times(direction)
                .flatten()
                .sum()
                .item();
        double near = quotient(ofReals, u, direction, STEP);
        double far = quotient(ofReals, u, direction, 2 * STEP);
        double difference = (4 * near - far) / 3;
        double size = Math.abs(ofReals.apply(u).sum().item());
        assertThat(Math.abs(slope - difference))
                .as("%s: slope %s, difference quotient %s", what, slope, difference)
                .isLessThanOrEqualTo(1e-6 * Math.abs(difference) + 1e-9 * Math.max(1, size));
    }

    private static double quotient(UnaryOperator<Tensor> function, Tensor u, Tensor direction, double step) {
        double up = function.apply(u.plus(direction.times(step))).sum().item();
        double down = function.apply(u.minus(direction.times(step))).sum().item();
        return (up - down) / (2 * step);
    }
}
