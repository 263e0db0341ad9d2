package io.surprisal.autoencoders;

import io.surprisal.tensor.Tensor;

/** What a decoder makes must have the data's shape: a narrower output would broadcast, and train to something else. */
final class LikelihoodShapes {
    private LikelihoodShapes() {}

    static void require(String likelihood, Tensor decoded, Tensor x) {
        if (x.rank() != 2 || !decoded.shape().equals(x.shape())) {
            throw new IllegalArgumentException(likelihood + ": the decoder made " + decoded.shape() + " for data "
                    + x.shape() + ", but both must have one shape [batch, features]. Give the decoder's last layer "
                    + "as many outputs as an example has numbers, and flatten the data.");
        }
    }
}
