package io.surprisal.backend.nd4j;

import io.surprisal.tensor.spi.Availability;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.bytedeco.javacpp.Loader;

/**
 * What of ND4J is on the class path. Classes are looked up without being initialised, and natives by name: touching the class {@code Nd4j}
 * starts ND4J, and a start that fails cannot be repeated.
 */
final class Nd4jInstallation {
    private static final String[] CLASSES = {
        "org.nd4j.linalg.factory.Nd4j", "org.nd4j.common.config.ND4JClassLoading", "org.nd4j.context.Nd4jContext"
    };

    /** JavaCPP's suffixes of builds for larger instruction sets. */
    private static final String[] EXTENSIONS = {"", "-avx2", "-avx512", "-onednn", "-onednn-avx2", "-onednn-avx512"};

    private Nd4jInstallation() {}

    static Availability availability(Nd4jFlavour flavour) {
        try {
            return lookUp(flavour);
        } catch (RuntimeException | LinkageError problem) {
            return new Availability.Unavailable(
                    "ND4J's jars do not fit together (" + problem + ")",
                    "Take all of them from one release, as surprisal-backend-cpu declares them.");
        }
    }

    private static Availability lookUp(Nd4jFlavour flavour) {
        for (String name : CLASSES) {
            if (!isPresent(name)) {
                return missing("the class " + name + " is not on the class path", flavour, "");
            }
        }
        if (!isPresent(flavour.driver())) {
            return missing("the class " + flavour.driver() + " is not on the class path", flavour, "");
        }
        if (ModuleLayer.boot().findModule("jdk.unsupported").isEmpty()) {
            return new Availability.Unavailable(
                    "the module jdk.unsupported, which JavaCPP needs, is not in this runtime",
                    "Start java with --add-modules jdk.unsupported.");
        }
        String platform = Loader.Detector.getPlatform();
        if (!hasNatives(flavour, platform)) {
            return missing("there are no natives for " + platform + " on the class path", flavour, platform);
        }
        Nd4jFlavour running = Nd4jRuntime.running();
        if (running != null && running != flavour) {
            return new Availability.Unavailable(
                    running.artifact() + " runs in this process already, and ND4J hosts one build per process",
                    "Use that one, or start another process.");
        }
        return new Availability.Available("ND4J " + flavour.artifact() + " for " + platform);
    }

    private static Availability missing(String reason, Nd4jFlavour flavour, String platform) {
        String classifier = platform.isEmpty() ? "" : " with the classifier " + platform;
        return new Availability.Unavailable(reason, "Add org.nd4j:" + flavour.artifact() + classifier + ".");
    }

    private static boolean isPresent(String name) {
        try {
            Class.forName(name, false, Nd4jInstallation.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    private static boolean hasNatives(Nd4jFlavour flavour, String platform) {
        ClassLoader loader = Nd4jInstallation.class.getClassLoader();
        for (String extension : EXTENSIONS) {
            String resource = flavour.nativeResource(platform + extension);
            if ((loader == null ? ClassLoader.getSystemResource(resource) : loader.getResource(resource)) != null) {
                return true;
            }
        }
        return false;
    }

    /** The version that Maven wrote into the jar of a class; unknown where the jar was repackaged without it. */
    static String version(String group, String artifact, Class<?> type) {
        Properties properties = new Properties();
        String resource = "/META-INF/maven/" + group + "/" + artifact + "/pom.properties";
        try (InputStream lines = type.getResourceAsStream(resource)) {
            if (lines != null) {
                properties.load(lines);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + resource, problem);
        }
        return properties.getProperty("version", "unknown");
    }
}
