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
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

/**
 * A deterministic autoencoder: a code for each example, and the example back from its code. The loss is −log p(x | code) under a
 * likelihood: a Gaussian one is the squared error up to scale and constant, a Bernoulli one the cross-entropy.
 *
 * @param encoder from [batch, features] to [batch, code]
 * @param decoder from codes to what the likelihood takes
 * @param likelihood p(x | code) given the decoder's output
 */
public record Autoencoder(Layer encoder, Layer decoder, Likelihood likelihood) implements Objective {
    private static final String ENCODER = "encoder";
    private static final String DECODER = "decoder";

    /**
     * {@return a model with one hidden layer of rectified linear units on each side}
     *
     * @param features numbers in one example
     * @param hidden units of each hidden layer
     * @param code numbers in a code
     * @param likelihood p(x | code)
     */
    public static Autoencoder fullyConnected(int features, int hidden, int code, Likelihood likelihood) {
        return new Autoencoder(
                Sequential.of(Dense.of(features, hidden).withActivation(Activation.RELU), Dense.of(hidden, code)),
                Sequential.of(Dense.of(code, hidden).withActivation(Activation.RELU), Dense.of(hidden, features)),
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

    @Override
    public Parameters initialState(Backend backend) {
        return Parameters.empty()
                .with(ENCODER, encoder.initialState(backend, DType.FLOAT32))
                .with(DECODER, decoder.initialState(backend, DType.FLOAT32));
    }

    @Override
    public void requireSupported(Examples examples) {
        likelihood.requireSupported(examples);
    }

    @Override
    public Loss at(Parameters theta, Tensor batch, Mode mode, RandomKey key) {
        Tensor code = encode(theta, batch, mode);
        Tensor decoded = decoder.apply(theta.at(DECODER), code, mode.at(DECODER));
        return Loss.of(likelihood.logProb(decoded, batch).mean().neg());
    }

    /**
     * {@return the codes [batch, code]}
     *
     * @param theta the parameters
     * @param x data [batch, features]
     */
    public Tensor encode(Parameters theta, Tensor x) {
        return Scope.tidy(() -> encode(theta, x, Mode.evaluation()));
    }

    /**
     * {@return the codes [batch, code] of layers that have state}
     *
     * @param theta the parameters
     * @param x data [batch, features]
     * @param mode evaluation with the state that training left, or training
     */
    public Tensor encode(Parameters theta, Tensor x, Mode mode) {
        return encoder.apply(theta.at(ENCODER), x, mode.at(ENCODER));
    }

    /**
     * {@return E[x | code] [batch, features]}
     *
     * @param theta the parameters
     * @param code codes [batch, code]
     */
    public Tensor decode(Parameters theta, Tensor code) {
        return Scope.tidy(() -> decode(theta, code, Mode.evaluation()));
    }

    /**
     * {@return E[x | code] [batch, features] of layers that have state}
     *
     * @param theta the parameters
     * @param code codes [batch, code]
     * @param mode evaluation with the state that training left, or training
     */
    public Tensor decode(Parameters theta, Tensor code, Mode mode) {
        return likelihood.mean(decoder.apply(theta.at(DECODER), code, mode.at(DECODER)));
    }

    /**
     * {@return what comes back of each example [batch, features]}
     *
     * @param theta the parameters
     * @param x data [batch, features]
     */
    public Tensor reconstruct(Parameters theta, Tensor x) {
        return Scope.tidy(() -> reconstruct(theta, x, Mode.evaluation()));
    }

    /**
     * {@return what comes back of each example [batch, features] from layers that have state}
     *
     * @param theta the parameters
     * @param x data [batch, features]
     * @param mode evaluation with the state that training left, or training
     */
    public Tensor reconstruct(Parameters theta, Tensor x, Mode mode) {
        return decode(theta, encode(theta, x, mode), mode);
    }
}
