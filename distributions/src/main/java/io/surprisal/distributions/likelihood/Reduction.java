package io.surprisal.distributions.likelihood;

/** What becomes of the losses of single observations. */
public enum Reduction {
    /** Their mean; with weights, the weighted sum divided by the sum of the weights of the observations that count. */
    MEAN,
    /** Their sum, weighted. */
    SUM,
    /** They stay apart, each times its weight; 0 for an observation that does not count. */
    NONE
}
