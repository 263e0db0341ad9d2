package io.surprisal.distributions.family;

import io.surprisal.tensor.Tensor;
import java.util.function.UnaryOperator;

/** Logarithms of probabilities whose complements are known: from the smaller of the two, so that nothing cancels near 0. */
public final class LogOfProbability {
    private LogOfProbability() {}

    /**
     * {@return log p, which is log(1 − q) where q is the smaller; derivatives are finite on both sides}
     *
     * @param p probabilities
     * @param q their complements
     */
    public static Tensor of(Tensor p, Tensor q) {
        Tensor isSmall = p.less(0.5);
        Tensor half = p.backend().scalar(0.5, p.dtype());
        Tensor direct = Tensor.where(isSmall, p, half).log();
        Tensor fromOther = Tensor.where(isSmall, half, q).neg().log1p();
        return Tensor.where(isSmall, direct, fromOther);
    }

    /**
     * {@return the quantile of a probability p that is given by its logarithm: of p or of 1 − p, whichever is smaller}
     *
     * @param logP log p
     * @param ofP p to the quantile
     * @param ofComplement 1 − p to the quantile
     */
    public static Tensor inverse(Tensor logP, UnaryOperator<Tensor> ofP, UnaryOperator<Tensor> ofComplement) {
        return inverseOfLog(logP, log -> ofP.apply(log.exp()), ofComplement);
    }

    /**
     * {@return the same by a function of log p where p is small, which underflows later}
     *
     * @param logP log p
     * @param ofLog log p to the quantile
     * @param ofComplement 1 − p to the quantile
     */
    public static Tensor inverseOfLog(Tensor logP, UnaryOperator<Tensor> ofLog, UnaryOperator<Tensor> ofComplement) {
        Tensor isSmall = logP.less(-0.6);
        Tensor middle = logP.backend().scalar(-0.6, logP.dtype());
        Tensor ofSmall = ofLog.apply(Tensor.where(isSmall, logP, middle));
        Tensor complement = Tensor.where(isSmall, middle, logP).expm1().neg().plus(0);
        Tensor ofLarge = ofComplement.apply(complement);
        return Tensor.where(isSmall, ofSmall, ofLarge);
    }
}
