package io.surprisal.examples.vae;

import io.surprisal.tensor.HostArray;
import java.util.List;

/**
 * Grey images in [0, 1], split for training and testing.
 *
 * @param source where they come from, in words
 * @param height rows of an image
 * @param width columns of an image
 * @param training FLOAT32 [images, height · width]
 * @param test FLOAT32 [images, height · width]
 * @param testClasses the class of each test image; none at all where the source has no classes from 0 to 9
 */
record DigitImages(
        String source, int height, int width, HostArray training, HostArray test, List<Integer> testClasses) {
    DigitImages {
        testClasses = List.copyOf(testClasses);
    }
}
