package io.surprisal.examples.vae;

import io.surprisal.autoencoders.data.StrokeDigits;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.HostArray;
import java.util.Arrays;

/** Digits that the project draws itself: the same ones in every run, whatever its seed. */
final class DrawnDigits {
    private static final RandomKey KEY = RandomKey.of(28);

    private DrawnDigits() {}

    static DigitImages of(int training, int test) {
        StrokeDigits digits = StrokeDigits.of(KEY);
        HostArray labels = digits.labels(training, training + test);
        return new DigitImages(
                "digits drawn from strokes",
                StrokeDigits.SIDE,
                StrokeDigits.SIDE,
                digits.images(0, training),
                digits.images(training, training + test),
                Arrays.stream(labels.longs()).mapToObj(Math::toIntExact).toList());
    }
}
