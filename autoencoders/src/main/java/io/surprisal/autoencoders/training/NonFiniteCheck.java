package io.surprisal.autoencoders.training;

import io.surprisal.autodiff.Parameters;
import io.surprisal.optim.NonFinite;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds which tensor spoiled a training run, and says so. */
final class NonFiniteCheck {
    private NonFiniteCheck() {}

    static NonFiniteLossException loss(
            double loss, Parameters gradient, Parameters parameters, int epoch, int step, @Nullable Path lastGood) {
        String where = NonFinite.firstIn(parameters)
                .map(name -> "parameter " + name + " is not finite")
                .or(() -> NonFinite.firstIn(gradient).map(name -> "the gradient of " + name + " is not finite"))
                .orElse("all parameters and gradients are finite");
        return new NonFiniteLossException(
                "training: the loss is " + loss + " at epoch " + epoch + ", step " + step + "; " + where + ". "
                        + advice(lastGood),
                lastGood);
    }

    /** Before the step that would carry it into every parameter: one number is read back. */
    static void gradient(Parameters gradient, double loss, int epoch, int step, @Nullable Path lastGood) {
        Optional<String> spoiled = NonFinite.firstIn(gradient);
        if (spoiled.isPresent()) {
            throw new NonFiniteLossException(
                    "training: the gradient of " + spoiled.get() + " is not finite at epoch " + epoch + ", step " + step
                            + ", though the loss is " + loss + ". " + advice(lastGood),
                    lastGood);
        }
    }

    static void parameters(Parameters parameters, int epoch, @Nullable Path lastGood) {
        Optional<String> spoiled = NonFinite.firstIn(parameters);
        if (spoiled.isPresent()) {
            throw new NonFiniteLossException(
                    "training: parameter " + spoiled.get() + " is not finite after epoch " + epoch + ". "
                            + advice(lastGood),
                    lastGood);
        }
    }

    static void validation(double loss, int epoch, @Nullable Path lastGood) {
        if (!Double.isFinite(loss)) {
            throw new NonFiniteLossException(
                    "training: the loss of the validation examples is " + loss + " after epoch " + epoch
                            + ", while those of training and all parameters are finite. Look for validation examples unlike "
                            + "those of training; " + checkpoint(lastGood),
                    lastGood);
        }
    }

    private static String advice(@Nullable Path lastGood) {
        return "Lower the learning rate or clip gradients; " + checkpoint(lastGood);
    }

    private static String checkpoint(@Nullable Path lastGood) {
        return lastGood == null ? "no checkpoint was written before." : "the last good checkpoint is " + lastGood + ".";
    }
}
