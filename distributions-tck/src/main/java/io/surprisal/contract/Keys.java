package io.surprisal.contract;

import io.surprisal.distributions.Reparameterized;
import io.surprisal.tensor.Shape;
import java.util.Arrays;

/** Draws as functions of their keys. */
final class Keys {
    private static final Shape MANY = Shape.of(50);

    private Keys() {}

    static void verify(Subject subject) {
        double[] first = subject.distribution().sample(subject.key(), MANY).toDoubles();
        double[] again = subject.distribution().sample(subject.key(), MANY).toDoubles();
        Check.KEYS.require(
                Arrays.equals(first, again),
                subject,
                "the same key gives other draws the second time: %s and %s.",
                first[0],
                again[0]);
        double[] other =
                subject.distribution().sample(subject.key().foldIn(1), MANY).toDoubles();
        boolean isConstant = Arrays.stream(first).allMatch(x -> x == first[0]);
        Check.KEYS.require(
                isConstant || !Arrays.equals(first, other),
                subject,
                "another key gives the same draws, %s first.",
                first[0]);
        Reparameterized moving =
                subject.distribution().capability(Reparameterized.class).orElse(null);
        if (moving != null) {
            double[] differentiable = moving.rsample(subject.key(), MANY).toDoubles();
            Check.KEYS.require(
                    Arrays.equals(first, differentiable),
                    subject,
                    "rsample gives other numbers than sample: %s and %s first.",
                    differentiable[0],
                    first[0]);
        }
    }
}
