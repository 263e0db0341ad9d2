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
        table.line(
                "Chosen here when nobody names one: %s%n",
                findings.get("chosen").getAsString());
        table.line("%-12s %8s  %s", "BACKEND", "PRIORITY", "STATE");
        for (JsonElement backend : findings.getAsJsonArray("backends")) {
            table.backend(backend.getAsJsonObject());
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

    private void backend(JsonObject backend) {
        line(
                "%n%-12s %8d  %s",
                backend.get("name").getAsString(),
                backend.get("priority").getAsInt(),
                backend.get("available").getAsBoolean() ? "available" : "not available");
        for (Map.Entry<String, JsonElement> fact : backend.entrySet()) {
            switch (fact.getKey()) {
                case "reason", "device", "class", "jar" -> fact(fact.getKey(), plain(fact));
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
