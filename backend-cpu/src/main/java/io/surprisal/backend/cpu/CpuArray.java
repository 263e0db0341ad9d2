package io.surprisal.backend.cpu;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;

/** Elements in native memory, in row-major order without gaps: the array type of {@code cpu}. */
public final class CpuArray {
    private final Block block;
    private final Shape shape;
    private final DType dtype;

    CpuArray(Block block, Shape shape, DType dtype) {
        this.block = block;
        this.shape = shape;
        this.dtype = dtype;
    }

    /**
     * The shape.
     *
     * @return the shape
     */
    public Shape shape() {
        return shape;
    }

    /**
     * The element type.
     *
     * @return the element type
     */
    public DType dtype() {
        return dtype;
    }

    /**
     * Where the first element lies. The address alone does not keep the memory: hold the tensor for as long as native code uses it.
     *
     * @return an address in native memory
     */
    public long address() {
        return block.memory().address();
    }

    Block block() {
        return block;
    }

    Memory memory() {
        return block.memory();
    }

    int size() {
        return shape.size();
    }

    /** Shape, type and address. */
    @Override
    public String toString() {
        return "CpuArray " + shape + " " + dtype + " at 0x" + Long.toHexString(address());
    }
}
