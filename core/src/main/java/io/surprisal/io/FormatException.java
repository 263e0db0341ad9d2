package io.surprisal.io;

import java.io.IOException;

/** A file is not what its format says: damaged, truncated, hostile, or of another kind. The message says where and what to do. */
public final class FormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * About one place.
     *
     * @param where the file, and what in it
     * @param problem what was found, the rule, and the next step, as sentences
     */
    public FormatException(String where, String problem) {
        super(where + ": " + problem);
    }

    /**
     * About one place, with what was thrown there.
     *
     * @param where the file, and what in it
     * @param problem what was found, the rule, and the next step, as sentences
     * @param cause what the decoder below threw
     */
    public FormatException(String where, String problem, Throwable cause) {
        super(where + ": " + problem, cause);
    }
}
