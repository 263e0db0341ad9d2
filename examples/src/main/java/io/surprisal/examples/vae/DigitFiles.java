package io.surprisal.examples.vae;

import io.surprisal.io.Idx;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A folder with the files of MNIST, or of a data set in its format; each may be compressed with gzip. */
final class DigitFiles {
    private static final String TRAINING = "train-images-idx3-ubyte";
    private static final String TEST = "t10k-images-idx3-ubyte";
    private static final String TEST_CLASSES = "t10k-labels-idx1-ubyte";
    private static final int CLASSES = 10;

    private DigitFiles() {}

    static DigitImages read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--data: " + folder + " is no folder. Name the one with " + TRAINING
                    + " and " + TEST + " in it, plain or as .gz, or leave --data out.");
        }
        HostArray training = Idx.readIntensities(required(folder, TRAINING));
        HostArray test = Idx.readIntensities(required(folder, TEST));
        Shape image = imageShape(training, TRAINING);
        if (!imageShape(test, TEST).equals(image)) {
            throw new IllegalArgumentException("--data: the training images of " + folder + " are " + image
                    + ", but the test images " + imageShape(test, TEST) + ". Use files of one data set.");
        }
        return new DigitImages(
                folder.toString(), image.at(0), image.at(1), flat(training), flat(test), classes(folder, test));
    }

    private static Path required(Path folder, String name) throws IOException {
        return find(folder, name)
                .orElseThrow(() -> new FileNotFoundException("--data: " + folder + " has neither " + name + " nor "
                        + name + ".gz. Name the folder with the four files of MNIST."));
    }

    private static Optional<Path> find(Path folder, String name) {
        return List.of(name, name + ".gz").stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .findFirst();
    }

    private static Shape imageShape(HostArray images, String name) {
        if (images.shape().rank() != 3 || images.shape().isEmpty()) {
            throw new IllegalArgumentException("--data: " + name + " has shape " + images.shape()
                    + ", but images are [count, rows, columns], and at least one.");
        }
        return images.shape().axes(1, 3);
    }

    private static HostArray flat(HostArray images) {
        return images.reshape(
                Shape.of(images.shape().at(0), images.shape().axes(1, 3).size()));
    }

    /** Classes only colour the report: a data set without them, or with others, is trained on all the same. */
    private static List<Integer> classes(Path folder, HostArray test) throws IOException {
        Optional<Path> file = find(folder, TEST_CLASSES);
        if (file.isEmpty()) {
            return List.of();
        }
        HostArray labels = Idx.read(file.get());
        boolean usable = labels.dtype() == DType.INT32
                && labels.shape().equals(Shape.of(test.shape().at(0)))
                && Arrays.stream(labels.ints()).allMatch(label -> label >= 0 && label < CLASSES);
        if (!usable) {
            throw new IllegalArgumentException(
                    "--data: " + file.get() + " does not hold a class from 0 to 9 for each of the "
                            + test.shape().at(0) + " test images. Mend it, or take it away to go without classes.");
        }
        return Arrays.stream(labels.ints()).boxed().toList();
    }
}
