package io.surprisal.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.BackendOptions;
import io.surprisal.tensor.spi.TensorBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the contract on backends with one planted defect each. */
class BrokenBackendsTest {
    private static final ThreadLocal<Defect> PLANTED = ThreadLocal.withInitial(() -> Defect.EARLY_TANH);

    @ParameterizedTest
    @EnumSource(Defect.class)
    void everyGroupOfADefectFails(Defect defect) {
        Failures failures = run(
                defect, defect.groups().stream().map(BrokenBackendsTest::group).toList());
        assertThat(failures.groups).as("groups that fail").isEqualTo(new TreeSet<>(defect.groups()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Defect.class,
            names = {"EARLY_TANH", "REVERSED_ROWS", "NAIVE_FLOAT_SUM", "LEAKED_TEMPORARY"})
    void noOtherGroupFails(Defect defect) {
        failsAlone(defect);
    }

    @Tag("nightly")
    @ParameterizedTest
    @EnumSource(Defect.class)
    void noOtherGroupFailsForAnyDefect(Defect defect) {
        failsAlone(defect);
    }

    private static void failsAlone(Defect defect) {
        Failures failures = run(defect, List.of(selectClass(Broken.class)));
        assertThat(failures.tests).as("tests that ran").isGreaterThan(500);
        assertThat(failures.groups)
                .as("groups that fail: %s", failures.messages)
                .isEqualTo(new TreeSet<>(defect.groups()));
    }

    private static DiscoverySelector group(String name) {
        return selectNestedClass(List.of(Broken.class.getName()), BackendContract.class.getName() + "$" + name);
    }

    private static Failures run(Defect defect, List<? extends DiscoverySelector> selectors) {
        PLANTED.set(defect);
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .filters(TagFilter.excludeTags("nightly"))
                .build();
        Failures failures = new Failures();
        LauncherFactory.create().execute(request, failures);
        return failures;
    }

    /** The reference backend with the planted defect. Nested in a test class, it is not run by itself. */
    static final class Broken extends BackendContract {
        @Override
        protected TensorBackend<?> open() {
            return PLANTED.get().plant(new ReferenceProvider().open(BackendOptions.defaults()));
        }
    }

    /** Collects the groups with at least one failure. */
    private static final class Failures implements TestExecutionListener {
        private final TreeSet<String> groups = new TreeSet<>();
        private final List<String> messages = new ArrayList<>();
        private int tests;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            tests += test.isTest() ? 1 : 0;
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                groups.add(test.getUniqueIdObject().getSegments().get(2).getValue());
                messages.add(test.getDisplayName() + ": "
                        + result.getThrowable().orElseThrow().getMessage());
            }
        }
    }
}
