package io.surprisal.backend.nd4j;

/** The builds of ND4J. One process can start one of them. */
public enum Nd4jFlavour {
    /** Processors: artifact {@code nd4j-native}. */
    CPU(
            "org.nd4j.linalg.cpu.nativecpu.CpuBackend",
            "org.nd4j.linalg.cpu.",
            "org/nd4j/linalg/cpu/nativecpu/bindings/",
            "jnind4jcpu",
            "nd4j-native"),
    /** Graphics cards of NVIDIA: artifact {@code nd4j-cuda-11.6}. */
    CUDA(
            "org.nd4j.linalg.jcublas.JCublasBackend",
            "org.nd4j.linalg.jcublas.",
            "org/nd4j/linalg/jcublas/bindings/",
            "jnind4jcuda",
            "nd4j-cuda-11.6");

    private final String driver;
    private final String packagePrefix;
    private final String nativeFolder;
    private final String nativeLibrary;
    private final String artifact;

    Nd4jFlavour(String driver, String packagePrefix, String nativeFolder, String nativeLibrary, String artifact) {
        this.driver = driver;
        this.packagePrefix = packagePrefix;
        this.nativeFolder = nativeFolder;
        this.nativeLibrary = nativeLibrary;
        this.artifact = artifact;
    }

    /** {@return the Maven artifact that holds this build} */
    public String artifact() {
        return artifact;
    }

    /** The class that ND4J finds as a service. */
    String driver() {
        return driver;
    }

    /** Where all of the build's own classes are. */
    String packagePrefix() {
        return packagePrefix;
    }

    /** The path of the native library in its jar, for a platform as JavaCPP spells it. */
    String nativeResource(String platform) {
        return nativeFolder + platform + "/" + System.mapLibraryName(nativeLibrary);
    }
}
