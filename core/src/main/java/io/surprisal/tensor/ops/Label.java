package io.surprisal.tensor.ops;

import java.util.Locale;

/** The name of an operation in messages: {@code LESS_EQUAL} is {@code lessEqual}, as in the API. */
final class Label {
    private Label() {}

    static String of(String constant) {
        StringBuilder label = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
            label.append(label.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return label.toString();
    }
}
