package io.surprisal.tck;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.SpecialOp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Special functions on grids of all their arguments, inside their domains and outside. */
abstract class SpecialContract extends ContractGroup {
    /** For two arguments: small, ordinary, large, and where nothing is defined. */
    private static final double[] PAIRS = {
        0,
        1e-20,
        1e-3,
        0.1,
        0.5,
        0.9,
        1,
        1.5,
        2,
        3.25,
        10,
        100,
        1000,
        -0.5,
        -1,
        -3.5,
        Double.NaN,
        Double.POSITIVE_INFINITY
    };

    /** For three and four arguments, whose grids grow fast. */
    private static final double[] SEVERAL = {0, 1e-3, 0.3, 0.75, 1, 2.5, 20, -0.5};

    SpecialContract(BackendContract contract) {
        super(contract);
    }

    @ParameterizedTest
    @EnumSource(SpecialOp.class)
    final void everyCombinationOfArguments(SpecialOp op) {
        for (DType dtype : Domains.FLOATING) {
            agrees(op, grid(op.arity(), dtype));
        }
    }

    @ParameterizedTest
    @EnumSource(SpecialOp.class)
    final void argumentsBroadcast(SpecialOp op) {
        Shape full = Shape.of(3, 4, 2, 5);
        for (DType dtype : Domains.FLOATING) {
            List<HostArray> arguments = new ArrayList<>();
            for (int k = 0; k < op.arity(); k++) {
                Shape shape = op.arity() == 1 ? full : full.with(k, 1).axes(k == 0 ? 1 : 0, 4);
                arguments.add(Samples.of(k).uniform(dtype, shape, 0.1, 0.9));
            }
            agrees(op, arguments);
        }
    }

    private void agrees(SpecialOp op, List<HostArray> arguments) {
        Bound bound = tolerances().of(op, arguments.get(0).dtype());
        agrees(op.label(), bound, x -> Tensor.special(op, x), arguments.toArray(HostArray[]::new));
    }

    private static List<HostArray> grid(int arity, DType dtype) {
        if (arity == 1) {
            return List.of(Grid.unary(dtype));
        }
        double[] values = arity == 2 ? PAIRS : SEVERAL;
        int size = (int) Math.pow(values.length, arity);
        List<HostArray> arguments = new ArrayList<>();
        for (int k = 0, period = 1; k < arity; k++, period *= values.length) {
            int repeat = period;
            double[] argument = new double[size];
            Arrays.setAll(argument, i -> values[i / repeat % values.length]);
            arguments.add(Elements.of(dtype, Shape.of(size), argument));
        }
        return arguments;
    }
}
