package io.surprisal.examples;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Map;

/** The findings of `doctor` as text for people. */
final class DoctorTable {
    private final StringBuilder text = new StringBuilder();

    private DoctorTable() {}

    static String of(JsonObject findings) {
        DoctorTable table = new DoctorTable();
        table.line("%-12s %8s  %s", "BACKEND", "PRIORITY", "STATE");
        for (JsonElement backend : findings.getAsJsonArray("backends")) {
            table.backend(backend.getAsJsonObject(), findings.get("chosen").getAsString());
        }
        for (JsonElement broken : findings.getAsJsonArray("broken")) {
            table.line("%n%-12s %8s  %s", "broken", "", broken.getAsString());
        }
        for (JsonElement element : findings.getAsJsonArray("absent")) {
            JsonObject absent = element.getAsJsonObject();
            table.line("%n%-12s %8s  not installed", absent.get("name").getAsString(), "");
            table.fact("to add it", absent.get("artifact").getAsString());
        }
        table.line("%nMACHINE");
        findings.getAsJsonObject("machine").entrySet().forEach(fact -> table.fact(fact.getKey(), plain(fact)));
        return table.text.toString().stripTrailing();
    }

    private void backend(JsonObject backend, String chosen) {
        String name = backend.get("name").getAsString();
        boolean available = backend.get("available").getAsBoolean();
        String state = !available
                ? "not available"
                : name.equals(chosen) ? "available, chosen when nobody names one" : "available";
        line("%n%-12s %8d  %s", name, backend.get("priority").getAsInt(), state);
        for (Map.Entry<String, JsonElement> fact : backend.entrySet()) {
            switch (fact.getKey()) {
                case "reason", "device", "class", "location" -> fact(fact.getKey(), plain(fact));
                case "nextStep" -> fact("next step", plain(fact));
                case "details" ->
                    fact.getValue()
                            .getAsJsonObject()
                            .entrySet()
                            .forEach(detail -> fact(detail.getKey(), plain(detail)));
                default -> {
                    // Name, priority and state stand in the line above.
                }
            }
        }
    }

    private void fact(String name, String value) {
        line("  %-20s %s", name, value);
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }

    private static String plain(Map.Entry<String, JsonElement> fact) {
        return fact.getValue().getAsString();
    }
}
