package io.surprisal.autodiff;

import io.surprisal.tensor.LstmTrace;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.AffineActivation;
import io.surprisal.tensor.ops.Convolution;
import io.surprisal.tensor.spi.FusedKernels;
import org.jspecify.annotations.Nullable;

/**
 * The fused kernels of a gradient level: one node for a whole composition, with a rule written for it. The rules are made of
 * tensor operations that are differentiable themselves, so they hold at any depth of nesting. What is not here is composed.
 */
final class TracedFused implements FusedKernels<Traced> {
    private final Tracing tracing;

    TracedFused(Tracing tracing) {
        this.tracing = tracing;
    }

    /** tanh and sigmoid are nodes of their own: their derivatives need their argument, which a single node would not keep. */
    @Override
    public @Nullable Traced affine(Traced x, Traced w, Traced b, AffineActivation activation, Shape out) {
        if (activation == AffineActivation.TANH || activation == AffineActivation.SIGMOID) {
            return null;
        }
        Tensor y = x.value().affine(w.value(), b.value(), activation);
        return tracing.record(
                y,
                (g, to) ->
                        FusedDerivatives.affine(g.broadcastTo(out), x.value(), w.value(), b.value(), y, activation, to),
                x,
                w,
                b);
    }

    @Override
    public @Nullable Traced softmax(Traced x) {
        Tensor y = x.value().softmax(-1);
        return tracing.record(y, (g, to) -> to.give(0, () -> FusedDerivatives.softmax(g, y)), x);
    }

    @Override
    public @Nullable Traced logSoftmax(Traced x) {
        Tensor y = x.value().logSoftmax(-1);
        return tracing.record(y, (g, to) -> to.give(0, () -> FusedDerivatives.logSoftmax(g, y)), x);
    }

    @Override
    public @Nullable Traced logSumExp(Traced x, Shape out) {
        Tensor value = x.value();
        Tensor y = value.logSumExp(-1).reshape(out);
        return tracing.record(y, (g, to) -> to.give(0, () -> g.times(value.softmax(-1))), x);
    }

    @Override
    public @Nullable Traced bernoulliLogProb(Traced logits, Traced x, int summed, Shape out) {
        Tensor l = logits.value();
        Tensor data = x.value();
        return tracing.record(
                l.bernoulliLogProb(data, summed),
                (g, to) -> {
                    Tensor event = FusedDerivatives.overEvent(g, out, summed);
                    to.give(0, () -> l.bernoulliLogProbBackward(data, event));
                    to.give(1, () -> event.times(l));
                },
                logits,
                x);
    }

    @Override
    public @Nullable Traced normalLogProb(Traced x, Traced mean, Traced scale, int summed, Shape out) {
        Tensor y = x.value().normalLogProb(mean.value(), scale.value(), summed);
        return tracing.record(
                y,
                (g, to) -> FusedDerivatives.normalLogProb(
                        FusedDerivatives.overEvent(g, out, summed), x.value(), mean.value(), scale.value(), to),
                x,
                mean,
                scale);
    }

    @Override
    public @Nullable Traced squaredDistances(Traced a, Traced b, Shape out) {
        Tensor y = a.value().squaredDistances(b.value());
        return tracing.record(
                y, (g, to) -> FusedDerivatives.squaredDistances(g.broadcastTo(out), a.value(), b.value(), to), a, b);
    }

    @Override
    public @Nullable Traced layerNorm(Traced x, Traced scale, Traced shift, double epsilon) {
        Tensor y = x.value().layerNorm(scale.value(), shift.value(), epsilon);
        return tracing.record(
                y,
                (g, to) -> FusedDerivatives.layerNorm(g.broadcastTo(y.shape()), x.value(), scale.value(), epsilon, to),
                x,
                scale,
                shift);
    }

    @Override
    public @Nullable Traced lstm(
            Traced inputs, Traced recurrent, Traced hidden, Traced cell, @Nullable Traced mask, Shape out) {
        Tensor weight = recurrent.value();
        Tensor h = hidden.value();
        Tensor c = cell.value();
        Tensor places = mask == null ? null : tracing.retained(mask.value());
        LstmTrace trace = tracing.retained(inputs.value().lstmTrace(weight, h, c, places));
        return tracing.record(
                trace.states(),
                (g, to) -> FusedDerivatives.lstm(g.broadcastTo(out), trace, weight, h, c, places, to),
                inputs,
                recurrent,
                hidden,
                cell);
    }

    @Override
    public @Nullable Traced convolve(Traced x, Traced filters, Convolution geometry, Shape out) {
        Tensor y = x.value().convolve(filters.value(), geometry);
        return tracing.record(
                y,
                (g, to) ->
                        ConvolutionDerivatives.convolve(g.broadcastTo(out), x.value(), filters.value(), geometry, to),
                x,
                filters);
    }

    @Override
    public @Nullable Traced convolveInputBackward(Traced cotangent, Traced filters, Convolution geometry, Shape out) {
        Tensor y = cotangent.value().convolveInputBackward(filters.value(), geometry, out.at(2), out.at(3));
        return tracing.record(
                y,
                (g, to) -> ConvolutionDerivatives.inputBackward(
                        g.broadcastTo(out), cotangent.value(), filters.value(), geometry, to),
                cotangent,
                filters);
    }

    @Override
    public @Nullable Traced convolveFilterBackward(Traced x, Traced cotangent, Convolution geometry, Shape out) {
        Tensor y = x.value().convolveFilterBackward(cotangent.value(), geometry, out.at(2), out.at(3));
        return tracing.record(
                y,
                (g, to) -> ConvolutionDerivatives.filterBackward(
                        g.broadcastTo(out), x.value(), cotangent.value(), geometry, to),
                x,
                cotangent);
    }
}
