package io.surprisal.distributions.family;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** The rule that one parameter is less than another, or not greater, element by element. */
record Order(String family, String lesser, int first, String greater, int second, boolean orEqual) {
    /** @throws IllegalArgumentException naming the first elements in the wrong order; skipped inside a gradient call */
    void require(Tensor[] values) {
        Tensor low = values[first];
        Tensor high = values[second];
        if (new Argument(family, lesser, low).isTraced() || new Argument(family, greater, high).isTraced()) {
            return;
        }
        Scope.run(() -> {
            Tensor holds = orEqual ? low.lessEqual(high) : low.less(high);
            Shape shape = holds.shape();
            if (!shape.isEmpty() && holds.all().item() == 0) {
                refuse(
                        holds.toBooleans(),
                        shape,
                        low.broadcastTo(shape).toDoubles(),
                        high.broadcastTo(shape).toDoubles());
            }
        });
    }

    private void refuse(boolean[] holds, Shape shape, double[] low, double[] high) {
        int i = 0;
        while (holds[i]) {
            i++;
        }
        throw new IllegalArgumentException(
                family + ": " + greater + " must be " + (orEqual ? "at least " : "greater than ")
                        + lesser + ", but " + lesser + shape.placeOf(i) + " = " + low[i] + " and " + greater
                        + shape.placeOf(i) + " = " + high[i] + ".");
    }
}
