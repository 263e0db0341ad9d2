package io.surprisal.distributions.discrete;

import io.surprisal.distributions.family.CountLaw;
import io.surprisal.distributions.family.NumericSlope;
import io.surprisal.special.HurwitzZeta;
import io.surprisal.tensor.ElementFunction;
import java.util.function.DoubleUnaryOperator;

/** P(X &gt; k) = ζ(s, k + 1)/ζ(s), by the Hurwitz zeta function. */
final class ZipfLaw extends CountLaw {
    static final ZipfLaw INSTANCE = new ZipfLaw();

    /** Of (k, s): −s log k − log ζ(s). */
    static final ElementFunction LOG_MASS = ElementFunction.of(
                    "Zipf log-probability", (k, s) -> -s * Math.log(k) - logZeta(s))
            .withSlopes(
                    WholeParameter.STILL,
                    (x, y) -> ZipfLaw.MEAN_LOG.of(x.get(1)).minus(x.get(0).log()));

    /** E log X, of s. */
    private static final ElementFunction MEAN_LOG = ofExponent("Zipf mean logarithm", s -> ZipfSums.meanLog(s, 1));

    /** Of s. */
    static final ElementFunction ENTROPY = ofExponent("Zipf entropy", s -> logZeta(s) + s * ZipfSums.meanLog(s, 1));

    /** Of s. */
    static final ElementFunction MEAN = ofExponent("Zipf mean", s -> 1 + ZipfSums.moment(1, s));

    /** Of s. */
    static final ElementFunction VARIANCE = ofExponent("Zipf variance", ZipfSums::variance);

    /** Of s. */
    static final ElementFunction SKEWNESS = ofExponent("Zipf skewness", ZipfSums::skewness);

    /** Of s. */
    static final ElementFunction KURTOSIS = ofExponent("Zipf kurtosis", ZipfSums::kurtosis);

    /** Of (u, s), for a uniform number u: the least k with P(X &gt; k) ≤ u. */
    static final ElementFunction DRAW = ElementFunction.of("Zipf draw", ZipfLaw::draw);

    /** Of the range in which numerical slopes take steps. */
    private static final double LONGEST = 3;

    /** Outcomes that are drawn by counting from 1 on. */
    private static final int COUNTED = 16;

    /** Beyond it the whole numbers are further apart than their probabilities matter. */
    private static final double CONTINUOUS = 0x1p50;

    /** Up to it a/(s − 1) is a double for every s above 1. */
    private static final double FARTHEST = 1e290;

    /** Terms of ζ(s) that are added one by one where its head is wanted. */
    private static final double HEAD = 1_000;

    private ZipfLaw() {
        super("Zipf", 1);
    }

    /** With a numerical slope, whose steps are a tenth of s − 1, and no greater where moments grow as powers of 2. */
    private static ElementFunction ofExponent(String name, DoubleUnaryOperator f) {
        ElementFunction slope = ElementFunction.of(name + " slope", s -> {
            double length = Math.min(s - 1, LONGEST);
            return NumericSlope.of(t -> f.applyAsDouble(s - length + t), length);
        });
        return ElementFunction.of(name, f).withSlopes((x, y) -> slope.of(x.get(0)));
    }

    /** log ζ(s), for large s from ζ(s) − 1. */
    private static double logZeta(double s) {
        return Math.log1p(HurwitzZeta.value(s, 2));
    }

    private static double zeta(double s) {
        return 1 + HurwitzZeta.value(s, 2);
    }

    @Override
    protected double upper(double k, double[] shape) {
        return HurwitzZeta.value(shape[0], k + 1) / zeta(shape[0]);
    }

    @Override
    protected double lower(double k, double[] shape) {
        double upper = upper(k, shape);
        return upper <= 0.5 ? 1 - upper : head(k, shape[0]) / zeta(shape[0]);
    }

    /** Σ j⁻ˢ over j ≤ k: one by one, and then the midpoint rule's integral with its first correction. */
    private static double head(double k, double s) {
        double sum = 0;
        for (double j = Math.min(k, HEAD); j >= 1; j--) {
            sum += Math.pow(j, -s);
        }
        if (k <= HEAD) {
            return sum;
        }
        double a = HEAD + 0.5;
        double b = k + 0.5;
        double integral = Math.pow(a, 1 - s) * Math.expm1((1 - s) * Math.log(b / a)) / (1 - s);
        return sum + integral + s * (Math.pow(b, -s - 1) - Math.pow(a, -s - 1)) / 24;
    }

    @Override
    protected double logUpper(double k, double[] shape) {
        if (k == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        if (upper(k, shape) > 0.5) {
            return Math.log1p(-lower(k, shape));
        }
        double s = shape[0];
        double a = k + 1;
        // aˢ⁻¹ ζ(s, a), which is 1/(s − 1) where aˢ ζ(s, a) may be too large for a double.
        double leading = a > FARTHEST ? 1 / (s - 1) : HurwitzZeta.scaled(s, a) / a;
        return Math.log(leading) - (s - 1) * Math.log(a) - logZeta(s);
    }

    @Override
    protected double logUpperSlope(int parameter, double k, double[] shape) {
        return ZipfSums.meanLog(shape[0], 1) - ZipfSums.meanLog(shape[0], k + 1);
    }

    @Override
    protected double logLowerSlope(int parameter, double k, double[] shape) {
        return -upper(k, shape) / lower(k, shape) * logUpperSlope(parameter, k, shape);
    }

    @Override
    protected double low(double[] shape) {
        return 1;
    }

    @Override
    protected double middle(double[] shape) {
        return 1;
    }

    private static double draw(double u, double s) {
        double tail = zeta(s);
        double wanted = u * tail;
        for (int k = 1; k <= COUNTED; k++) {
            tail -= Math.pow(k, -s);
            if (tail <= wanted) {
                return k;
            }
        }
        // ζ(s, k + 1) is nearly (k + ½)^(1 − s)/(s − 1).
        double near = Math.pow((s - 1) * wanted, 1 / (1 - s)) - 0.5;
        if (near > CONTINUOUS) {
            return Math.min(Math.ceil(near), Double.MAX_VALUE);
        }
        double k = Math.max(COUNTED + 1, Math.ceil(near));
        while (HurwitzZeta.value(s, k + 1) > wanted) {
            k++;
        }
        while (k > COUNTED + 1 && HurwitzZeta.value(s, k) <= wanted) {
            k--;
        }
        return k;
    }
}
