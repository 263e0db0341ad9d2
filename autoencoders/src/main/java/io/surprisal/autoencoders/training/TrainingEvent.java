package io.surprisal.autoencoders.training;

import java.nio.file.Path;
import java.util.Map;

/** What happens during a training run, in the order in which it happens. */
public sealed interface TrainingEvent {
    /**
     * The run begins, or goes on from a checkpoint.
     *
     * @param epochs the epochs that the run shall reach
     * @param stepsPerEpoch batches of one epoch
     * @param done epochs that are done already
     */
    record Started(int epochs, int stepsPerEpoch, int done) implements TrainingEvent {}

    /**
     * A step was taken: its loss and gradient were finite, and the parameters are updated.
     *
     * @param epoch the epoch, counted from 1
     * @param step the step within the epoch, counted from 1
     */
    record Stepped(int epoch, int step) implements TrainingEvent {}

    /**
     * An epoch was finished.
     *
     * @param epoch the epoch, counted from 1
     * @param training mean loss and parts over the epoch's batches
     * @param validation mean loss and parts over the validation examples; empty without any
     * @param seconds time of the epoch's steps
     * @param examplesPerSecond training examples a second
     */
    record EpochFinished(
            int epoch,
            Map<String, Double> training,
            Map<String, Double> validation,
            double seconds,
            double examplesPerSecond)
            implements TrainingEvent {}

    /**
     * A checkpoint was written.
     *
     * @param file where
     * @param epoch the epoch after which
     */
    record Saved(Path file, int epoch) implements TrainingEvent {}

    /**
     * The run ended.
     *
     * @param reason why
     * @param epoch the last epoch that was finished
     */
    record Stopped(StopReason reason, int epoch) implements TrainingEvent {}
}
