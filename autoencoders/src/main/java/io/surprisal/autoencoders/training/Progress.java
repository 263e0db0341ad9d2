package io.surprisal.autoencoders.training;

/**
 * Where a run stands, apart from its tensors.
 *
 * @param epochs epochs that are finished
 * @param best the least validation loss so far; ∞ before the first
 * @param bestEpoch the epoch of the least validation loss, counted from 1; 0 before the first
 */
record Progress(int epochs, double best, int bestEpoch) {
    static Progress start() {
        return new Progress(0, Double.POSITIVE_INFINITY, 0);
    }

    /** After one more epoch with this validation loss; NaN where nothing was validated. */
    Progress after(double validation) {
        int now = epochs + 1;
        return validation < best ? new Progress(now, validation, now) : new Progress(now, best, bestEpoch);
    }

    boolean improved() {
        return bestEpoch == epochs && epochs > 0;
    }

    boolean exhausted(int patience) {
        return patience > 0 && bestEpoch > 0 && epochs - bestEpoch >= patience;
    }
}
