package io.surprisal.architecture;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ModuleArrowsTest {
    @Test
    void everyModuleImportsOnlyWhatItsArrowsAllow() {
        var layers = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("io.surprisal..");
        for (var module : Module.values()) {
            layers = layers.layer(module.name()).definedBy(Module.packagesOf(EnumSet.of(module)));
        }
        for (var module : Module.values()) {
            var allowed = module.imports().stream().map(Module::name).toArray(String[]::new);
            layers = allowed.length == 0
                    ? layers.whereLayer(module.name()).mayNotAccessAnyLayer()
                    : layers.whereLayer(module.name()).mayOnlyAccessLayers(allowed);
        }
        layers.ensureAllClassesAreContainedInArchitecture().check(ProjectClasses.ALL);
    }

    @Test
    void noPackageIsSharedByTwoJars() {
        Map<String, Set<String>> jarsByPackage = new TreeMap<>();
        for (var javaClass : ProjectClasses.ALL) {
            jarsByPackage
                    .computeIfAbsent(javaClass.getPackageName(), name -> new TreeSet<>())
                    .add(jarOf(javaClass));
        }
        assertThat(jarsByPackage)
                .isNotEmpty()
                .allSatisfy((name, jars) -> assertThat(jars).hasSize(1));
    }

    /** The jar or class directory that a class was read from: its address without the path that its name gives. */
    private static String jarOf(JavaClass javaClass) {
        var address = javaClass.getSource().orElseThrow().getUri().toString();
        var path = javaClass.getName().replace('.', '/') + ".class";
        assertThat(address).endsWith(path);
        return address.substring(0, address.length() - path.length());
    }
}
