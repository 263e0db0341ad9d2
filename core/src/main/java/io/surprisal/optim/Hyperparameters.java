package io.surprisal.optim;

/** The domains of optimisers' settings. */
final class Hyperparameters {
    private Hyperparameters() {}

    static void requireNotNegative(String owner, String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    owner + ": " + name + " must be finite and not negative, but is " + value + ".");
        }
    }

    static void requirePositive(String owner, String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    owner + ": " + name + " must be finite and positive, but is " + value + ".");
        }
    }

    /** In [0, 1): a decay of 1 would never move. */
    static void requireDecay(String owner, String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(owner + ": " + name + " must be in [0, 1), but is " + value + ".");
        }
    }

    static void requireSteps(String owner, String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(owner + ": " + name + " must be at least 1, but is " + value + ".");
        }
    }
}
