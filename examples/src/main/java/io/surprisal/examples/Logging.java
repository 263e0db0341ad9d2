package io.surprisal.examples;

import java.util.logging.Level;
import java.util.logging.Logger;

/** The log of the library on the standard error stream, a line each; of everybody else only warnings. */
final class Logging {
    /** Held, because the logging system forgets loggers that nobody holds, and their levels with them. */
    private static final Logger OWN = Logger.getLogger("io.surprisal");

    private Logging() {}

    /** For a command that says itself what the library would log. */
    static void onlyWarnings() {
        OWN.setLevel(Level.WARNING);
    }

    static void toStandardError() {
        if (System.getProperty("java.util.logging.SimpleFormatter.format") == null) {
            System.setProperty("java.util.logging.SimpleFormatter.format", "%5$s%n");
        }
        Logger.getLogger("").setLevel(Level.WARNING);
        OWN.setLevel(Level.INFO);
    }
}
