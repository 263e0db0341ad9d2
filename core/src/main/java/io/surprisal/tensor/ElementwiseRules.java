package io.surprisal.tensor;

import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.ReduceOp;
import io.surprisal.tensor.ops.SpecialOp;
import io.surprisal.tensor.ops.UnaryOp;
import io.surprisal.tensor.spi.Kernels;
import java.util.ArrayList;
import java.util.List;

/** Shape and dtype rules of the elementwise operations. */
final class ElementwiseRules {
    private ElementwiseRules() {}

    static Tensor cast(Tensor x, DType dtype) {
        if (x.dtype() == dtype) {
            return x;
        }
        Meeting meeting = Meeting.of("cast", x);
        return x.shape().isEmpty()
                ? Meeting.empty("cast", x.shape(), dtype, x)
                : meeting.result(meeting.kernels().cast(meeting.array(x), dtype), x.shape(), dtype, x);
    }

    static Tensor unary(UnaryOp op, Tensor x) {
        DType dtype = DTypeRules.unary(op, x.dtype());
        if (x.shape().isEmpty()) {
            return Meeting.empty(op.label(), x.shape(), dtype, x);
        }
        Meeting meeting = Meeting.of(op.label(), x);
        return meeting.result(meeting.kernels().unary(op, meeting.array(x)), x.shape(), dtype, x);
    }

    static Tensor binary(BinaryOp op, Tensor a, Tensor b) {
        Meeting meeting = Meeting.of(op.label(), a, b);
        DType dtype = DTypeRules.binary(op, a.dtype(), b.dtype());
        Shape out = Broadcasting.common(op.label(), a.shape(), b.shape());
        if (out.isEmpty()) {
            return Meeting.empty(op.label(), out, dtype, a, b);
        }
        if (b.dtype().isInteger() && (op == BinaryOp.DIV || op == BinaryOp.REMAINDER)) {
            requireNoZero(op, b);
        }
        return meeting.result(meeting.kernels().binary(op, meeting.array(a), meeting.array(b), out), out, dtype, a, b);
    }

    static Tensor binary(BinaryOp op, Tensor a, double b) {
        DType dtype = DTypeRules.binary(op, a.dtype(), a.dtype());
        DTypeRules.scalar(op, a.dtype(), b);
        if (a.shape().isEmpty()) {
            return Meeting.empty(op.label(), a.shape(), dtype, a);
        }
        if (a.dtype().isInteger() && b == 0 && (op == BinaryOp.DIV || op == BinaryOp.REMAINDER)) {
            throw divisionByZero(op, a.dtype());
        }
        Meeting meeting = Meeting.of(op.label(), a);
        double narrowed = a.dtype() == DType.FLOAT32 ? (float) b : b;
        return meeting.result(meeting.kernels().binary(op, meeting.array(a), narrowed), a.shape(), dtype, a);
    }

    static Tensor where(Tensor condition, Tensor a, Tensor b) {
        Meeting meeting = Meeting.of("where", condition, a, b);
        DTypeRules.require("where", condition.dtype(), condition.dtype() == DType.BOOL, "a BOOL condition");
        DTypeRules.requireSame("where", a, b);
        Shape out = Broadcasting.common("where", List.of(condition, a, b));
        if (out.isEmpty()) {
            return Meeting.empty("where", out, a.dtype(), condition, a, b);
        }
        Object array = meeting.kernels().where(meeting.array(condition), meeting.array(a), meeting.array(b), out);
        return meeting.result(array, out, a.dtype(), List.of(condition, a, b));
    }

    static Tensor special(SpecialOp op, List<Tensor> arguments) {
        return ofReals(op.label(), op.arity(), arguments, (kernels, arrays, out) -> kernels.special(op, arrays, out));
    }

    static Tensor map(ElementFunction function, List<Tensor> arguments) {
        return ofReals(
                function.name(),
                function.arity(),
                arguments,
                (kernels, arrays, out) -> kernels.map(function, arrays, out));
    }

    /** A kernel on floating arguments of one dtype. */
    private interface RealKernel {
        Object apply(Kernels<Object> kernels, List<Object> arrays, Shape out);
    }

    private static Tensor ofReals(String operation, int arity, List<Tensor> arguments, RealKernel kernel) {
        if (arguments.size() != arity) {
            throw new IllegalArgumentException(
                    operation + ": takes " + arity + " arguments, but " + arguments.size() + " were given.");
        }
        Meeting meeting = Meeting.of(operation, arguments);
        Tensor first = arguments.get(0);
        DTypeRules.requireFloating(operation, first.dtype());
        for (Tensor argument : arguments) {
            DTypeRules.requireSame(operation, first, argument);
        }
        Shape out = Broadcasting.common(operation, arguments);
        if (out.isEmpty()) {
            return Meeting.empty(operation, out, first.dtype(), arguments.toArray(new Tensor[0]));
        }
        List<Object> arrays = new ArrayList<>(arguments.size());
        for (Tensor argument : arguments) {
            arrays.add(meeting.array(argument));
        }
        return meeting.result(kernel.apply(meeting.kernels(), arrays, out), out, first.dtype(), arguments);
    }

    private static void requireNoZero(BinaryOp op, Tensor divisor) {
        boolean zero;
        try (Scope scope = Scope.open()) {
            zero = ReductionRules.all(ReduceOp.MAX, divisor.equalTo(0)).item() != 0;
        }
        if (zero) {
            throw divisionByZero(op, divisor.dtype());
        }
    }

    private static ArithmeticException divisionByZero(BinaryOp op, DType dtype) {
        return new ArithmeticException(op.label() + ": an " + dtype
                + " tensor is divided by zero. Mask zero divisors with where, or cast to a floating dtype.");
    }
}
