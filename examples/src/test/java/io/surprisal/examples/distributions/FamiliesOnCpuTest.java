package io.surprisal.examples.distributions;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.catalogue.Families;
import io.surprisal.distributions.catalogue.FamilyChecks;
import io.surprisal.distributions.family.Family;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.spi.HostThreads;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every family on the cpu backend: as accurate as on the reference, and with the same draws. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FamiliesOnCpuTest {
    private static final List<DType> DTYPES = List.of(DType.FLOAT64, DType.FLOAT32);

    private Backend cpu;
    private Backend reference;

    @BeforeAll
    void open() {
        cpu = Backends.open("cpu");
        reference = Backends.open("reference");
    }

    @AfterAll
    void close() {
        cpu.close();
        reference.close();
    }

    static Stream<Family<?>> families() {
        return Families.univariate().stream();
    }

    @ParameterizedTest
    @MethodSource("families")
    void accuracyIsThatOfTheRule(Family<?> family) {
        for (DType dtype : DTYPES) {
            assertThat(FamilyChecks.misses(family, cpu, dtype)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void drawsAreThoseOfTheReferenceToTheLastBit(Family<?> family) {
        for (DType dtype : DTYPES) {
            Scope.run(() -> {
                List<Distribution> here = FamilyChecks.atOrdinaryParameters(family, cpu, dtype);
                List<Distribution> there = FamilyChecks.atOrdinaryParameters(family, reference, dtype);
                for (int i = 0; i < here.size(); i++) {
                    assertThat(draws(here.get(i))).isEqualTo(draws(there.get(i)));
                }
            });
        }
    }

    @Test
    void vectorsAreAsAccurate() {
        for (DType dtype : DTYPES) {
            assertThat(FamilyChecks.missesOfVectors(cpu, dtype)).isEmpty();
        }
    }

    @Test
    void drawsOfVectorsAreThoseOfTheReferenceToTheLastBit() {
        for (DType dtype : DTYPES) {
            Scope.run(() -> {
                List<Distribution> here = FamilyChecks.ofVectors(cpu, dtype);
                List<Distribution> there = FamilyChecks.ofVectors(reference, dtype);
                for (int i = 0; i < here.size(); i++) {
                    assertThat(draws(here.get(i))).as(here.get(i).toString()).isEqualTo(draws(there.get(i)));
                }
            });
        }
    }

    @Test
    void drawsOfCombinatorsAreThoseOfTheReferenceToTheLastBit() {
        for (DType dtype : DTYPES) {
            Scope.run(() -> {
                List<Distribution> here = FamilyChecks.ofCombinators(cpu, dtype);
                List<Distribution> there = FamilyChecks.ofCombinators(reference, dtype);
                for (int i = 0; i < here.size(); i++) {
                    assertThat(draws(here.get(i))).as(here.get(i).toString()).isEqualTo(draws(there.get(i)));
                }
            });
        }
    }

    /** So many draws that one thread leaves some to the other. */
    @Test
    void drawsDoNotDependOnTheNumberOfThreads() {
        for (DType dtype : DTYPES) {
            Scope.run(() -> all(cpu, dtype).forEach(distribution -> {
                double[] ofOne = drawsOfThreads(1, distribution);
                assertThat(drawsOfThreads(2, distribution))
                        .as(distribution.toString())
                        .isEqualTo(ofOne);
            }));
        }
    }

    /** Of every family one, and the combinators. */
    private static Stream<Distribution> all(Backend backend, DType dtype) {
        return Stream.of(
                        Families.univariate().stream()
                                .map(family -> FamilyChecks.atOrdinaryParameters(family, backend, dtype)
                                        .get(0)),
                        FamilyChecks.ofVectors(backend, dtype).stream(),
                        FamilyChecks.ofCombinators(backend, dtype).stream())
                .flatMap(distributions -> distributions);
    }

    private static double[] drawsOfThreads(int threads, Distribution distribution) {
        HostThreads.limit(threads);
        try {
            int size = Math.max(
                    1, distribution.batchShape().then(distribution.eventShape()).size());
            double[][] draws = new double[1][];
            Scope.run(() -> draws[0] = distribution
                    .sample(RandomKey.of(6), Shape.of(Math.max(20, 20_000 / size)))
                    .toDoubles());
            return draws[0];
        } finally {
            HostThreads.limit(Runtime.getRuntime().availableProcessors());
        }
    }

    private static double[] draws(Distribution distribution) {
        return distribution.sample(RandomKey.of(5), Shape.of(2_000)).toDoubles();
    }
}
