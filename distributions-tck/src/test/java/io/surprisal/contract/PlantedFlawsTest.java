package io.surprisal.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.surprisal.tensor.Backend;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the contract on distributions with one planted error each. */
class PlantedFlawsTest {
    private static final ThreadLocal<Flaw> PLANTED = ThreadLocal.withInitial(() -> Flaw.ENTROPY_OFF);

    @ParameterizedTest
    @EnumSource
    void failsTheChecksOfTheFlawAndNoOtherWithBothValues(Flaw flaw) {
        Failures failures = run(flaw);
        assertThat(failures.tests).as("tests that ran").isEqualTo(Check.values().length);
        Set<String> expected = flaw.checks().stream().map(Check::name).collect(Collectors.toSet());
        assertThat(failures.messages.keySet())
                .as("checks that fail: %s", failures.messages.values())
                .containsExactlyInAnyOrderElementsOf(expected);
        failures.messages.forEach((check, message) -> assertThat(message)
                .as("a message with the check, the subject, and a value")
                .startsWith(check + " of " + flaw.name() + ": ")
                .containsPattern("[0-9]|NaN|Infinity"));
    }

    @Test
    void everyCheckHasAFlawThatItSees() {
        Set<Check> seen =
                Stream.of(Flaw.values()).flatMap(flaw -> flaw.checks().stream()).collect(Collectors.toSet());
        assertThat(seen).containsExactlyInAnyOrder(Check.values());
    }

    private static Failures run(Flaw flaw) {
        PLANTED.set(flaw);
        Failures failures = new Failures();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(Flawed.class))
                                .build(),
                        failures);
        return failures;
    }

    /** Nested in a test class, it is not run by itself. */
    static final class Flawed extends DistributionContract {
        @Override
        protected List<Subject> subjects(Backend backend) {
            return List.of(PLANTED.get().subject(backend));
        }
    }

    /** The messages of the checks that failed. */
    private static final class Failures implements TestExecutionListener {
        private final TreeMap<String, String> messages = new TreeMap<>();
        private int tests;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (!test.isTest()) {
                return;
            }
            tests++;
            String name = test.getDisplayName();
            result.getThrowable()
                    .ifPresent(thrown -> messages.put(
                            name.substring(name.lastIndexOf(' ') + 1), String.valueOf(thrown.getMessage())));
        }
    }
}
