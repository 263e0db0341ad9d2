package io.surprisal.benchmarks.peers.ours;

import io.surprisal.autodiff.Parameters;
import io.surprisal.benchmarks.peers.work.LstmSizes;
import io.surprisal.nn.Dense;
import io.surprisal.nn.Lstm;
import io.surprisal.nn.Mode;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** The library's own layers. */
public final class OurLstm extends OurTraining {
    private final Lstm lstm = Lstm.of(LstmSizes.INPUTS, LstmSizes.UNITS);
    private final Dense readout = Dense.of(LstmSizes.UNITS, LstmSizes.INPUTS);
    private final List<Tensor> batches = new ArrayList<>();

    public OurLstm() {
        super(LstmSizes.LEARNING_RATE, OurLstm::initial);
        for (int i = 0; i < LstmSizes.BATCHES; i++) {
            batches.add(backend().of(LstmSizes.sequences(i), LstmSizes.BATCH, LstmSizes.TIME, LstmSizes.INPUTS));
        }
    }

    private static Parameters initial(Backend backend) {
        Parameters lstm = Parameters.of("weight", backend.of(LstmSizes.weight(), LstmSizes.INPUTS, LstmSizes.GATES))
                .with("recurrent", backend.of(LstmSizes.recurrent(), LstmSizes.UNITS, LstmSizes.GATES))
                .with("bias", backend.zeros(Shape.of(LstmSizes.GATES), DType.FLOAT32));
        Parameters readout = Parameters.of("weight", backend.of(LstmSizes.readout(), LstmSizes.UNITS, LstmSizes.INPUTS))
                .with("bias", backend.zeros(Shape.of(LstmSizes.INPUTS), DType.FLOAT32));
        return Parameters.empty().with("lstm", lstm).with("readout", readout);
    }

    @Override
    Tensor loss(Parameters theta, int step) {
        Tensor x = batches.get(step % batches.size());
        Tensor heard = lstm.apply(theta.at("lstm"), x, Mode.evaluation());
        Tensor said = readout.apply(theta.at("readout"), heard, Mode.evaluation());
        return said.minus(x).square().mean();
    }
}
