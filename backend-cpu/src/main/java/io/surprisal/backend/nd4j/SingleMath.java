package io.surprisal.backend.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.same.Negative;
import org.nd4j.linalg.api.ops.impl.transforms.same.Sign;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.indexing.conditions.Conditions;

/**
 * Functions whose own operation in ND4J has no accuracy near 0, or none in a tail. Arguments are single precision widened to double, and
 * results are rounded back: the plain formula then has digits to spare, except next to 0, where the function is its argument.
 */
final class SingleMath {
    /** Below it log(1 + x) and eˣ − 1 are x, to ½|x|; above it the plain formulas lose at most 2⁻⁵³/|x|: both are 2⁻²⁶ at most. */
    private static final double LINEAR = 0x1p-27;

    /** Below it tanh x and asinh x are x, to ⅓x². */
    private static final double CUBIC = 0x1p-14;

    /** From here on tanh x is 1. */
    private static final double SATURATED = 20;

    private SingleMath() {}

    /** log(1 + x). */
    static INDArray log1p(Workbench bench, INDArray x) {
        INDArray value = bench.map(Log::new, bench.plus(x, 1));
        return bench.replace(x, value, Conditions.absGreaterThan(LINEAR));
    }

    /** eˣ − 1. */
    static INDArray expm1(Workbench bench, INDArray x) {
        INDArray value = bench.plus(bench.map(Exp::new, x), -1);
        return bench.replace(x, value, Conditions.absGreaterThan(LINEAR));
    }

    /** (e²ˣ − 1)/(e²ˣ + 1), for x cut off before e²ˣ overflows. ND4J's minimum keeps a NaN on the right. */
    static INDArray tanh(Workbench bench, INDArray x) {
        INDArray bounded = bench.alike("minimum", bench.fullLike(x, SATURATED), x);
        INDArray power = bench.map(Exp::new, bench.times(bounded, 2));
        INDArray value = bench.alike("divide", bench.plus(power, -1), bench.plus(power, 1));
        return bench.replace(x, value, Conditions.absGreaterThan(CUBIC));
    }

    /** log(|x| + √(x² + 1)) with the sign of x. */
    static INDArray asinh(Workbench bench, INDArray x) {
        INDArray root = bench.map(Sqrt::new, bench.plus(bench.alike("multiply", x, x), 1));
        INDArray size = bench.map(Log::new, bench.alike("add", bench.map(Abs::new, x), root));
        INDArray value = bench.alike("multiply", size, bench.map(Sign::new, x));
        return bench.replace(x, value, Conditions.absGreaterThan(CUBIC));
    }

    /** 1/(1 + e⁻ˣ), which ND4J has right in double precision. */
    static INDArray sigmoid(Workbench bench, INDArray x) {
        return bench.map(Sigmoid::new, x);
    }

    /** max(x, 0) + log1p(e^(−|x|)). */
    static INDArray softplus(Workbench bench, INDArray x) {
        INDArray tail = log1p(bench, bench.map(Exp::new, bench.map(Negative::new, bench.map(Abs::new, x))));
        return bench.alike("add", bench.map(RectifiedLinear::new, x), tail);
    }
}
