package io.surprisal.divergences;

/** Units of information, named by the base of their logarithm. */
public enum Base {
    /** Natural logarithms. */
    NATS(1),
    /** Logarithms to the base 2. */
    BITS(0.69314718055994530942),
    /** Logarithms to the base 10, also called hartleys or bans. */
    DITS(2.3025850929940456840);

    private final double nats;

    Base(double nats) {
        this.nats = nats;
    }

    /** {@return the nats in one of this unit: the natural logarithm of the base} */
    public double nats() {
        return nats;
    }
}
