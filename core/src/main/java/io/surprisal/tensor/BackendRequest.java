package io.surprisal.tensor;

import io.surprisal.tensor.spi.BackendOptions;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A backend that was asked for by name.
 *
 * @param name the provider's name
 * @param device the number after the colon
 * @param source who asked, in the words of an error message
 */
record BackendRequest(String name, OptionalInt device, String source) {
    static final String ARGUMENT = "the argument";

    private static final String PROPERTY = "surprisal.backend";
    private static final String VARIABLE = "SURPRISAL_BACKEND";
    private static final Pattern SYNTAX = Pattern.compile("([a-z][a-z0-9._-]*)(?::([0-9]{1,6}))?");

    /** What the property asks for, or else the environment; null if both are missing or blank. */
    static @Nullable BackendRequest configured(
            UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> environment) {
        String property = properties.apply(PROPERTY);
        if (property != null && !property.isBlank()) {
            return parse(property, "-D" + PROPERTY);
        }
        String variable = environment.apply(VARIABLE);
        return variable == null || variable.isBlank() ? null : parse(variable, VARIABLE);
    }

    /**
     * Takes {@code name} or {@code name:device} apart.
     *
     * @throws BackendException if the text has another form
     */
    static BackendRequest parse(String text, String source) {
        Matcher matcher = SYNTAX.matcher(text.strip());
        if (!matcher.matches()) {
            throw new BackendException("Backends.open: \"" + text + "\" (from " + source
                    + ") is not a backend's name: lower-case letters, digits, '-', '.' and '_', then a colon and a device"
                    + " number where there are several. Write cpu or cuda:1 for instance.");
        }
        String device = matcher.group(2);
        return new BackendRequest(
                matcher.group(1),
                device == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(device)),
                source);
    }

    /** Whether a provider may have this name. */
    static boolean isName(String name) {
        return name.indexOf(':') < 0 && SYNTAX.matcher(name).matches();
    }

    /**
     * The options with the device that the name carries.
     *
     * @throws BackendException if the options ask for another
     */
    BackendOptions applyTo(BackendOptions options) {
        if (device.isEmpty()) {
            return options;
        }
        int wanted = device.getAsInt();
        if (options.device() != 0 && options.device() != wanted) {
            throw new BackendException("Backends.open: " + this + " (from " + source + ") names device " + wanted
                    + ", but the options ask for device " + options.device() + ". Drop one of the two.");
        }
        return options.withDevice(wanted);
    }

    /** As it was written. */
    @Override
    public String toString() {
        return device.isEmpty() ? name : name + ":" + device.getAsInt();
    }
}
