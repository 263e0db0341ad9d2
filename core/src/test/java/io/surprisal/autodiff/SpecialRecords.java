package io.surprisal.autodiff;

import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.SpecialOp;
import io.surprisal.tensor.testing.SpecialCase;
import io.surprisal.tensor.testing.SpecialCases;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Special functions by name on arguments of one shape, and by method on arguments that broadcast. */
final class SpecialRecords {
    /** Every argument is repeated along an axis that another one has. */
    private static final List<Shape> BROADCAST = List.of(Shape.of(3, 1), Shape.of(1, 3), Shape.of(3));

    private SpecialRecords() {}

    static List<GradientRecord> records() {
        List<GradientRecord> records = new ArrayList<>();
        for (SpecialCase special : SpecialCases.all()) {
            SpecialOp op = special.op();
            for (Shape shape : GradientRegistry.SHAPES) {
                List<Shape> shapes =
                        Stream.generate(() -> shape).limit(op.arity()).toList();
                records.add(record("special(SpecialOp, List)", op.name(), x -> Tensor.special(op, x), special, shapes));
            }
            records.add(record(signature(op), "", special.method(), special, BROADCAST.subList(0, op.arity())));
            if (op == SpecialOp.HURWITZ_ZETA) {
                Function<List<Tensor>, Tensor> ofNumber = x -> x.get(0).hurwitzZeta(2.5);
                records.add(GradientRecord.of("hurwitzZeta(double)", "", ofNumber, argument(special, 1, Shape.of(3))));
            }
        }
        return records;
    }

    private static String signature(SpecialOp op) {
        if (op == SpecialOp.POLYGAMMA) {
            return "polygamma(int)";
        }
        return op.label() + "(" + "Tensor, ".repeat(op.arity() - 1).replaceAll(", $", "") + ")";
    }

    private static GradientRecord record(
            String operation,
            String call,
            Function<List<Tensor>, Tensor> function,
            SpecialCase special,
            List<Shape> shapes) {
        if (operation.equals("polygamma(int)")) {
            // The order is no tensor here.
            HostArray x = argument(special, 1, shapes.get(1));
            return GradientRecord.of(operation, call, t -> t.get(0).polygamma(2), x);
        }
        HostArray[] inputs = IntStream.range(0, special.op().arity())
                .mapToObj(k -> argument(special, k, shapes.get(k)))
                .toArray(HostArray[]::new);
        List<Integer> variables = IntStream.range(0, inputs.length)
                .filter(k -> special.orders().get(k) > 0)
                .boxed()
                .toList();
        boolean twice = variables.stream().allMatch(i -> variables.stream().allMatch(j -> special.isSmoothIn(i, j)));
        return GradientRecord.of(operation, call, function, inputs).differentiated(variables, twice ? 2 : 1);
    }

    /** The three inner points of the case, again and again: steps of fixed size do not leave the domain there. */
    private static HostArray argument(SpecialCase special, int k, Shape shape) {
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = special.points().get(k)[1 + i % 3];
        }
        return HostArray.wrap(values, shape);
    }
}
