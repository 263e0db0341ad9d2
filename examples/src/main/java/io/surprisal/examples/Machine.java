package io.surprisal.examples;

import com.google.gson.JsonObject;

/** Facts about the machine and the Java that runs on it. */
public final class Machine {
    private Machine() {}

    /** {@return Java, operating system, processors and memory} */
    public static JsonObject facts() {
        Runtime runtime = Runtime.getRuntime();
        JsonObject facts = new JsonObject();
        facts.addProperty("java", Runtime.version() + ", " + System.getProperty("java.vm.name"));
        facts.addProperty(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"));
        facts.addProperty("processors", runtime.availableProcessors());
        facts.addProperty("maximumHeapMiB", runtime.maxMemory() >> 20);
        String offHeap = System.getProperty("org.bytedeco.javacpp.maxbytes");
        facts.addProperty("nativeMemoryLimit", offHeap == null ? "JavaCPP's default" : offHeap);
        return facts;
    }
}
