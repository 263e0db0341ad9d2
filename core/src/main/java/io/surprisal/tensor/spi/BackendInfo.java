package io.surprisal.tensor.spi;

import java.util.Map;

/**
 * What a backend is.
 *
 * @param name the provider's name, with a device number where there are several: {@code cpu}, {@code cuda:1}
 * @param device the hardware in words
 * @param details facts for diagnosis in reading order: versions, threads, instruction set
 */
public record BackendInfo(String name, String device, Map<String, String> details) {
    /**
     * Keeps the order of the details.
     *
     * @param name the provider's name, with a device number where there are several: {@code cpu}, {@code cuda:1}
     * @param device the hardware in words
     * @param details facts for diagnosis in reading order: versions, threads, instruction set
     */
    public BackendInfo {
        details = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(details));
    }
}
