package io.surprisal.backend.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PinnedServicesTest {
    private static final String SERVICE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

    private final ClassLoader parent = getClass().getClassLoader();

    @ParameterizedTest
    @EnumSource(Nd4jFlavour.class)
    void showsOneBuildOnly(Nd4jFlavour flavour) throws IOException {
        List<URL> services = Collections.list(new PinnedServices(flavour, parent).getResources(SERVICE));
        assertThat(services).hasSize(1);
        try (InputStream lines = services.get(0).openStream()) {
            assertThat(new String(lines.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(flavour.driver());
        }
    }

    @ParameterizedTest
    @EnumSource(Nd4jFlavour.class)
    void leavesEverythingElseToItsParent(Nd4jFlavour flavour) throws Exception {
        PinnedServices loader = new PinnedServices(flavour, parent);
        String other = "META-INF/services/io.surprisal.tensor.spi.BackendProvider";
        assertThat(Collections.list(loader.getResources(other)))
                .isEqualTo(Collections.list(parent.getResources(other)))
                .isNotEmpty();
        assertThat(loader.getResource(other)).isEqualTo(parent.getResource(other));
        assertThat(loader.loadClass(Nd4jProvider.class.getName())).isSameAs(Nd4jProvider.class);
    }
}
