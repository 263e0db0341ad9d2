package io.surprisal.tck;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.UnaryOp;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tensors with as many axes as core allows: a native library whose tables are shorter would write past their end. */
abstract class ManyAxesContract extends ContractGroup {
    private static final int LAST = Shape.MAXIMUM_RANK - 1;

    /** [2, 1, …, 3, …, 1, 4]. */
    private static final Shape DEEP = ones().with(0, 2).with(LAST / 2, 3).with(LAST, 4);

    ManyAxesContract(BackendContract contract) {
        super(contract);
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    final void elementsMove(DType dtype) {
        HostArray a = Samples.of(161).ordinary(dtype, DEEP);
        int[] backwards = IntStream.rangeClosed(0, LAST).map(i -> LAST - i).toArray();
        exactly("transpose", x -> x.transpose(backwards), a);
        exactly("reshape", x -> x.reshape(24).reshape(DEEP), a);
        exactly("slice", x -> x.slice(LAST, 1, 3).slice(LAST / 2, 0, 2), a);
        exactly("pad", x -> x.pad(LAST, 1, 2, 0), a);
        exactly("reverse", x -> x.reverse(0, LAST), a);
        exactly("concat", x -> Tensor.concat(List.of(x, x.reverse(LAST)), LAST / 2), a);
        exactly("broadcastTo", x -> x.slice(LAST, 0, 1).broadcastTo(DEEP), a);
        exactly("cast", x -> x.cast(DType.FLOAT64), a);
    }

    @Test
    final void elementsMeet() {
        HostArray a = Samples.of(162).whole(DType.FLOAT32, DEEP);
        HostArray row = Samples.of(163).whole(DType.FLOAT32, Shape.of(4));
        HostArray column = Samples.of(164).whole(DType.FLOAT32, DEEP.with(LAST, 1));
        for (HostArray b : List.of(row, column, a)) {
            agrees("plus", Bound.exact(), t -> t.get(0).plus(t.get(1)), a, b);
            agrees("maximum", Bound.exact(), t -> t.get(0).maximum(t.get(1)), a, b);
            agrees("less", Bound.exact(), t -> t.get(0).less(t.get(1)), a, b);
            agrees("where", Bound.exact(), t -> Tensor.where(t.get(0).greater(0), t.get(0), t.get(1)), a, b);
        }
        exactly("square", x -> x.apply(UnaryOp.SQUARE), a);
    }

    @Test
    final void elementsAreCounted() {
        HostArray a = Samples.of(165).whole(DType.FLOAT32, DEEP);
        HostArray places =
                Elements.of(DType.INT64, DEEP, Samples.of(166).indices(DEEP, 4).toDoubles());
        exactly("sum of two axes", x -> x.sum(0, LAST), a);
        exactly("sum", Tensor::sum, a);
        exactly("max", x -> x.max(LAST / 2), a);
        exactly("argmax", x -> x.argmax(LAST), a);
        exactly("cumsum", x -> x.cumsum(LAST), a);
        exactly("argsort", x -> x.argsort(LAST), a);
        agrees("gather", Bound.exact(), t -> t.get(0).gather(t.get(1), LAST), a, places);
        agrees("scatterAdd", Bound.exact(), t -> t.get(0).scatterAdd(t.get(1), t.get(0), LAST), a, places);
        exactly("matmul", x -> x.matmul(x, true, false), a);
    }

    private void exactly(String call, UnaryOperator<Tensor> function, HostArray a) {
        agrees(call + " of " + DEEP.rank() + " axes", Bound.exact(), t -> function.apply(t.get(0)), a);
    }

    private static Shape ones() {
        int[] dims = new int[Shape.MAXIMUM_RANK];
        Arrays.fill(dims, 1);
        return Shape.of(dims);
    }
}
