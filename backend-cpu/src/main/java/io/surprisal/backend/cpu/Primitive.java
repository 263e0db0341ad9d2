package io.surprisal.backend.cpu;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * A oneDNN primitive with its argument list. It is kept and called again with other addresses, which costs tens of nanoseconds where
 * making one costs up to a millisecond; so it is mutable, and one thread at a time may use it.
 */
final class Primitive implements Cached {
    private final OneDnn library;
    private final dnnl_primitive primitive = new dnnl_primitive();
    private final dnnl_memory[] memories;
    private final long[] addresses;
    private final dnnl_exec_arg_t arguments;
    private final Address handle = new Address();

    private Primitive(OneDnn library, dnnl_primitive_desc description, int[] roles, dnnl_memory_desc[] layouts) {
        this.library = library;
        OneDnn.check("primitive", dnnl.dnnl_primitive_create(primitive, description));
        memories = new dnnl_memory[roles.length];
        addresses = new long[roles.length];
        arguments = new dnnl_exec_arg_t(roles.length);
        for (int i = 0; i < roles.length; i++) {
            memories[i] = new dnnl_memory();
            OneDnn.check("memory", dnnl.dnnl_memory_create(memories[i], layouts[i], library.engine(), null));
            arguments.position(i).arg(roles[i]);
            arguments.memory(memories[i]);
        }
        arguments.position(0);
    }

    /** The primitive of a description, with the role and the layout of each argument; all of them stay the caller's. */
    static Primitive of(OneDnn library, dnnl_primitive_desc description, int[] roles, dnnl_memory_desc... layouts) {
        return new Primitive(library, description, roles, layouts);
    }

    /**
     * The primitive of a description, which it frees together with the layouts; empty where oneDNN has no implementation, or only its
     * reference code, which can be a hundred times slower than a Java loop.
     *
     * @param status what the creation of the description returned
     * @param roles what each argument is
     * @param layouts the layout of each argument
     */
    static Optional<Primitive> unlessReference(
            OneDnn library, int status, dnnl_primitive_desc description, int[] roles, dnnl_memory_desc... layouts) {
        try {
            if (status != dnnl.dnnl_success) {
                return Optional.empty();
            }
            try {
                return isReference(description)
                        ? Optional.empty()
                        : Optional.of(new Primitive(library, description, roles, layouts));
            } finally {
                dnnl.dnnl_primitive_desc_destroy(description);
            }
        } finally {
            Set<dnnl_memory_desc> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
            Collections.addAll(distinct, layouts);
            distinct.forEach(dnnl::dnnl_memory_desc_destroy);
        }
    }

    /** Whether oneDNN would run its reference code for a description. */
    static boolean isReference(dnnl_primitive_desc description) {
        try (PointerPointer<BytePointer> name = new PointerPointer<>(1)) {
            OneDnn.check("query", dnnl.dnnl_primitive_desc_query(description, dnnl.dnnl_query_impl_info_str, 0, name));
            return name.get(BytePointer.class, 0).getString().contains("ref:");
        }
    }

    void run(long a, long b) {
        set(0, a);
        set(1, b);
        execute();
    }

    void run(long a, long b, long c) {
        set(0, a);
        set(1, b);
        set(2, c);
        execute();
    }

    void run(long a, long b, long c, long d) {
        set(0, a);
        set(1, b);
        set(2, c);
        set(3, d);
        execute();
    }

    void run(long a, long b, long c, long d, long e) {
        set(0, a);
        set(1, b);
        set(2, c);
        set(3, d);
        set(4, e);
        execute();
    }

    void run(long... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            set(i, arguments[i]);
        }
        execute();
    }

    @Override
    public void close() {
        dnnl.dnnl_primitive_destroy(primitive);
        for (dnnl_memory memory : memories) {
            dnnl.dnnl_memory_destroy(memory);
        }
        arguments.close();
    }

    private void set(int argument, long address) {
        if (addresses[argument] != address) {
            handle.moveTo(address);
            OneDnn.check("address", dnnl.dnnl_memory_set_data_handle(memories[argument], handle));
            addresses[argument] = address;
        }
    }

    private void execute() {
        int status = dnnl.dnnl_primitive_execute(primitive, library.stream(), memories.length, arguments);
        if (status != dnnl.dnnl_success) {
            OneDnn.check("call", status);
        }
    }

    /** A pointer that owns nothing and is moved from call to call, so that a call makes no garbage that waits for a cleaner. */
    private static final class Address extends Pointer {
        Address() {
            super((Pointer) null);
        }

        void moveTo(long target) {
            address = target;
        }
    }
}
