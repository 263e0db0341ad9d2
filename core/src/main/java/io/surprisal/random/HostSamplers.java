package io.surprisal.random;

/** One thread's scratch space for draws on the host: it holds nothing that outlives a call. */
final class HostSamplers {
    /** Draws that are worth a thread: some ten nanoseconds each. */
    static final int GRAIN = 8192;

    private static final ThreadLocal<HostSamplers> OF_THREAD = ThreadLocal.withInitial(HostSamplers::new);

    private final HostDraws inverse = HostDraws.create();
    private final GammaDraws gamma = new GammaDraws();
    private final CountDraws counts = new CountDraws();
    private final IntegerDraws integers = new IntegerDraws();

    private HostSamplers() {}

    static HostDraws inverse() {
        return OF_THREAD.get().inverse;
    }

    static GammaDraws gamma() {
        return OF_THREAD.get().gamma;
    }

    static CountDraws counts() {
        return OF_THREAD.get().counts;
    }

    static IntegerDraws integers() {
        return OF_THREAD.get().integers;
    }
}
