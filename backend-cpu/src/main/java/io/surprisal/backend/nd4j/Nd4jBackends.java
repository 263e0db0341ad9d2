package io.surprisal.backend.nd4j;

import io.surprisal.tensor.spi.Availability;
import io.surprisal.tensor.spi.BackendInfo;
import io.surprisal.tensor.spi.BackendOptions;
import io.surprisal.tensor.spi.TensorBackend;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Opens backends on ND4J's arrays: what a provider for one build of ND4J is made of. The class behind them knows no device; the build that
 * runs decides where they compute.
 */
public final class Nd4jBackends {
    private Nd4jBackends() {}

    /**
     * Whether a build of ND4J can start here: whether its classes and its natives for this platform are on the class path, the runtime has
     * what JavaCPP needs, and no other build runs in this process. ND4J is not started. Whether a device is present is for the caller to
     * ask.
     *
     * @param flavour the build
     * @return the answer, with the reason and the next step where it is no
     */
    public static Availability availability(Nd4jFlavour flavour) {
        return Nd4jInstallation.availability(flavour);
    }

    /**
     * Starts a build of ND4J, unless it runs already, and opens a backend on it. The build is chosen for the life of the process. A number
     * of threads in the options holds for all of ND4J in the process.
     *
     * @param flavour the build
     * @param name the backend's name
     * @param device the hardware in words
     * @param options the number of threads; the device's number is for the caller to select
     * @return an open backend
     * @throws io.surprisal.tensor.BackendException if another build runs in this process, or the start fails or failed before
     */
    public static TensorBackend<?> open(Nd4jFlavour flavour, String name, String device, BackendOptions options) {
        Nd4jRuntime.start(flavour);
        options.threads().ifPresent(threads -> Nd4j.getEnvironment().setMaxMasterThreads(threads));
        Map<String, String> details = new LinkedHashMap<>();
        details.put("nd4j", Nd4jInstallation.version("org.nd4j", "nd4j-api", Nd4j.class));
        details.put("javacpp", Nd4jInstallation.version("org.bytedeco", "javacpp", Loader.class));
        details.put("threads", Integer.toString(Nd4j.getEnvironment().maxMasterThreads()));
        if (flavour == Nd4jFlavour.CPU) {
            details.put("instruction set", instructionSet());
        }
        return new Nd4jBackend(new BackendInfo(name, device, details));
    }

    /** What ND4J's own kernels were compiled for; the BLAS beneath them looks at the processor. */
    private static String instructionSet() {
        return switch (NativeOpsHolder.getInstance().getDeviceNativeOps().binaryLevel()) {
            case 2 -> "AVX2";
            case 3 -> "AVX-512";
            default -> "the platform's baseline";
        };
    }
}
