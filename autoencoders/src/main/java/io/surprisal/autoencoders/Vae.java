package io.surprisal.autoencoders;

import io.surprisal.autodiff.Loss;
import io.surprisal.autodiff.Parameters;
import io.surprisal.autoencoders.data.Examples;
import io.surprisal.autoencoders.training.Objective;
import io.surprisal.nn.Activation;
import io.surprisal.nn.Dense;
import io.surprisal.nn.Layer;
import io.surprisal.nn.Mode;
import io.surprisal.nn.Sequential;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/**
 * A variational autoencoder: an encoder q(z|x), a decoder p(x|z), and the standard normal prior p(z). It is a value; parameters are
 * passed to each call.
 *
 * <p>Training maximises the evidence lower bound, log p(x) ≥ E_q[log p(x|z)] − KL(q(z|x) ‖ p(z)), with one reparameterised draw of z
 * for each example and the divergence in closed form. Source: D. P. Kingma and M. Welling, "Auto-Encoding Variational Bayes" (2014).
 *
 * @param encoder from [batch, features] to [batch, 2·latent]: means, then log-variances
 * @param decoder from [batch, latent] to what the likelihood takes
 * @param latent the number of latents
 * @param likelihood p(x|z) given the decoder's output
 */
public record Vae(Layer encoder, Layer decoder, int latent, Likelihood likelihood) implements Objective {
    private static final String ENCODER = "encoder";
    private static final String DECODER = "decoder";

    /** Keys of one pass: the draw of z, and the noise inside the layers. */
    private static final int LATENT = 0;

    private static final int LAYERS = 1;

    /**
     * Checks the number of latents.
     *
     * @param encoder from data to means and log-variances
     * @param decoder from latents to what the likelihood takes
     * @param latent the number of latents
     * @param likelihood p(x|z) given the decoder's output
     * @throws IllegalArgumentException if there are no latents, or more than 2³⁰ − 1
     */
    public Vae {
        requireSize(latent);
    }

    /** The encoder's outputs, two for each latent, must be countable. */
    private static void requireSize(int latent) {
        if (latent < 1 || latent > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException(
                    "Vae: latent size " + latent + " must be from 1 to " + Integer.MAX_VALUE / 2 + ".");
        }
    }

    /**
     * {@return a model with one hidden layer of rectified linear units on each side}
     *
     * @param features numbers in one example
     * @param hidden units of each hidden layer
     * @param latent the number of latents
     * @param likelihood p(x|z)
     */
    public static Vae fullyConnected(int features, int hidden, int latent, Likelihood likelihood) {
        requireSize(latent);
        return new Vae(
                Sequential.of(Dense.of(features, hidden).withActivation(Activation.RELU), Dense.of(hidden, 2 * latent)),
                Sequential.of(Dense.of(latent, hidden).withActivation(Activation.RELU), Dense.of(hidden, features)),
                latent,
                likelihood);
    }

    /**
     * {@return fresh FLOAT32 parameters}
     *
     * @param key the source of randomness
     * @param backend where they shall live
     */
    public Parameters initialise(RandomKey key, Backend backend) {
        return Parameters.empty()
                .with(ENCODER, encoder.initialise(key.foldIn(0), backend))
                .with(DECODER, decoder.initialise(key.foldIn(1), backend));
    }

    /**
     * {@return −ELBO in nats, the mean over the batch, with the parts {@code reconstruction} (−E log p(x|z)) and {@code kl};
     * in training, of layers without state}
     *
     * @param theta the parameters
     * @param x data [batch, features]
     * @param key determines the draw of z and the layers' noise
     */
    public Loss negativeElbo(Parameters theta, Tensor x, RandomKey key) {
        return negativeElbo(theta, x, Mode.training(key.foldIn(LAYERS)), key);
    }

    /**
     * {@return −ELBO as above, in training or evaluation, with layers that may have state}
     *
     * @param theta the parameters
     * @param x data [batch, features]
     * @param mode for the layers, with their own key and state
     * @param key determines the draw of z
     */
    public Loss negativeElbo(Parameters theta, Tensor x, Mode mode, RandomKey key) {
        Posterior posterior = encode(theta, x, mode);
        Tensor decoded = decoder.apply(theta.at(DECODER), posterior.sample(key.foldIn(LATENT)), mode.at(DECODER));
        Tensor reconstruction = likelihood.logProb(decoded, x).mean().neg();
        Tensor divergence = posterior.divergenceFromPrior().mean();
        return Loss.of(reconstruction.plus(divergence))
                .with("reconstruction", reconstruction)
                .with("kl", divergence);
    }

