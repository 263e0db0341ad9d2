package io.surprisal.examples;

import com.google.inject.ProvisionException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Tells a failure in one sentence, without a stack. */
final class FailureMessage {
    private FailureMessage() {}

    /** What to tell: what Guice wraps, or the failure itself. */
    static Throwable subject(Throwable failure) {
        return failure instanceof ProvisionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** The message; that of the cause too, unless the message is complete without it. */
    static String of(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "out of memory: " + failure.getMessage() + "; the heap may take "
                    + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MiB. Set SURPRISAL_JAVA_OPTS=-Xmx… to more, or ask for a smaller model, batch or data set.";
        }
        if (failure instanceof FileSystemException file && file.getReason() == null) {
            return file.getFile() + ": " + reason(file) + ". Check the path and its permissions.";
        }
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        Throwable cause = failure.getCause();
        boolean complete = message.endsWith(".") || message.endsWith("?");
        return complete || cause == null || cause.getMessage() == null || message.contains(cause.getMessage())
                ? message
                : message + ": " + of(cause);
    }

    /** Java names these by class alone. */
    private static String reason(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "something of this name is there already";
        }
        return failure.getClass().getSimpleName();
    }
}
