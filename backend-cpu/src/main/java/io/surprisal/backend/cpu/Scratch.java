package io.surprisal.backend.cpu;

/**
 * Heap arrays that hold one block of elements each. The compiler vectorises loops over heap arrays and not over native memory, so
 * kernels copy a block in, work here, and copy it out. One instance for each backend, used under its lock.
 */
final class Scratch {
    /** Elements to a block: few enough for a kernel's arrays to stay in the first-level cache. */
    static final int BLOCK = 1024;

    final float[] floatsA = new float[BLOCK];
    final float[] floatsB = new float[BLOCK];
    final float[] floatsC = new float[BLOCK];
    final double[] doublesA = new double[BLOCK];
    final double[] doublesB = new double[BLOCK];
    final double[] doublesC = new double[BLOCK];
    final double[] doublesD = new double[BLOCK];
    final int[] intsA = new int[BLOCK];
    final int[] intsB = new int[BLOCK];
    final int[] intsC = new int[BLOCK];
    final long[] longsA = new long[BLOCK];
    final long[] longsB = new long[BLOCK];
    final long[] longsC = new long[BLOCK];
    final byte[] bytesA = new byte[BLOCK];
    final byte[] bytesB = new byte[BLOCK];
    final byte[] bytesC = new byte[BLOCK];
    final FloatElementary elementary = new FloatElementary();

    /** The length of the block that starts at {@code done} of {@code total} elements. */
    static int block(long done, long total) {
        return (int) Math.min(BLOCK, total - done);
    }
}
