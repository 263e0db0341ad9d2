package io.surprisal.benchmarks.peers.ours;

import io.surprisal.autodiff.Gradients;
import io.surprisal.autodiff.Parameters;
import io.surprisal.autodiff.ValueAndGradient;
import io.surprisal.benchmarks.peers.work.LossHistory;
import io.surprisal.benchmarks.peers.work.Work;
import io.surprisal.optim.Adam;
import io.surprisal.optim.TrainingState;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.Held;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.function.Function;

/** A step of training by Adam: the gradient of a loss, the update, and the loss read. */
public abstract class OurTraining implements Work {
    private final Backend backend = Backends.open("cpu");
    private final LossHistory losses = new LossHistory();
    private final Adam adam;
    private final Held<TrainingState> state;
    private int steps;

    public OurTraining(float learningRate, Function<Backend, Parameters> initial) {
        adam = Adam.of(learningRate);
        Parameters theta = initial.apply(backend);
        state = Held.of(new TrainingState(theta, adam.initialise(theta)));
    }

    final Backend backend() {
        return backend;
    }

    /** {@return the loss of step {@code step}, counted from 0} */
    abstract Tensor loss(Parameters theta, int step);

    @Override
    public final void run() {
        try (Scope scope = Scope.open()) {
            int step = steps++;
            TrainingState now = state.value();
            ValueAndGradient result =
                    Gradients.valueAndGradient(theta -> loss(theta, step)).at(now.parameters());
            state.update(adam.updateDonating(now, result.gradient()));
            losses.add(result.value().item());
        }
    }

    @Override
    public final double result() {
        return losses.median();
    }

    @Override
    public final void close() {
        state.close();
        backend.close();
    }
}
