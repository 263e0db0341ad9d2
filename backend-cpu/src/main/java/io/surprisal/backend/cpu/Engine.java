package io.surprisal.backend.cpu;

import io.surprisal.tensor.spi.BinaryOp;
import io.surprisal.tensor.spi.UnaryOp;
import java.util.Map;

/**
 * A library of native FLOAT32 kernels. Every kernel writes its last argument and says whether it did: false means "not here, or not for
 * these arguments", and the Java kernels do the work. Used under the backend's lock.
 */
interface Engine {
    /** y = op(x). */
    boolean unary(UnaryOp op, CpuArray x, CpuArray y);

    /** y = op(a, b), broadcast to the shape of y. */
    boolean binary(BinaryOp op, CpuArray a, CpuArray b, CpuArray y);

    /** y = a·b over the last two axes, each operand read transposed if its flag is set; leading axes broadcast. */
    boolean matmul(CpuArray a, CpuArray b, boolean transposeA, boolean transposeB, CpuArray y);

    /** Facts for diagnosis, in reading order. */
    Map<String, String> details();

    void close();
}
