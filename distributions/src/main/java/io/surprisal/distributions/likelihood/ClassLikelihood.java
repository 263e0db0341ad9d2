package io.surprisal.distributions.likelihood;

import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.Argument;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * −log P(class) of class numbers, from logits or from log-probabilities, whose last axis is that of the classes: what PyTorch's CrossEntropyLoss and
 * NLLLoss compute, which have that axis second.
 *
 * <p>An observation of class y has the weight w_y; the mean divides by the sum of the weights of those that count, and is NaN where none counts.
 * With label smoothing ε the loss is (1 − ε) times that of the class plus ε/classes times the weighted sum over all classes.
 *
 * @param reduction what becomes of the losses of single observations
 * @param classWeights a weight for each class, [classes]; null for equal ones
 * @param ignoredIndex observations of this class number do not count
 * @param labelSmoothing ε, in [0, 1)
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html">torch.nn.CrossEntropyLoss</a>
 */
public record ClassLikelihood(
        Reduction reduction, @Nullable Tensor classWeights, long ignoredIndex, double labelSmoothing) {
    /**
     * Checks the settings.
     *
     * @param reduction what becomes of the losses of single observations
     * @param classWeights a weight for each class, [classes]; null for equal ones
     * @param ignoredIndex observations of this class number do not count
     * @param labelSmoothing ε, in [0, 1)
     * @throws IllegalArgumentException if label smoothing is outside [0, 1), or weights are no vector of finite numbers that are not negative
     */
    public ClassLikelihood {
        if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
            throw new IllegalArgumentException(
                    "NegativeLogLikelihood: labelSmoothing must be in [0, 1), but labelSmoothing = " + labelSmoothing
                            + ". 0 leaves labels as they are.");
        }
        if (classWeights != null && classWeights.rank() != 1) {
            throw new IllegalArgumentException(
                    "NegativeLogLikelihood: classWeights must be a vector [classes], but has " + "shape "
                            + classWeights.shape() + ".");
        }
        if (classWeights != null) {
            new Argument("NegativeLogLikelihood", "classWeights", classWeights)
                    .requireFloating()
                    .requireAll(Interval.NOT_NEGATIVE);
        }
    }

    static ClassLikelihood standard() {
        return new ClassLikelihood(Reduction.MEAN, null, -100, 0);
    }

    /**
     * {@return this loss with another reduction}
     *
     * @param reduction what becomes of the losses of single observations
     */
    public ClassLikelihood withReduction(Reduction reduction) {
        return new ClassLikelihood(reduction, classWeights, ignoredIndex, labelSmoothing);
    }

    /**
     * {@return this loss with weights of classes}
     *
     * @param weights a weight for each class, finite and not negative, [classes]
     * @throws IllegalArgumentException if they are no such vector
     */
    public ClassLikelihood withClassWeights(Tensor weights) {
        return new ClassLikelihood(reduction, weights, ignoredIndex, labelSmoothing);
    }

    /**
     * {@return this loss with another class number that does not count}
     *
     * @param index the class number, one of the classes or not
     */
    public ClassLikelihood withIgnoredIndex(long index) {
        return new ClassLikelihood(reduction, classWeights, index, labelSmoothing);
    }

    /**
     * {@return this loss with smoothed labels}
     *
     * @param epsilon the part of the probability that is spread over all classes, in [0, 1)
     * @throws IllegalArgumentException if it is outside
     */
    public ClassLikelihood withLabelSmoothing(double epsilon) {
        return new ClassLikelihood(reduction, classWeights, ignoredIndex, epsilon);
    }

    /**
     * {@return the loss of class numbers, by logits: the cross-entropy}
     *
     * @param logits unnormalised log-probabilities, [observations…, classes]
     * @param classes INT64 class numbers from 0, [observations…]
     * @throws IllegalArgumentException if a class number is neither one of the classes nor ignored, or shapes or dtypes do not fit
     */
    public Tensor of(Tensor logits, Tensor classes) {
        return Scope.tidy(() -> ofLogProbabilities(logits.logSoftmax(-1), classes));
    }

    /**
     * {@return the loss of class numbers, by log-probabilities}
     *
     * @param logProbabilities [observations…, classes]
     * @param classes INT64 class numbers from 0, [observations…]
     * @throws IllegalArgumentException if a class number is neither one of the classes nor ignored, or shapes or dtypes do not fit
     */
    public Tensor ofLogProbabilities(Tensor logProbabilities, Tensor classes) {
        requireFit(logProbabilities, classes);
        return Scope.tidy(() -> {
            DType dtype = logProbabilities.dtype();
            Tensor counts = classes.notEqualTo((double) ignoredIndex);
            Tensor places = Tensor.where(counts, classes, classes.backend().scalar(0, DType.INT64));
            Tensor ofClass = logProbabilities
                    .gather(places.expandDims(-1), -1)
                    .squeeze(-1)
                    .neg();
            Tensor each = classWeights == null
                    ? counts.cast(dtype)
                    : classWeights
                            .indexSelect(places.flatten(), 0)
                            .reshape(places.shape())
                            .times(counts.cast(dtype));
            Tensor loss = Reduced.of("NegativeLogLikelihood", reduction, ofClass, each);
            return labelSmoothing == 0 ? loss : smoothed(loss, logProbabilities, counts, each);
        });
    }

    private Tensor smoothed(Tensor loss, Tensor logProbabilities, Tensor counts, Tensor each) {
        Tensor one = loss.backend().scalar(1, loss.dtype());
        Tensor all = Reduced.of(
                        "NegativeLogLikelihood",
                        Reduction.NONE,
                        logProbabilities.neg(),
                        classWeights == null ? one : classWeights)
                .sum(-1);
        Tensor counted = Tensor.where(counts, all, one.times(0));
        Tensor spread = switch (reduction) {
            case MEAN -> counted.sum().div(each.sum());
            case SUM -> counted.sum();
            case NONE -> counted;
        };
        int classes = logProbabilities.shape().dim(-1);
        return loss.times(1 - labelSmoothing).plus(spread.times(labelSmoothing / classes));
    }

    private void requireFit(Tensor logProbabilities, Tensor classes) {
        Shape shape = logProbabilities.shape();
        if (shape.rank() == 0 || !shape.axes(0, shape.rank() - 1).equals(classes.shape())) {
            throw new IllegalArgumentException("NegativeLogLikelihood: classes of shape " + classes.shape()
                    + " need log-probabilities of that shape and a last axis of the classes, but there are " + shape
                    + ". Transpose log-probabilities whose classes are another axis.");
        }
        int count = shape.dim(-1);
        if (classes.dtype() != DType.INT64) {
            throw new IllegalArgumentException("NegativeLogLikelihood: classes must be INT64 class numbers, but are "
                    + classes.dtype() + ". Use cast(DType.INT64), or argmax(-1) of one-hot vectors.");
        }
        if (classWeights != null && classWeights.shape().dim(0) != count) {
            throw new IllegalArgumentException("NegativeLogLikelihood: there are "
                    + classWeights.shape().dim(0) + " classWeights, but " + count + " classes.");
        }
        if (classWeights != null && classWeights.dtype() != logProbabilities.dtype()) {
            throw new IllegalArgumentException("NegativeLogLikelihood: classWeights are " + classWeights.dtype()
                    + ", but the losses they weight are " + logProbabilities.dtype() + ". Use cast(DType) first.");
        }
        long[] numbers = classes.toLongs();
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != ignoredIndex && (numbers[i] < 0 || numbers[i] >= count)) {
                throw new IllegalArgumentException("NegativeLogLikelihood: classes must be in 0 … " + (count - 1)
                        + " or the ignored index " + ignoredIndex + ", but classes"
                        + classes.shape().placeOf(i) + " = " + numbers[i] + ".");
            }
        }
    }
}
