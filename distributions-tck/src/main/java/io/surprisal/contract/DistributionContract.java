package io.surprisal.contract;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.BackendOptions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What every distribution must do, as tests. The author of one writes a class with one method:
 *
 * <pre>{@code
 * class ArcsineTest extends DistributionContract {
 *     @Override
 *     protected List<Subject> subjects(Backend backend) {
 *         Tensor zero = backend.scalar(0, DType.FLOAT64);
 *         return List.of(Subject.of("arcsine", Arcsine.of(zero, zero.plus(3))));
 *     }
 * }
 * }</pre>
 *
 * <p>Each {@link Check} that applies to a subject is a test of its own; its message names the check, the point, and both values. Numbers, continuous or
 * whole, are checked in everything that they can do; vectors in shapes, supports, gradients and, by Monte Carlo, in score, entropy and moments. A right
 * distribution fails a statistical check once in a million times, under keys that never change.
 */
public abstract class DistributionContract {
    /** For the author's class. */
    protected DistributionContract() {}

    /**
     * {@return the distributions to be checked, in FLOAT64; different parameters are different subjects}
     *
     * @param backend where they shall live
     */
    protected abstract List<Subject> subjects(Backend backend);

    /** {@return a test for each subject and each check that applies to it} */
    @TestFactory
    final Stream<DynamicNode> keepsTheContract() {
        try (Backend backend = open()) {
            return names(backend).stream().flatMap(this::tests);
        }
    }

    private List<String> names(Backend backend) {
        try (Scope scope = Scope.open()) {
            return subjects(backend).stream().map(Subject::name).toList();
        }
    }

    private Stream<DynamicNode> tests(String name) {
        return Arrays.stream(Check.values())
                .map(check -> DynamicTest.dynamicTest(name + ": " + check, () -> run(name, check)));
    }

    /** Each test has a backend of its own, and leaves nothing on it. */
    private void run(String name, Check check) {
        try (Backend backend = open();
                Scope scope = Scope.open()) {
            subjects(backend).stream()
                    .filter(subject -> subject.name().equals(name))
                    .forEach(check::verify);
        }
    }

    /** {@return a new backend to check on: the reference backend, unless another is made here} */
    protected Backend open() {
        return Backend.over(new ReferenceProvider().open(BackendOptions.defaults()));
    }
}
