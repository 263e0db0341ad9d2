package io.surprisal.examples.distributions;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.distributions.continuous.Laplace;
import io.surprisal.distributions.continuous.Logistic;
import io.surprisal.distributions.family.Family;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FamilyTopicTest {
    private final Backend backend = Backends.open("reference");

    @AfterAll
    void close() {
        backend.close();
    }

    private double[] firstDraws(Family<?> family, long seed) {
        return FamilyTopic.of(family, backend, RandomKey.of(seed), 5).draws().get(0);
    }

    @Test
    void drawsAreThoseOfTheSeed() {
        assertThat(firstDraws(Laplace.FAMILY, 1)).isEqualTo(firstDraws(Laplace.FAMILY, 1));
        assertThat(firstDraws(Laplace.FAMILY, 1)).isNotEqualTo(firstDraws(Laplace.FAMILY, 2));
    }

    @Test
    void familiesAndDistributionsHaveDrawsOfTheirOwn() {
        Specimen laplace = Specimen.of(Laplace.FAMILY, "location=0 scale=0.5", backend);
        Specimen logistic = Specimen.of(Logistic.FAMILY, "location=0 scale=0.5", backend);
        assertThat(laplace.cdf(firstDraws(Laplace.FAMILY, 1)))
                .isNotEqualTo(logistic.cdf(firstDraws(Logistic.FAMILY, 1)));
        FamilyTopic topic = FamilyTopic.of(Laplace.FAMILY, backend, RandomKey.of(1), 5);
        assertThat(laplace.cdf(topic.draws().get(0)))
                .isNotEqualTo(topic.specimens().get(1).cdf(topic.draws().get(1)));
    }
}
