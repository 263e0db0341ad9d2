package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.ContinuousLaw;
import io.surprisal.special.BetaFunction;
import io.surprisal.special.IncompleteBeta;
import io.surprisal.special.LogSpace;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;
import java.util.List;

/** F with d₁ and d₂ degrees of freedom: r/(1 + r) with r = d₁z/d₂ has the beta distribution with shapes d₁/2 and d₂/2. */
final class FisherSnedecorLaw extends ContinuousLaw {
    static final FisherSnedecorLaw INSTANCE = new FisherSnedecorLaw();

    private static final double LARGE_SHAPE = 10;

    private static final double SMALL = 1e-200;

    private static final double LOG_HALF = -0.6931471805599453;

    private static final ElementFunction LOG_DENSITY = ElementFunction.of(
                    "F log-density", FisherSnedecorLaw::logDensity)
            .withSlopes(
                    (x, y) -> tilt(x).minus(1).div(x.get(0)),
                    (x, y) -> Share.of(x)
                            .near
                            .log()
                            .plus(half(x, 1).digammaDifference(half(x, 2)))
                            .times(0.5)
                            .plus(tilt(x).div(x.get(1))),
                    (x, y) -> Share.of(x)
                            .far
                            .log()
                            .plus(half(x, 2).digammaDifference(half(x, 1)))
                            .times(0.5)
                            .minus(tilt(x).div(x.get(2))));

    private FisherSnedecorLaw() {
        super("FisherSnedecor", 2);
    }

    @Override
    protected double lower(double z, double[] shape) {
        double near = near(z, shape);
        double far = far(z, shape);
        double lower = IncompleteBeta.lower(0.5 * shape[0], 0.5 * shape[1], near, far);
        return lower + moved(z, shape, near, far);
    }

    @Override
    protected double upper(double z, double[] shape) {
        double near = near(z, shape);
        double far = far(z, shape);
        double upper = IncompleteBeta.upper(0.5 * shape[0], 0.5 * shape[1], near, far);
        return upper - moved(z, shape, near, far);
    }

    @Override
    protected double logLower(double z, double[] shape) {
        double log = IncompleteBeta.logLower(0.5 * shape[0], 0.5 * shape[1], near(z, shape), far(z, shape));
        return log < LOG_HALF ? log : Math.log1p(-upper(z, shape));
    }

    @Override
    protected double logUpper(double z, double[] shape) {
        double log = IncompleteBeta.logUpper(0.5 * shape[0], 0.5 * shape[1], near(z, shape), far(z, shape));
        return log < LOG_HALF ? log : Math.log1p(-lower(z, shape));
    }

    /** How far the roundings of r = ν₁z/ν₂ and of both shares have moved the lower tail: at large shapes more than a few units. */
    private static double moved(double z, double[] shape, double near, double far) {
        double product = shape[0] * z;
        double ratio = product / shape[1];
        if (!(ratio > SMALL && ratio < 1 / SMALL)) {
            return 0;
        }
        double rest = (Math.fma(-ratio, shape[1], product) + Math.fma(shape[0], z, -product)) / shape[1];
        double share = Math.min(near, far);
        double part = share * ratio;
        double ofPart = Math.fma(share, ratio, -part);
        // Of the smaller share s, r − s(1 + r) or 1 − s(1 + r), which would be 0.
        double whole = near <= far ? ratio : 1;
        double left = whole - share;
        double ofLeft = (whole - left) - share + rest * (near <= far ? far : -far);
        double lost = (left - part) - ofPart + ofLeft;
        double ofLogit = near <= far ? lost / near : -lost / near;
        return IncompleteBeta.density(0.5 * shape[0], 0.5 * shape[1], near, far) * ofLogit;
    }

    /** r/(1 + r). */
    private static double near(double z, double[] shape) {
        return 1 / (1 + shape[1] / (shape[0] * z));
    }

    /** 1/(1 + r). */
    private static double far(double z, double[] shape) {
        return 1 / (1 + shape[0] * z / shape[1]);
    }

    @Override
    protected double logDensity(double z, double[] shape) {
        return logDensity(z, shape[0], shape[1]);
    }

    private static double logDensity(double z, double df1, double df2) {
        double a = 0.5 * df1;
        double b = 0.5 * df2;
        double[] shape = {df1, df2};
        if (z > 0 && Math.max(a, b) >= LARGE_SHAPE) {
            return IncompleteBeta.logDensity(a, b, near(z, shape), far(z, shape)) - Math.log(z);
        }
        double ratio = df1 / df2;
        return LogSpace.xlogy(a - 1, z)
                + a * Math.log(ratio)
                - (a + b) * Math.log1p(ratio * z)
                - BetaFunction.logBeta(a, b);
    }

    @Override
    protected Tensor logDensity(Tensor z, List<Tensor> shape) {
        return LOG_DENSITY.of(z, shape.get(0), shape.get(1));
    }

    /** ∂ log-density of log z/∂ log z: a far − b near. */
    private static Tensor tilt(List<Tensor> x) {
        Share share = Share.of(x);
        return half(x, 1).times(share.far).minus(half(x, 2).times(share.near));
    }

    private static Tensor half(List<Tensor> x, int i) {
        return x.get(i).times(0.5);
    }

    private record Share(Tensor near, Tensor far) {
        static Share of(List<Tensor> x) {
            Tensor ratio = x.get(1).times(x.get(0)).div(x.get(2));
            Tensor far = ratio.plus(1).reciprocal();
            return new Share(ratio.times(far), far);
        }
    }

    @Override
    protected double low(double[] shape) {
        return 0;
    }

    @Override
    protected double middle(double[] shape) {
        return 1;
    }
}