    @Override
    public void requireSupported(Examples examples) {
        likelihood.requireSupported(examples);
    }

    @Override
    public Loss at(Parameters theta, Tensor batch, Mode mode, RandomKey key) {
        return negativeElbo(theta, batch, mode, key);
    }

    @Override
    public Parameters initialState(Backend backend) {
        return Parameters.empty()
                .with(ENCODER, encoder.initialState(backend, DType.FLOAT32))
                .with(DECODER, decoder.initialState(backend, DType.FLOAT32));
    }

    /**
     * {@return q(z|x)}
     *
     * @param theta the parameters
     * @param x data [batch, features]
     */
    public Posterior encode(Parameters theta, Tensor x) {
        return Scope.tidy(() -> encode(theta, x, Mode.evaluation()));
    }

    /**
     * {@return E[x|z] [batch, features]}
     *
     * @param theta the parameters
     * @param z latents [batch, latent]
     */
    public Tensor decode(Parameters theta, Tensor z) {
        return Scope.tidy(() -> decode(theta, z, Mode.evaluation()));
    }

    /**
     * {@return E[x|z] [batch, features] of layers that have state}
     *
     * @param theta the parameters
     * @param z latents [batch, latent]
     * @param mode evaluation with the state that training left, or training
     */
    public Tensor decode(Parameters theta, Tensor z, Mode mode) {
        return likelihood.mean(decoder.apply(theta.at(DECODER), z, mode.at(DECODER)));
    }

    /**
     * {@return E[x|z] at the posterior mean of each example [batch, features]}
     *
     * @param theta the parameters
     * @param x data [batch, features]
     */
    public Tensor reconstruct(Parameters theta, Tensor x) {
        return Scope.tidy(() -> reconstruct(theta, x, Mode.evaluation()));
    }

    /**
     * {@return E[x|z] at the posterior mean of each example [batch, features] from layers that have state}
     *
     * @param theta the parameters
     * @param x data [batch, features]
     * @param mode evaluation with the state that training left, or training
     */
    public Tensor reconstruct(Parameters theta, Tensor x, Mode mode) {
        return decode(theta, encode(theta, x, mode).mean(), mode);
    }

    /**
     * {@return E[x|z] for latents drawn from the prior [count, features]}
     *
     * @param key the source of randomness
     * @param theta the parameters
     * @param count how many
     */
    public Tensor generate(RandomKey key, Parameters theta, int count) {
        return Scope.tidy(() -> generate(key, theta, count, Mode.evaluation()));
    }

    /**
     * {@return E[x|z] for latents drawn from the prior [count, features], of layers that have state}
     *
     * @param key the source of randomness
     * @param theta the parameters
     * @param count how many
     * @param mode evaluation with the state that training left, or training
     */
    public Tensor generate(RandomKey key, Parameters theta, int count, Mode mode) {
        Tensor any = theta.tensors().get(0);
        Tensor latents = Draws.normal(key, any.backend(), Shape.of(count, latent), any.dtype());
        return decode(theta, latents, mode);
    }

    /**
     * {@return q(z|x) of layers that have state}
     *
     * @param theta the parameters
     * @param x data [batch, features]
     * @param mode evaluation with the state that training left, or training
     */
    public Posterior encode(Parameters theta, Tensor x, Mode mode) {
        Tensor encoded = encoder.apply(theta.at(ENCODER), x, mode.at(ENCODER));
        if (encoded.rank() != 2 || encoded.shape().at(1) != 2 * latent) {
            throw new IllegalArgumentException("Vae: the encoder made " + encoded.shape() + " of data " + x.shape()
                    + ", but " + latent + " latents need [batch, " + 2 * latent + "]: means, then log-variances.");
        }
        return new Posterior(encoded.slice(1, 0, latent), encoded.slice(1, latent, 2 * latent));
    }
}
