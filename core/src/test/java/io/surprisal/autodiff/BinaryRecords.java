package io.surprisal.autodiff;

import static io.surprisal.autodiff.SmoothPoints.between;
import static io.surprisal.autodiff.SmoothPoints.grid;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.BinaryOp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Functions of pairs of elements in every broadcast pattern, and with a number on the right. */
final class BinaryRecords {
    /** Equal shapes, one or both repeated, missing axes, axes of length 1 on both sides, scalars, no elements. */
    static final List<List<Shape>> PATTERNS = List.of(
            List.of(Shape.scalar(), Shape.scalar()),
            List.of(Shape.scalar(), Shape.of(5)),
            List.of(Shape.of(5), Shape.scalar()),
            List.of(Shape.of(1), Shape.of(5)),
            List.of(Shape.of(5), Shape.of(1)),
            List.of(Shape.of(5), Shape.of(5)),
            List.of(Shape.of(1), Shape.scalar()),
            List.of(Shape.scalar(), Shape.of(1, 1)),
            List.of(Shape.of(2, 3), Shape.of(3)),
            List.of(Shape.of(3), Shape.of(2, 3)),
            List.of(Shape.of(3, 1), Shape.of(1, 2)),
            List.of(Shape.of(1, 5, 1), Shape.of(1, 5, 1)),
            List.of(Shape.of(1, 5, 1), Shape.of(2)),
            List.of(Shape.of(2, 1, 2), Shape.of(1, 3, 1)),
            List.of(Shape.of(0), Shape.of(0)),
            List.of(Shape.of(0), Shape.of(1)),
            List.of(Shape.scalar(), Shape.of(0)),
            List.of(Shape.of(5, 0), Shape.of(5, 1)),
            List.of(Shape.of(1, 0), Shape.of(5, 1)));

    private BinaryRecords() {}

    static List<GradientRecord> records() {
        List<GradientRecord> records = new ArrayList<>();
        for (BinaryOp op : BinaryOp.values()) {
            if (!op.isComparison() && !op.isLogical()) {
                pairs(records, "apply(BinaryOp, Tensor)", op.name(), op, (a, b) -> a.apply(op, b));
                numbers(records, "apply(BinaryOp, double)", op.name(), op, (a, b) -> a.apply(op, b));
            }
        }
        tensors().forEach((op, f) -> pairs(records, name(op) + "(Tensor)", "", op, f));
        scalars().forEach((op, f) -> numbers(records, name(op) + "(double)", "", op, f));
        return records;
    }

    private static void pairs(
            List<GradientRecord> records, String operation, String call, BinaryOp op, BinaryOperator<Tensor> f) {
        for (List<Shape> pattern : PATTERNS) {
            records.add(GradientRecord.of(
                    operation,
                    call,
                    x -> f.apply(x.get(0), x.get(1)),
                    left(op).of(pattern.get(0)),
                    right(op).of(pattern.get(1))));
        }
    }

    private static void numbers(
            List<GradientRecord> records, String operation, String call, BinaryOp op, WithNumber f) {
        for (double number : operands(op)) {
            for (Shape shape : GradientRegistry.SHAPES) {
                records.add(GradientRecord.of(operation, call, x -> f.apply(x.get(0), number), left(op).of(shape)));
            }
        }
    }

    private static Map<BinaryOp, BinaryOperator<Tensor>> tensors() {
        Map<BinaryOp, BinaryOperator<Tensor>> methods = new LinkedHashMap<>();
        methods.put(BinaryOp.PLUS, Tensor::plus);
        methods.put(BinaryOp.MINUS, Tensor::minus);
        methods.put(BinaryOp.TIMES, Tensor::times);
        methods.put(BinaryOp.DIV, Tensor::div);
        methods.put(BinaryOp.REMAINDER, Tensor::remainder);
        methods.put(BinaryOp.POW, Tensor::pow);
        methods.put(BinaryOp.MAX, Tensor::maximum);
        methods.put(BinaryOp.MIN, Tensor::minimum);
        methods.put(BinaryOp.ATAN2, Tensor::atan2);
        return methods;
    }

    private static Map<BinaryOp, WithNumber> scalars() {
        Map<BinaryOp, WithNumber> methods = new LinkedHashMap<>();
        methods.put(BinaryOp.PLUS, Tensor::plus);
        methods.put(BinaryOp.MINUS, Tensor::minus);
        methods.put(BinaryOp.TIMES, Tensor::times);
        methods.put(BinaryOp.DIV, Tensor::div);
        methods.put(BinaryOp.REMAINDER, Tensor::remainder);
        methods.put(BinaryOp.POW, Tensor::pow);
        methods.put(BinaryOp.MAX, Tensor::maximum);
        methods.put(BinaryOp.MIN, Tensor::minimum);
        return methods;
    }

    private static String name(BinaryOp op) {
        return switch (op) {
            case MAX -> "maximum";
            case MIN -> "minimum";
            case PLUS, MINUS, TIMES, DIV, REMAINDER, POW, ATAN2, EQUAL, NOT_EQUAL -> op.label();
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, AND, OR, XOR -> op.label();
        };
    }

    private static SmoothPoints left(BinaryOp op) {
        return switch (op) {
            case POW -> between(0.4, 1.9);
            // Quotients by right(REMAINDER) lie between −2 and −1, where the remainder does not jump.
            case REMAINDER -> between(-1.9, -1.3);
            case MAX, MIN -> grid(-1.5, 1.5, 0.03);
            case PLUS, MINUS, TIMES, DIV, ATAN2, EQUAL, NOT_EQUAL -> between(-1.8, 1.7);
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, AND, OR, XOR -> between(-1.8, 1.7);
        };
    }

    private static SmoothPoints right(BinaryOp op) {
        return switch (op) {
            case POW -> between(-1.4, 2.6);
            case REMAINDER -> between(1.02, 1.2);
            case DIV -> between(-1.9, -0.4);
            case MAX, MIN -> grid(-1.4, 1.6, 0.08);
            case PLUS, MINUS, TIMES, ATAN2, EQUAL, NOT_EQUAL -> between(-1.1, 1.9);
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, AND, OR, XOR -> between(-1.1, 1.9);
        };
    }

    /** Powers have numbers at which rules branch. */
    private static double[] operands(BinaryOp op) {
        return switch (op) {
            case POW -> new double[] {-1.3, 0, 1, 2, 2.5};
            case REMAINDER -> new double[] {1.1, -1.1};
            case PLUS, MINUS, TIMES, DIV, ATAN2, MAX, MIN, EQUAL, NOT_EQUAL -> new double[] {-0.7};
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, AND, OR, XOR -> new double[] {-0.7};
        };
    }

    @FunctionalInterface
    private interface WithNumber {
        Tensor apply(Tensor a, double b);
    }
}
