package io.surprisal.autoencoders.training;

/** Hears what happens during a training run, on the training thread. */
@FunctionalInterface
public interface TrainingListener {
    /**
     * Called after each event.
     *
     * @param event what happened
     */
    void on(TrainingEvent event);
}
