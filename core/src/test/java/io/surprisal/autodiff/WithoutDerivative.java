package io.surprisal.autodiff;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.UnaryOp;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A public operation through which nothing flows back, and why.
 *
 * @param operation the method, as {@link PublicOperations} writes it
 * @param constant the name of the constant it is called with, or empty
 * @param reason why
 * @param call the operation as a function of a floating vector
 */
record WithoutDerivative(String operation, String constant, Reason reason, UnaryOperator<Tensor> call) {
    /** Why there is no derivative. */
    enum Reason {
        /** Piecewise constant: 0 wherever it exists. */
        STEP,
        /** Truth values or whole numbers out. */
        DISCRETE,
        /** It is there to stop derivatives. */
        CUT
    }

    static List<WithoutDerivative> operations() {
        List<WithoutDerivative> operations = new ArrayList<>();
        for (UnaryOp op : UnaryOp.values()) {
            if (!UnaryDerivatives.exists(op)) {
                boolean step = op == UnaryOp.SIGN || op == UnaryOp.FLOOR || op == UnaryOp.CEIL || op == UnaryOp.ROUND;
                add(
                        operations,
                        "apply(UnaryOp)",
                        op.name(),
                        step ? Reason.STEP : Reason.DISCRETE,
                        x -> (op == UnaryOp.NOT ? x.greater(0) : x).apply(op));
            }
        }
        for (BinaryOp op : BinaryOp.values()) {
            if (op.isComparison()) {
                discrete(operations, "apply(BinaryOp, Tensor)", op.name(), x -> x.apply(op, x.neg()));
                discrete(operations, "apply(BinaryOp, double)", op.name(), x -> x.apply(op, 0.25));
            } else if (op.isLogical()) {
                discrete(
                        operations,
                        "apply(BinaryOp, Tensor)",
                        op.name(),
                        x -> x.less(1).apply(op, x.greater(0)));
            }
        }
        add(operations, "sign()", "", Reason.STEP, Tensor::sign);
        add(operations, "floor()", "", Reason.STEP, Tensor::floor);
        add(operations, "ceil()", "", Reason.STEP, Tensor::ceil);
        add(operations, "round()", "", Reason.STEP, Tensor::round);
        comparisons(operations);
        discrete(operations, "and(Tensor)", "", x -> x.less(1).and(x.greater(0)));
        discrete(operations, "or(Tensor)", "", x -> x.less(1).or(x.greater(0)));
        discrete(operations, "xor(Tensor)", "", x -> x.less(1).xor(x.greater(0)));
        discrete(operations, "not()", "", x -> x.less(1).not());
        discrete(operations, "isNaN()", "", Tensor::isNaN);
        discrete(operations, "isFinite()", "", Tensor::isFinite);
        discrete(operations, "any(int[])", "", x -> x.less(1).any());
        discrete(operations, "all(int[])", "", x -> x.less(1).all());
        discrete(operations, "argmax(int)", "", x -> x.argmax(0));
        discrete(operations, "argsort(int)", "", x -> x.argsort(0));
        discrete(
                operations,
                "oneHot(int, DType)",
                "",
                x -> x.argsort(0).oneHot(5, DType.FLOAT64).sum(-1));
        add(operations, "stopGradient()", "", Reason.CUT, Tensor::stopGradient);
        add(operations, "to(Backend)", "", Reason.CUT, x -> x.to(x.backend()));
        return operations;
    }

    private static void comparisons(List<WithoutDerivative> operations) {
        discrete(operations, "equalTo(Tensor)", "", x -> x.equalTo(x.neg()));
        discrete(operations, "equalTo(double)", "", x -> x.equalTo(0.25));
        discrete(operations, "notEqualTo(Tensor)", "", x -> x.notEqualTo(x.neg()));
        discrete(operations, "notEqualTo(double)", "", x -> x.notEqualTo(0.25));
        discrete(operations, "less(Tensor)", "", x -> x.less(x.neg()));
        discrete(operations, "less(double)", "", x -> x.less(0.25));
        discrete(operations, "lessEqual(Tensor)", "", x -> x.lessEqual(x.neg()));
        discrete(operations, "lessEqual(double)", "", x -> x.lessEqual(0.25));
        discrete(operations, "greater(Tensor)", "", x -> x.greater(x.neg()));
        discrete(operations, "greater(double)", "", x -> x.greater(0.25));
        discrete(operations, "greaterEqual(Tensor)", "", x -> x.greaterEqual(x.neg()));
        discrete(operations, "greaterEqual(double)", "", x -> x.greaterEqual(0.25));
    }

    private static void discrete(
            List<WithoutDerivative> operations, String operation, String constant, UnaryOperator<Tensor> call) {
        add(operations, operation, constant, Reason.DISCRETE, call);
    }

    private static void add(
            List<WithoutDerivative> operations,
            String operation,
            String constant,
            Reason reason,
            UnaryOperator<Tensor> call) {
        operations.add(new WithoutDerivative(operation, constant, reason, call));
    }

    /** For the names of tests. */
    @Override
    public String toString() {
        return operation + " " + constant + ": " + reason;
    }
}
