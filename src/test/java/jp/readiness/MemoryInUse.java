package jp.readiness;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;

/** How much memory is in use after what can be freed was freed, in megabytes. */
public final class MemoryInUse {

    private MemoryInUse() {}

    public static double heap() {
        collect();
        return megabytes(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    public static double metaspace() {
        collect();
        return megabytes(ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .findFirst()
                .orElseThrow()
                .getUsed());
    }

    /** Twice, since what the first run finalises the second can free. */
    private static void collect() {
        System.gc();
        System.gc();
    }

    private static double megabytes(long bytes) {
        return bytes / 1024.0 / 1024.0;
    }
}
