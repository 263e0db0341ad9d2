package io.surprisal.backend.cpu;

/**
 * The libraries that compute, or what stands in for one that has no build for the platform.
 *
 * @param engine oneDNN's kernels, or none
 * @param multiplier matrix products outside the engine
 * @param arrays where native memory comes from
 * @param scratch the workspace they share with the Java kernels
 */
record NativeLibraries(Engine engine, MatrixMultiplier multiplier, CpuArrays arrays, Scratch scratch) {
    /** Set to {@code false} to do without oneDNN. */
    static final String ONEDNN_PROPERTY = "surprisal.cpu.onednn";

    /**
     * How often libgomp's threads look for work before they sleep: some 20 µs, the time between two kernels. Its own 5 ms cost as much
     * again in every kernel where another process wants the processor (30 times in all with six such processes, measured on two cores),
     * and no less where none does.
     */
    private static final String SPIN_COUNT = "2000";

    private static final System.Logger LOG = System.getLogger(NativeLibraries.class.getName());

    /** Loads what there is; the first call in a process fixes what the libraries read from the environment. */
    static NativeLibraries load(int threads) {
        if (System.getenv("OMP_WAIT_POLICY") == null) {
            ProcessEnvironment.setDefault("GOMP_SPINCOUNT", SPIN_COUNT);
        }
        OpenBlasCore.best().ifPresent(core -> ProcessEnvironment.setDefault(OpenBlasCore.VARIABLE, core));
        Scratch scratch = new Scratch();
        CpuArrays arrays = new CpuArrays();
        MatrixMultiplier multiplier = findMultiplier(threads, scratch);
        return new NativeLibraries(findEngine(arrays, scratch), multiplier, arrays, scratch);
    }

    private static MatrixMultiplier findMultiplier(int threads, Scratch scratch) {
        try {
            return new OpenBlasMultiplier(threads);
        } catch (LinkageError e) {
            LOG.log(System.Logger.Level.INFO, "cpu: OpenBLAS does not load, matrices multiply in Java", e);
            return new JavaMultiplier(scratch, String.valueOf(e.getMessage()));
        }
    }

    private static Engine findEngine(CpuArrays arrays, Scratch scratch) {
        if ("false".equals(System.getProperty(ONEDNN_PROPERTY))) {
            return new JavaEngine("switched off by -D" + ONEDNN_PROPERTY + "=false");
        }
        try {
            return new OneDnnEngine(scratch, arrays.pool());
        } catch (LinkageError e) {
            LOG.log(System.Logger.Level.INFO, "cpu: oneDNN does not load, its kernels run in Java", e);
            return new JavaEngine(String.valueOf(e.getMessage()));
        }
    }
}
