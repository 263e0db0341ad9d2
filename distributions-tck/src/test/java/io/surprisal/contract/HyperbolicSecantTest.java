package io.surprisal.contract;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;
import java.util.List;

class HyperbolicSecantTest extends DistributionContract {
    @Override
    protected List<Subject> subjects(Backend backend) {
        Tensor zero = backend.scalar(0, DType.FLOAT64);
        Tensor three = backend.scalar(3, DType.FLOAT64);
        return List.of(
                Subject.of("standard", HyperbolicSecant.of(zero, zero.plus(1))),
                Subject.of("moved", HyperbolicSecant.of(three, three)));
    }
}
