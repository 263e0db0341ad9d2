package io.surprisal.autoencoders.training;

import io.surprisal.autoencoders.data.Preprocessing;

/**
 * How long and on what a run trains.
 *
 * @param epochs passes over the training examples
 * @param batchSize examples of one step; the last batch of an epoch may be smaller
 * @param seed determines the order of the examples and all noise
 * @param patience epochs without a better validation loss after which the run stops; 0 never stops early
 * @param preprocessing what is done to each batch
 */
public record TrainingPlan(int epochs, int batchSize, long seed, int patience, Preprocessing preprocessing) {
    /**
     * Checks the numbers.
     *
     * @param epochs passes over the training examples, at least 1
     * @param batchSize examples of one step, at least 1
     * @param seed determines the order of the examples and all noise
     * @param patience epochs without a better validation loss, not negative
     * @param preprocessing what is done to each batch
     * @throws IllegalArgumentException if a number is out of its range
     */
    public TrainingPlan {
        if (epochs < 1 || batchSize < 1 || patience < 0) {
            throw new IllegalArgumentException("TrainingPlan: epochs " + epochs + " and batch size " + batchSize
                    + " must be at least 1, and patience " + patience + " not negative.");
        }
    }

    /**
     * {@return a plan that never stops early and leaves batches as they are}
     *
     * @param epochs passes over the training examples
     * @param batchSize examples of one step
     * @param seed determines the order of the examples and all noise
     */
    public static TrainingPlan of(int epochs, int batchSize, long seed) {
        return new TrainingPlan(epochs, batchSize, seed, 0, Preprocessing.none());
    }

    /**
     * {@return this plan with early stopping}
     *
     * @param epochsWithoutGain how many epochs may pass without a better validation loss
     */
    public TrainingPlan withPatience(int epochsWithoutGain) {
        return new TrainingPlan(epochs, batchSize, seed, epochsWithoutGain, preprocessing);
    }

    /**
     * {@return this plan with another preprocessing}
     *
     * @param other what is done to each batch
     */
    public TrainingPlan withPreprocessing(Preprocessing other) {
        return new TrainingPlan(epochs, batchSize, seed, patience, other);
    }
}
