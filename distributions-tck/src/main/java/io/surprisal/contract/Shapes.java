package io.surprisal.contract;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.SampleAndLogProb;
import io.surprisal.distributions.Univariate;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/** Shapes and element types. */
final class Shapes {
    private Shapes() {}

    static void verify(Subject subject) {
        Distribution d = subject.distribution();
        Shape event = d.eventShape();
        Tensor draws = d.sample(subject.key(), Shape.of(2, 3));
        require(subject, "sample(key, [2, 3])", draws, Shape.of(2, 3).then(event));
        Tensor log = d.logProb(draws);
        require(subject, "logProb of outcomes " + draws.shape(), log, Shape.of(2, 3));
        Check.SHAPES.require(log.dtype() == DType.FLOAT64, subject, "logProb has the dtype %s.", log.dtype());
        SampleAndLogProb both = d.sampleAndLogProb(subject.key(), Shape.of(4));
        require(
                subject,
                "the sample of sampleAndLogProb(key, [4])",
                both.sample(),
                Shape.of(4).then(event));
        require(subject, "the logProb of sampleAndLogProb(key, [4])", both.logProb(), Shape.of(4));
        Tensor none = d.sample(subject.key(), Shape.of(0));
        require(subject, "logProb of no outcomes", d.logProb(none), Shape.of(0));
        d.capability(HasEntropy.class).ifPresent(own -> require(subject, "entropy()", own.entropy(), Shape.scalar()));
        d.capability(HasMoments.class).ifPresent(own -> {
            require(subject, "mean()", own.mean(), event);
            require(subject, "variance()", own.variance(), event);
        });
        subject.univariate().ifPresent(own -> ofNumbers(subject, own));
        if (!subject.parameters().isEmpty()) {
            ofBatch(subject, draws, log);
        }
    }

    private static void ofNumbers(Subject subject, Univariate own) {
        Tensor p = subject.vector(0.2, 0.5, 0.7).expandDims(1);
        Shape shape = Shape.of(3, 1);
        require(subject, "quantile of " + shape, own.quantile(p), shape);
        require(subject, "inverseSurvival of " + shape, own.inverseSurvival(p), shape);
        require(subject, "quantileOfLog of " + shape, own.quantileOfLog(p.log()), shape);
        Tensor x = own.quantile(p);
        require(subject, "cdf of " + shape, own.cdf(x), shape);
        require(subject, "survival of " + shape, own.survival(x), shape);
        require(subject, "logCdf of " + shape, own.logCdf(x), shape);
        require(subject, "logSurvival of " + shape, own.logSurvival(x), shape);
        require(subject, "median()", own.median(), Shape.scalar());
    }

    /** Parameters repeated along a new first axis make a batch of equal distributions. */
    private static void ofBatch(Subject subject, Tensor draws, Tensor log) {
        List<Tensor> repeated = subject.parameters().stream()
                .map(parameter -> parameter.broadcastTo(Shape.of(2).then(parameter.shape())))
                .toList();
        Distribution batch = subject.maker().apply(repeated);
        Shape event = subject.distribution().eventShape();
        Check.SHAPES.require(
                batch.batchShape().equals(Shape.of(2)),
                subject,
                "with parameters repeated twice the batch shape is %s, but should be [2].",
                batch.batchShape());
        require(
                subject,
                "sample(key, [5]) of two distributions",
                batch.sample(subject.key(), Shape.of(5)),
                Shape.of(5, 2).then(event));
        int eventRank = event.rank();
        Tensor spread = batch.logProb(draws.expandDims(-1 - eventRank));
        require(subject, "logProb of two distributions", spread, Shape.of(2, 3, 2));
        double difference = spread.minus(log.expandDims(-1)).abs().max().item();
        double size = log.abs().max().item();
        Check.SHAPES.requireClose(
                subject,
                "the difference of logProb of one distribution and of a batch",
                difference,
                0,
                1e-12 * Math.max(1, size));
    }

    private static void require(Subject subject, String what, Tensor tensor, Shape shape) {
        Check.SHAPES.require(
                tensor.shape().equals(shape),
                subject,
                "%s has the shape %s, but should have %s.",
                what,
                tensor.shape(),
                shape);
    }
}
