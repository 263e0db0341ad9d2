package io.surprisal.backend.cpu;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.bytedeco.javacpp.Pointer;

/** How much memory the process may still ask for: what the machine has, or what its container leaves to it. */
final class MachineMemory {
    private MachineMemory() {}

    /** In bytes; a container's other processes are not known of. */
    static long available() {
        return Math.min(Pointer.availablePhysicalBytes(), Limit.BYTES - Pointer.physicalBytes());
    }

    /** Asked for once, and late: the management beans take tens of milliseconds to start. */
    private static final class Limit {
        /** Of the container, where there is one. */
        static final long BYTES =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
