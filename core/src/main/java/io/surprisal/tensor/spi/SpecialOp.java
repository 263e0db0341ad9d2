package io.surprisal.tensor.spi;

/** Special functions of one to four floating arguments; {@code io.surprisal.special} defines them and their special values. */
public enum SpecialOp {
    /** The error function. */
    ERF(1),
    /** The complementary error function. */
    ERFC(1),
    /** log |Γ(x)|. */
    LOG_GAMMA(1);

    private final String label = Label.of(name());
    private final int arity;

    SpecialOp(int arity) {
        this.arity = arity;
    }

    /** {@return the operation's name in messages and in the API} */
    public String label() {
        return label;
    }

    /** {@return the number of arguments the function takes} */
    public int arity() {
        return arity;
    }
}
