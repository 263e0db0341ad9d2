package io.surprisal.backend.cpu;

import io.surprisal.tensor.BackendException;
import org.bytedeco.dnnl.dnnl_engine;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;

/** oneDNN's processor engine with a stream, and the descriptors of dense and strided FLOAT32 memory. */
final class OneDnn {
    private final dnnl_engine engine = new dnnl_engine();
    private final dnnl_stream stream = new dnnl_stream();
    private boolean open = true;

    /** Loads the library. */
    OneDnn() {
        check("engine", dnnl.dnnl_engine_create(engine, dnnl.dnnl_cpu, 0));
        check("stream", dnnl.dnnl_stream_create(stream, engine, dnnl.dnnl_stream_default_flags));
    }

    dnnl_engine engine() {
        requireOpen();
        return engine;
    }

    dnnl_stream stream() {
        requireOpen();
        return stream;
    }

    void close() {
        open = false;
        dnnl.dnnl_stream_destroy(stream);
        dnnl.dnnl_engine_destroy(engine);
    }

    /** A thread may have waited for the backend's lock while another closed it. */
    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("cpu: the backend was closed while a thread computed on it."
                    + " Let the threads that compute end before the close.");
        }
    }

    /** Row-major memory without gaps. */
    static dnnl_memory_desc dense(long... dims) {
        return strided(dims, rowMajor(dims));
    }

    static dnnl_memory_desc strided(long[] dims, long[] strides) {
        dnnl_memory_desc descriptor = new dnnl_memory_desc();
        check(
                "memory descriptor",
                dnnl.dnnl_memory_desc_create_with_strides(descriptor, dims.length, dims, dnnl.dnnl_f32, strides));
        return descriptor;
    }

    /** Memory whose layout a primitive may choose. */
    static dnnl_memory_desc anyLayout(long... dims) {
        dnnl_memory_desc descriptor = new dnnl_memory_desc();
        check(
                "memory descriptor",
                dnnl.dnnl_memory_desc_create_with_tag(
                        descriptor, dims.length, dims, dnnl.dnnl_f32, dnnl.dnnl_format_tag_any));
        return descriptor;
    }

    static long[] rowMajor(long[] dims) {
        long[] strides = new long[dims.length];
        long stride = 1;
        for (int axis = dims.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= dims[axis];
        }
        return strides;
    }

    /**
     * @throws BackendException if a call did not succeed
     */
    static void check(String what, int status) {
        if (status != dnnl.dnnl_success) {
            throw new BackendException("cpu: oneDNN refused a " + what + " with status " + status + ". Set -D"
                    + NativeLibraries.ONEDNN_PROPERTY + "=false to compute without it, and report this.");
        }
    }
}
