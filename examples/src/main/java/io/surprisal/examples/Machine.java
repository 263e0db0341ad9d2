package io.surprisal.examples;

import com.google.gson.JsonObject;
import com.sun.management.OperatingSystemMXBean;
import io.surprisal.tensor.Backend;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Objects;

/** Facts about the machine and the Java that runs on it. */
public final class Machine {
    private Machine() {}

    /** {@return the version in the manifest of the library's jar} */
    public static String version() {
        return Objects.requireNonNullElse(Backend.class.getPackage().getImplementationVersion(), "not packaged");
    }

    /** {@return Surprisal's version, Java, operating system, processors and memory} */
    public static JsonObject facts() {
        Runtime runtime = Runtime.getRuntime();
        JsonObject facts = new JsonObject();
        facts.addProperty("surprisal", version());
        facts.addProperty("java", Runtime.version() + ", " + System.getProperty("java.vm.name"));
        facts.addProperty(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"));
        facts.addProperty("processors", runtime.availableProcessors());
        long memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        facts.addProperty(
                "memory",
                String.format(
                        Locale.ROOT,
                        "%,d MiB, of which the heap may take %,d MiB",
                        memory >> 20,
                        runtime.maxMemory() >> 20));
        return facts;
    }
}
