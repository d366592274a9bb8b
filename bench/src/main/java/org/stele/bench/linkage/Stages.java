package org.stele.bench.linkage;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Wall and processor time by stage; the latter stays steady on a busy machine. */
final class Stages {

    private record Time(double wall, double processor) { }

    private final Map<String, Time> times = new LinkedHashMap<>();
    private long last = System.nanoTime();
    private long lastProcessor = processor();

    /** Ends a stage. */
    void stage(String name) {
        long now = System.nanoTime();
        long nowProcessor = processor();
        times.put(name, new Time((now - last) / 1e9, (nowProcessor - lastProcessor) / 1e9));
        last = now;
        lastProcessor = nowProcessor;
    }

    double wall(String name) {
        return times.get(name).wall;
    }

    double wall() {
        return times.values().stream().mapToDouble(Time::wall).sum();
    }

    double processorSeconds() {
        return times.values().stream().mapToDouble(Time::processor).sum();
    }

    /** Processor time of the process so far, in nanoseconds. */
    private static long processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    @Override
    public String toString() {
        return times.entrySet().stream().map(stage -> String.format(Locale.ROOT, "%s %.2f s (%.2f)", stage.getKey(), stage.getValue().wall, stage.getValue().processor))
                .collect(Collectors.joining(", "));
    }
}
