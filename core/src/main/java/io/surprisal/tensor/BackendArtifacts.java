package io.surprisal.tensor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which artifact brings which of the project's own providers: what core knows of backends that it never sees. */
final class BackendArtifacts {
    /** The plain-Java backend that is inside core. */
    static final String REFERENCE = "reference";

    /** What makes a slow start fast on any machine. */
    static final String CPU = "io.surprisal:surprisal-backend-cpu";

    private static final Map<String, String> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("cpu", CPU);
        BY_NAME.put("nd4j", CPU);
        BY_NAME.put("cuda", "io.surprisal:surprisal-backend-cuda-direct");
        BY_NAME.put("nd4j-cuda", "io.surprisal:surprisal-backend-cuda-nd4j");
    }

    private BackendArtifacts() {}

    static Set<String> names() {
        return BY_NAME.keySet();
    }

    static @Nullable String of(String name) {
        return BY_NAME.get(name);
    }
}
