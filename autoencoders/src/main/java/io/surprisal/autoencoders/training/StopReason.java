package io.surprisal.autoencoders.training;

/** Why a training run ended. */
public enum StopReason {
    /** The number of epochs was reached. */
    EPOCHS_DONE,
    /** The validation loss did not improve for as many epochs as the patience allows. */
    NO_IMPROVEMENT,
    /** {@link Trainer#stoppingWhen} asked for it. */
    ASKED
}
