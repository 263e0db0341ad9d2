package io.surprisal.autoencoders.data;

import io.surprisal.random.DrawKind;
import io.surprisal.random.HostDraws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;

/**
 * Handwritten-looking digits that the project draws itself: pen strokes under a random shear, rotation, scaling, shift and pen width,
 * bent by a smooth random displacement field. Grey values in [0, 1], 28 × 28, ink is 1, as in MNIST, but not comparable with it.
 *
 * <p>Image i depends on the key and on i alone, so a set of any size has the same first images.
 */
public final class StrokeDigits {
    /** Rows and columns of an image. */
    public static final int SIDE = 28;

    /** Pixels that the plain digit's box spans; the rest is margin for the distortions. */
    private static final double BOX = 20;

    /** Waves of the displacement field in each direction. */
    private static final int WAVES = 3;

    /** Uniform numbers that one image takes: nine factors, then four for each wave and direction. */
    private static final int NUMBERS = 9 + 2 * WAVES * 4;

    private final RandomKey key;

    private StrokeDigits(RandomKey key) {
        this.key = key;
    }

    /**
     * The digits of a key.
     *
     * @param key determines every image
     * @return the source of images
     */
    public static StrokeDigits of(RandomKey key) {
        return new StrokeDigits(key);
    }

    /**
     * {@return images {@code from} (inclusive) to {@code to} (exclusive) as FLOAT32 [to − from, 784]}
     *
     * @param from the first image
     * @param to the image after the last
     * @throws IllegalArgumentException if the range is empty or negative
     */
    public HostArray images(int from, int to) {
        requireRange(from, to);
        float[] pixels = new float[Math.multiplyExact(to - from, SIDE * SIDE)];
        Sampler sampler = new Sampler();
        for (int i = from; i < to; i++) {
            float[] image = sampler.draw(i);
            System.arraycopy(image, 0, pixels, (i - from) * image.length, image.length);
        }
        return HostArray.wrap(pixels, Shape.of(to - from, SIDE * SIDE));
    }

    /**
     * {@return the classes of images {@code from} (inclusive) to {@code to} (exclusive) as INT64}
     *
     * @param from the first image
     * @param to the image after the last
     * @throws IllegalArgumentException if the range is empty or negative
     */
    public HostArray labels(int from, int to) {
        requireRange(from, to);
        Sampler sampler = new Sampler();
        long[] labels = new long[to - from];
        for (int i = from; i < to; i++) {
            labels[i - from] = sampler.factors(i).digit();
        }
        return HostArray.wrap(labels, Shape.of(to - from));
    }

    /**
     * {@return what image {@code index} is drawn from}
     *
     * @param index the image, counted from 0
     * @throws IllegalArgumentException if the index is negative
     */
    public DigitFactors factors(int index) {
        requireRange(index, Math.addExact(index, 1));
        return new Sampler().factors(index);
    }

    private static void requireRange(int from, int to) {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException(
                    "StrokeDigits: images " + from + " to " + to + " are none. Ask for 0 ≤ from < to.");
        }
    }

    /** Draws one image after the other with one set of buffers. */
    private final class Sampler {
        private final HostDraws draws = HostDraws.create();
        private final double[] uniform = new double[NUMBERS];
        private final DigitCanvas canvas = new DigitCanvas(SIDE);

        DigitFactors factors(int index) {
            draws.fill(DrawKind.UNIFORM, key.foldIn(index), 0, uniform, 0, NUMBERS);
            return new DigitFactors(
                    (int) (uniform[0] * 10),
                    within(1, -0.35, 0.35),
                    within(2, -0.2, 0.2),
                    within(3, 0.75, 1.15),
                    within(4, 0.85, 1.1),
                    within(5, 0.9, 1.7),
                    within(6, -1.5, 1.5),
                    within(7, -1.5, 1.5),
                    within(8, 0.01, 0.035));
        }

        float[] draw(int index) {
            DigitFactors factors = factors(index);
            canvas.clear();
            for (double[] stroke : DigitStrokes.of(factors.digit())) {
                canvas.stroke(placed(stroke, factors), factors.pen());
            }
            return canvas.pixels();
        }

        /** Between {@code low} and {@code high}, by the uniform number at {@code place}. */
        private double within(int place, double low, double high) {
            return low + uniform[place] * (high - low);
        }

        /** From the unit square to pixels: elastic displacement, then size, slant, rotation and shift about the centre. */
        private double[] placed(double[] stroke, DigitFactors f) {
            double cos = Math.cos(f.rotation());
            double sin = Math.sin(f.rotation());
            double[] points = new double[stroke.length];
            for (int i = 0; i < stroke.length; i += 2) {
                double x = stroke[i] + f.wobble() * displacement(stroke[i], stroke[i + 1], 0) - 0.5;
                double y = stroke[i + 1] + f.wobble() * displacement(stroke[i], stroke[i + 1], 1) - 0.5;
                double u = f.width() * x - f.slant() * y;
                double v = f.height() * y;
                points[i] = SIDE / 2.0 + BOX * (cos * u - sin * v) + f.shiftX();
                points[i + 1] = SIDE / 2.0 + BOX * (sin * u + cos * v) + f.shiftY();
            }
            return points;
        }

        /** A smooth random field: waves of random direction, length and phase; about ±1. */
        private double displacement(double x, double y, int direction) {
            double sum = 0;
            for (int wave = 0; wave < WAVES; wave++) {
                int at = 9 + 4 * (direction * WAVES + wave);
                double angle = 2 * Math.PI * uniform[at];
                double frequency = 3 + 6 * uniform[at + 1];
                double phase = 2 * Math.PI * uniform[at + 2];
                double weight = 0.5 + uniform[at + 3];
                sum += weight * Math.sin(frequency * (x * Math.cos(angle) + y * Math.sin(angle)) + phase);
            }
            return sum / WAVES * 2;
        }
    }
}
