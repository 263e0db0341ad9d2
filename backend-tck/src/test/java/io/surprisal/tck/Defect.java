package io.surprisal.tck;

import io.surprisal.tensor.spi.TensorBackend;
import java.util.Set;

/** One thing that is wrong with a backend, and the groups of the contract that must notice it, and no others. */
enum Defect {
    EARLY_TANH("Elementwise Fused Recurrence"),
    SATURATING_INTEGERS("Elementwise"),
    REVERSED_ROWS("Broadcasting Fused Gradient"),
    NAIVE_FLOAT_SUM("Reduction"),
    MAX_WITHOUT_NAN("Reduction"),
    PIECES_FROM_THE_START("Transfer"),
    LATE_SLICE("Shape Convolution"),
    GATHER_OF_DISTINCT_INDICES("Indexing"),
    SCATTER_THAT_OVERWRITES("Indexing"),
    UNSTABLE_SORT("ManyAxes Ordering"),
    MATMUL_IN_FEWER_BITS("Matmul Fused Recurrence Convolution Gradient Slopes"),
    CHOLESKY_WITHOUT_FAILURE("Factorisation"),
    SOFTMAX_THAT_OVERFLOWS("Fused"),
    SLOPES_LOST_IN_THE_TAILS("Fused Slopes"),
    VARIANCE_THAT_CANCELS("Normalisation"),
    GATES_IN_ANOTHER_ORDER("Recurrence Gradient"),
    UNIFORM_FROM_THE_OTHER_END("Random"),
    LEAKED_TEMPORARY("Memory Gradient"),
    BOUND_TO_ONE_THREAD("Concurrency");

    /** Separated by spaces. */
    private final String groups;

    Defect(String groups) {
        this.groups = groups;
    }

    /** The groups that must fail. */
    Set<String> groups() {
        return Set.of(groups.split(" ", -1));
    }

    /** A sound backend with this defect. */
    <A> TensorBackend<A> plant(TensorBackend<A> sound) {
        return switch (this) {
            case EARLY_TANH -> new WrongNumbers.EarlyTanh<>(sound);
            case SATURATING_INTEGERS -> new WrongNumbers.SaturatingPlus<>(sound);
            case REVERSED_ROWS -> new WrongNumbers.ReversedRows<>(sound);
            case NAIVE_FLOAT_SUM -> new WrongNumbers.NaiveSum<>(sound);
            case MAX_WITHOUT_NAN -> new WrongNumbers.MaxWithoutNaN<>(sound);
            case PIECES_FROM_THE_START -> new WrongPlaces.RestartedPieces<>(sound);
            case LATE_SLICE -> new WrongPlaces.LateSlice<>(sound);
            case GATHER_OF_DISTINCT_INDICES -> new WrongPlaces.DistinctGather<>(sound);
            case SCATTER_THAT_OVERWRITES -> new WrongPlaces.OverwritingScatter<>(sound);
            case UNSTABLE_SORT -> new WrongPlaces.UnstableSort<>(sound);
            case MATMUL_IN_FEWER_BITS -> new WrongMatrices.RoundedMatmul<>(sound);
            case CHOLESKY_WITHOUT_FAILURE -> new WrongMatrices.HopefulCholesky<>(sound);
            case SOFTMAX_THAT_OVERFLOWS -> new WrongFusions.OverflowingSoftmax<>(sound);
            case SLOPES_LOST_IN_THE_TAILS -> new WrongFusions.SlopesFromResults<>(sound);
            case VARIANCE_THAT_CANCELS -> new WrongFusions.CancellingVariance<>(sound);
            case GATES_IN_ANOTHER_ORDER -> new WrongFusions.SwappedGates<>(sound);
            case UNIFORM_FROM_THE_OTHER_END -> new WrongFusions.MirroredUniform<>(sound);
            case LEAKED_TEMPORARY -> new WrongLifetimes.LeakingPlus<>(sound);
            case BOUND_TO_ONE_THREAD -> new WrongLifetimes.ThreadBound<>(sound);
        };
    }
}
