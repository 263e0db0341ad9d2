package io.surprisal.backend.nd4j;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.same.Negative;
import org.nd4j.linalg.api.ops.impl.transforms.same.Sign;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;

/**
 * Functions whose own operation in ND4J loses digits or special values, composed of operations that do not: {@code log1p}, {@code expm1},
 * {@code tanh} and {@code asinh} are plain formulas there, without any accuracy near 0. Arguments and results are in double precision
 * unless a method says otherwise, so that a result rounded to single precision is the nearest or its neighbour.
 */
final class AccurateMath {
    private AccurateMath() {}

    /**
     * log(1 + x) = log(u)·(x/(u − 1)) for u the rounded 1 + x, and x itself where u is 1: the rounding errors of log u and u − 1 cancel.
     * Source: Higham, Accuracy and Stability of Numerical Algorithms (2002), problem 1.5 and its solution.
     */
    static INDArray log1p(Workbench bench, INDArray x) {
        INDArray one = bench.fullLike(x, 1);
        INDArray u = bench.alike("add", x, one);
        INDArray correction = bench.alike("divide", x, bench.alike("subtract", u, one));
        INDArray value = bench.alike("multiply", bench.map(Log::new, u), correction);
        INDArray infinity = bench.fullLike(x, Double.POSITIVE_INFINITY);
        INDArray itself = bench.run(
                "boolean_or",
                DataType.BOOL,
                Types.shape(x),
                bench.mask("equals", u, one),
                bench.mask("equals", u, infinity));
        return bench.select(itself, x, value);
    }

    /**
     * eˣ − 1 = (u − 1)·x/log(u) for u the rounded eˣ near 0, x itself where u is 1, and u − 1 where nothing cancels. Source: Higham (2002),
     * section 1.14.1.
     */
    static INDArray expm1(Workbench bench, INDArray x) {
        INDArray one = bench.fullLike(x, 1);
        INDArray u = bench.map(Exp::new, x);
        INDArray less = bench.alike("subtract", u, one);
        INDArray scaled = bench.alike("multiply", less, x);
        INDArray near = bench.alike("divide", scaled, bench.map(Log::new, u));
        INDArray small = bench.mask("less", bench.map(Abs::new, x), one);
        INDArray value = bench.select(small, near, less);
        return bench.select(bench.mask("equals", u, one), x, value);
    }

    /** tanh x = −t/(t + 2) with the sign of x, for t = expm1(−2|x|), which overflows nowhere; 5 ulps in double precision. */
    static INDArray tanh(Workbench bench, INDArray x) {
        INDArray size = bench.map(Abs::new, x);
        INDArray t = expm1(bench, bench.alike("multiply", size, bench.fullLike(x, -2)));
        INDArray divisor = bench.alike("add", t, bench.fullLike(x, 2));
        INDArray value = bench.alike("divide", bench.map(Negative::new, t), divisor);
        return withSign(bench, value, x);
    }

    /** asinh x = log1p(|x| + x²/(1 + √(1 + x²))) with the sign of x, for arguments whose squares do not overflow. */
    static INDArray asinh(Workbench bench, INDArray x) {
        INDArray one = bench.fullLike(x, 1);
        INDArray square = bench.alike("multiply", x, x);
        INDArray root = bench.map(Sqrt::new, bench.alike("add", square, one));
        INDArray rest = bench.alike("divide", square, bench.alike("add", root, one));
        INDArray size = bench.map(Abs::new, x);
        INDArray value = log1p(bench, bench.alike("add", size, rest));
        INDArray infinity = bench.fullLike(x, Double.POSITIVE_INFINITY);
        return withSign(bench, bench.select(bench.mask("equals", size, infinity), size, value), x);
    }

    /** 1/(1 + e⁻ˣ), which ND4J has right in double precision. */
    static INDArray sigmoid(Workbench bench, INDArray x) {
        return bench.map(Sigmoid::new, x);
    }

    /** log(1 + eˣ) = max(x, 0) + log1p(e^(−|x|)). */
    static INDArray softplus(Workbench bench, INDArray x) {
        INDArray tail = log1p(bench, bench.map(Exp::new, bench.map(Negative::new, bench.map(Abs::new, x))));
        return bench.alike("add", relu(bench, x), tail);
    }

    /** max(x, 0) in any floating type; NaN stays. */
    static INDArray relu(Workbench bench, INDArray x) {
        INDArray zero = bench.fullLike(x, 0);
        return bench.select(bench.mask("less_equal", x, zero), zero, x);
    }

    /** −1, 0 or 1 in any floating type; ±0 and NaN stay, which ND4J makes 0. */
    static INDArray sign(Workbench bench, INDArray x) {
        INDArray nonzero = bench.mask("greater", bench.map(Abs::new, x), bench.fullLike(x, 0));
        return bench.select(nonzero, bench.map(Sign::new, x), x);
    }

    /** The magnitude {@code value} with the sign of x; where x is 0, x itself. */
    private static INDArray withSign(Workbench bench, INDArray value, INDArray x) {
        INDArray zero = bench.fullLike(x, 0);
        INDArray signed = bench.select(bench.mask("less", x, zero), bench.map(Negative::new, value), value);
        return bench.select(bench.mask("equals", x, zero), x, signed);
    }
}
