package io.surprisal.examples.vae;

import com.google.gson.JsonObject;
import io.surprisal.autoencoders.training.Trained;
import io.surprisal.autoencoders.training.TrainingEvent.EpochFinished;
import io.surprisal.examples.Output;
import java.util.List;

/**
 * The outcome of a run.
 *
 * @param experiment what was run
 * @param trained the parameters, and the epochs of this run
 * @param epochs all epochs, those of the earlier runs that this one resumed included
 * @param test the loss on the test images
 */
record VaeResult(VaeExperiment experiment, Trained trained, List<EpochFinished> epochs, Evaluation test) {
    VaeResult {
        epochs = List.copyOf(epochs);
    }

    /** Seconds of all training steps of this run. */
    double trainingSeconds() {
        return trained.history().stream().mapToDouble(EpochFinished::seconds).sum();
    }

    /** Over all epochs of this run; NaN where it had none, because the earlier one had reached the end. */
    double imagesPerSecond() {
        double images = (double) experiment.images().training().shape().at(0)
                * trained.history().size();
        return images / trainingSeconds();
    }

    JsonObject toJson() {
        VaeSettings settings = experiment.settings();
        JsonObject json = new JsonObject();
        json.addProperty("model", experiment.describeModel());
        json.addProperty("data", experiment.images().source());
        json.addProperty("data_fingerprint", trained.provenance().data());
        json.addProperty("train_images", experiment.images().training().shape().at(0));
        json.addProperty("test_images", experiment.test().count());
        json.addProperty("epochs", trained.epochs());
        json.addProperty("batch", settings.batch());
        json.addProperty("latent", settings.latent());
        json.addProperty("hidden", settings.hidden());
        json.addProperty("seed", settings.seed());
        json.addProperty("backend", trained.provenance().backend());
        Output.add(json, "test_neg_elbo", test.negativeElbo());
        Output.add(json, "test_recon", test.reconstruction());
        Output.add(json, "test_kl", test.divergence());
        Output.add(json, "train_images_per_second", imagesPerSecond());
        Output.add(json, "train_seconds", trainingSeconds());
        return json;
    }
}
