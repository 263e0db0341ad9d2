package io.surprisal.autodiff;

import static io.surprisal.autodiff.SmoothPoints.between;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.UnaryOp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Functions of each element, as {@code apply} of their constant and under their own names. */
final class UnaryRecords {
    private UnaryRecords() {}

    static List<GradientRecord> records() {
        List<GradientRecord> records = new ArrayList<>();
        for (UnaryOp op : UnaryOp.values()) {
            if (UnaryDerivatives.exists(op)) {
                each(records, "apply(UnaryOp)", op.name(), domain(op), x -> x.apply(op));
            }
        }
        named().forEach((op, function) -> each(records, op.label() + "()", "", domain(op), function));
        each(records, "cast(DType)", "FLOAT64", between(-1, 1), x -> x.cast(DType.FLOAT64));
        each(records, "clamp(double, double)", "", between(-1.8, 1.7), x -> x.clamp(-0.75, 0.75));
        return records;
    }

    private static void each(
            List<GradientRecord> records,
            String operation,
            String call,
            SmoothPoints domain,
            UnaryOperator<Tensor> function) {
        for (Shape shape : GradientRegistry.SHAPES) {
            records.add(GradientRecord.of(operation, call, x -> function.apply(x.get(0)), domain.of(shape)));
        }
    }

    private static Map<UnaryOp, UnaryOperator<Tensor>> named() {
        Map<UnaryOp, UnaryOperator<Tensor>> methods = new LinkedHashMap<>();
        methods.put(UnaryOp.NEG, Tensor::neg);
        methods.put(UnaryOp.ABS, Tensor::abs);
        methods.put(UnaryOp.EXP, Tensor::exp);
        methods.put(UnaryOp.EXPM1, Tensor::expm1);
        methods.put(UnaryOp.LOG, Tensor::log);
        methods.put(UnaryOp.LOG1P, Tensor::log1p);
        methods.put(UnaryOp.SQRT, Tensor::sqrt);
        methods.put(UnaryOp.SQUARE, Tensor::square);
        methods.put(UnaryOp.RECIPROCAL, Tensor::reciprocal);
        methods.put(UnaryOp.SIN, Tensor::sin);
        methods.put(UnaryOp.COS, Tensor::cos);
        methods.put(UnaryOp.TAN, Tensor::tan);
        methods.put(UnaryOp.ASIN, Tensor::asin);
        methods.put(UnaryOp.ACOS, Tensor::acos);
        methods.put(UnaryOp.ATAN, Tensor::atan);
        methods.put(UnaryOp.SINH, Tensor::sinh);
        methods.put(UnaryOp.COSH, Tensor::cosh);
        methods.put(UnaryOp.TANH, Tensor::tanh);
        methods.put(UnaryOp.ASINH, Tensor::asinh);
        methods.put(UnaryOp.ACOSH, Tensor::acosh);
        methods.put(UnaryOp.ATANH, Tensor::atanh);
        methods.put(UnaryOp.SIGMOID, Tensor::sigmoid);
        methods.put(UnaryOp.SOFTPLUS, Tensor::softplus);
        methods.put(UnaryOp.RELU, Tensor::relu);
        return methods;
    }

    /** Inside the domain, away from its ends. */
    private static SmoothPoints domain(UnaryOp op) {
        return switch (op) {
            case LOG, SQRT -> between(0.3, 2.3);
            case LOG1P -> between(-0.7, 1.7);
            case ASIN, ACOS, ATANH -> between(-0.8, 0.85);
            case ACOSH -> between(1.2, 2.8);
            case TAN -> between(-1.2, 1.3);
            case RECIPROCAL -> between(-2.3, -0.3);
            case NEG, ABS, SIGN, FLOOR, CEIL, ROUND, EXP, EXPM1, SQUARE, SIN, COS, ATAN -> between(-1.8, 1.7);
            case SINH, COSH, TANH, ASINH, SIGMOID, SOFTPLUS, RELU, IS_NAN, IS_FINITE, NOT -> between(-1.8, 1.7);
        };
    }
}
