package io.surprisal.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.tensor.PluginProviders.AlsoFailsSilently;
import io.surprisal.tensor.PluginProviders.AlsoGood;
import io.surprisal.tensor.PluginProviders.AsksItself;
import io.surprisal.tensor.PluginProviders.BadName;
import io.surprisal.tensor.PluginProviders.FailsAnAssertion;
import io.surprisal.tensor.PluginProviders.FailsSilently;
import io.surprisal.tensor.PluginProviders.FailsToOpen;
import io.surprisal.tensor.PluginProviders.Good;
import io.surprisal.tensor.PluginProviders.ThrowsInConstructor;
import io.surprisal.tensor.PluginProviders.ThrowsInStaticInitialiser;
import io.surprisal.tensor.PluginProviders.ThrowsWhenAsked;
import io.surprisal.tensor.spi.BackendProvider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendDiscoveryTest {
    @TempDir
    Path folder;

    @Test
    void findsProvidersOfTheContextClassLoader() throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = PluginJar.loader(PluginJar.of(folder.resolve("good.jar"), Good.class))) {
            thread.setContextClassLoader(loader);
            assertThat(names(Backends.list())).contains("good");
        } finally {
            thread.setContextClassLoader(before);
        }
        assertThat(names(Backends.list())).doesNotContain("good");
    }

    @Test
    void saysWhichJarAProviderCameFrom() throws IOException {
        BackendListing listing = listing(PluginJar.of(folder.resolve("good.jar"), Good.class));
        assertThat(listing.found())
                .filteredOn(found -> found.name().equals("good"))
                .singleElement()
                .satisfies(found -> assertThat(found.location()).endsWith("good.jar"))
                .satisfies(found -> assertThat(found.priority()).isEqualTo(-5));
    }

    @Test
    void brokenServicesLineDoesNotHideTheOtherJars() throws IOException {
        Path broken = PluginJar.write(folder.resolve("broken.jar"), List.of("this is no class name"));
        Path good = PluginJar.of(folder.resolve("good.jar"), Good.class);
        BackendListing listing = listing(broken, good);
        assertThat(names(listing)).contains("good");
        assertThat(listing.broken())
                .singleElement()
                .satisfies(entry -> assertThat(entry.toString()).contains("broken.jar"));
    }

    @Test
    void missingClassDoesNotHideTheNextLine() throws IOException {
        Path jar = PluginJar.write(
                folder.resolve("half.jar"), List.of("com.example.Gone", Good.class.getName()), Good.class);
        BackendListing listing = listing(jar);
        assertThat(names(listing)).contains("good");
        assertThat(listing.broken())
                .singleElement()
                .satisfies(entry -> assertThat(entry.toString()).contains("com.example.Gone"));
    }

    @Test
    void providersThatThrowAreReportedWithClassAndJarAndCause() throws IOException {
        BackendListing listing = listing(PluginJar.of(
                folder.resolve("mixed.jar"),
                ThrowsInConstructor.class,
                ThrowsInStaticInitialiser.class,
                ThrowsWhenAsked.class,
                BadName.class,
                Good.class));
        assertThat(names(listing)).contains("good").doesNotContain("unlicensed", "moody", "good:1");
        assertThat(listing.broken())
                .hasSize(4)
                .allSatisfy(entry -> assertThat(entry.location()).endsWith("mixed.jar"));
        assertThat(listing.broken())
                .extracting(BackendListing.Broken::toString)
                .anySatisfy(line -> assertThat(line).contains("ThrowsInConstructor", "no licence"))
                .anySatisfy(line -> assertThat(line).contains("ThrowsInStaticInitialiser", "many"))
                .anySatisfy(line -> assertThat(line).contains("ThrowsWhenAsked", "libmoody.so"))
                .anySatisfy(line -> assertThat(line).contains("BadName", "\"good:1\""));
    }

    @Test
    void errorsOfAnyKindLeaveTheOtherProviders() throws IOException {
        BackendListing listing = listing(PluginJar.of(
                folder.resolve("errors.jar"),
                FailsAnAssertion.class,
                AsksItself.class,
                FailsSilently.class,
                AlsoFailsSilently.class,
                Good.class));
        assertThat(names(listing)).contains("good");
        assertThat(listing.broken())
                .extracting(BackendListing.Broken::toString)
                .hasSize(4)
                .anySatisfy(
                        line -> assertThat(line).contains("FailsAnAssertion").endsWith("AssertionError"))
                .anySatisfy(line -> assertThat(line).contains("AsksItself").endsWith("StackOverflowError"))
                .anySatisfy(line -> assertThat(line).contains("$FailsSilently").endsWith("IllegalStateException"))
                .anySatisfy(
                        line -> assertThat(line).contains("AlsoFailsSilently").endsWith("IllegalStateException"));
    }

    @Test
    void oneClassThroughBothLoadersIsOneProvider() throws IOException {
        Path jar = PluginJar.of(folder.resolve("good.jar"), Good.class);
        try (URLClassLoader loader = PluginJar.loader(jar)) {
            BackendDiscovery discovery = new BackendDiscovery();
            discovery.search(loader);
            discovery.search(new ClassLoader(loader) {});
            assertThat(names(discovery.listing())).containsOnlyOnce("good");
        }
    }

    @Test
    void oneJarThroughTwoSeparateLoadersIsOneProvider() throws IOException {
        Path jar = PluginJar.of(folder.resolve("good.jar"), Good.class);
        try (URLClassLoader first = PluginJar.loader(jar);
                URLClassLoader second = PluginJar.loader(jar)) {
            BackendDiscovery discovery = new BackendDiscovery();
            discovery.search(first);
            discovery.search(second);
            assertThat(names(discovery.listing())).containsOnlyOnce("good");
        }
    }

    @Test
    void twoProvidersOfOneNameAreRefusedWithBothJars() throws IOException {
        Path first = PluginJar.of(folder.resolve("first.jar"), Good.class);
        Path second = PluginJar.of(folder.resolve("second.jar"), AlsoGood.class);
        try (URLClassLoader loader = PluginJar.loader(first, second)) {
            BackendsBuilder builder = Backends.builder().classLoader(loader);
            assertThat(names(builder.list())).containsSequence("good", "good");
            assertThatThrownBy(() -> builder.open("good"))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContainingAll("name good", "first.jar", "second.jar");
        }
    }

    @Test
    void loaderThatAlwaysFailsEndsTheSearch() {
        ClassLoader failing = new ClassLoader(getClass().getClassLoader()) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                throw new IOException("the disk is gone");
            }
        };
        BackendListing listing = Backends.builder().classLoader(failing).list();
        assertThat(listing.broken())
                .singleElement()
                .satisfies(entry -> assertThat(entry.toString()).contains("the disk is gone"));
    }

    @Test
    void addedProviderReplacesTheFoundOneOfItsClass() throws IOException {
        BackendProvider mine = new Good();
        BackendDiscovery discovery = new BackendDiscovery();
        discovery.add(mine);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {
                    PluginJar.write(folder.resolve("list.jar"), List.of(Good.class.getName()))
                            .toUri()
                            .toURL()
                },
                getClass().getClassLoader())) {
            discovery.search(loader);
        }
        assertThat(discovery.listing().found())
                .filteredOn(found -> found.name().equals("good"))
                .singleElement()
                .satisfies(found -> assertThat(found.provider()).isSameAs(mine));
    }

    @Test
    void withoutDiscoveryOnlyAddedProvidersCount() {
        BackendListing listing = Backends.builder()
                .withoutDiscovery()
                .provider(StubProvider.available("mine", 1))
                .list();
        assertThat(names(listing)).containsExactly("mine");
    }

    @Test
    void absentProvidersComeWithTheirArtifacts() {
        BackendListing listing = Backends.builder()
                .withoutDiscovery()
                .provider(StubProvider.available("cpu", 100))
                .list();
        assertThat(listing.absent())
                .containsExactly(
                        new BackendListing.Absent("nd4j", "io.surprisal:surprisal-backend-cpu"),
                        new BackendListing.Absent("cuda", "io.surprisal:surprisal-backend-cuda-direct"),
                        new BackendListing.Absent("nd4j-cuda", "io.surprisal:surprisal-backend-cuda-nd4j"));
    }

    @Test
    void errorsOfOpeningStayTypedAndNameThePlace() throws IOException {
        try (URLClassLoader loader =
                PluginJar.loader(PluginJar.of(folder.resolve("fragile.jar"), Good.class, FailsToOpen.class))) {
            BackendsBuilder builder = Backends.builder().classLoader(loader);
            assertThatThrownBy(() -> builder.open("good"))
                    .isInstanceOf(BackendException.class)
                    .hasMessage("good: the device is lost. Plug it in again.");
            assertThatThrownBy(() -> builder.open("fragile"))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContainingAll("fragile: opening failed", "libfragile.so", "fragile.jar")
                    .hasCauseInstanceOf(UnsatisfiedLinkError.class);
        }
    }

    private static BackendListing listing(Path... jars) throws IOException {
        try (URLClassLoader loader = PluginJar.loader(jars)) {
            return Backends.builder().classLoader(loader).list();
        }
    }

    private static List<String> names(BackendListing listing) {
        return listing.found().stream().map(BackendListing.Found::name).toList();
    }
}
