package io.surprisal.backend.cpu;

import io.surprisal.tensor.DType;

/**
 * Swaps the two innermost axes of 32-bit elements by tiles: rows of a tile are copied in, turned on the heap, and copied out, so that
 * neither side is walked across its rows.
 */
final class MatrixTranspose {
    private static final int TILE = 32;
    /** Narrower matrices are read element by element. */
    private static final int LEAST = 8;

    private final int[] rows = new int[TILE * TILE];
    private final int[] columns = new int[TILE * TILE];

    /** Whether a layout is a batch of transposed matrices: [b, r, c] with strides [r·c, 1, r]. */
    static boolean fits(Layout layout, DType dtype) {
        int rank = layout.rank();
        if (dtype.bytes() != Integer.BYTES || rank < 2 || rank > 3) {
            return false;
        }
        int r = layout.length(rank - 2);
        int c = layout.length(rank - 1);
        boolean matrix = layout.stride(rank - 2) == 1 && layout.stride(rank - 1) == r;
        boolean batch = rank == 2 || layout.stride(0) == (long) r * c;
        return matrix && batch && Math.min(r, c) >= LEAST;
    }

    /** Writes {@code a} in the order of a layout that {@link #fits}. */
    void transpose(CpuArray a, Layout layout, CpuArray y) {
        int rank = layout.rank();
        int r = layout.length(rank - 2);
        int c = layout.length(rank - 1);
        int batch = rank == 2 ? 1 : layout.length(0);
        for (int matrix = 0; matrix < batch; matrix++) {
            long base = (long) matrix * r * c;
            for (int j = 0; j < c; j += TILE) {
                for (int i = 0; i < r; i += TILE) {
                    tile(a.memory(), y.memory(), base, i, j, r, c);
                }
            }
        }
    }

    /** Result rows i … and columns j …; the argument has c rows of r elements. */
    private void tile(Memory from, Memory to, long base, int i, int j, int r, int c) {
        int height = Math.min(TILE, r - i);
        int width = Math.min(TILE, c - j);
        for (int k = 0; k < width; k++) {
            from.get(base + (long) (j + k) * r + i, rows, k * TILE, height);
        }
        for (int row = 0; row < height; row++) {
            for (int k = 0; k < width; k++) {
                columns[row * TILE + k] = rows[k * TILE + row];
            }
        }
        for (int row = 0; row < height; row++) {
            to.put(base + (long) (i + row) * c + j, columns, row * TILE, width);
        }
    }
}
