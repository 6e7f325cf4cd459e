package io.github.workload4j.spark;

import io.github.workload4j.gang.fleet.ShapeSweep;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;

/**
 * Counts in each executor how often its process reads a sweep with its shapes, by the JVM's filter of what is read.
 * After each task the number so far is a line of the file {@code reads} where the executor works.
 */
public final class SweepReads implements SparkPlugin {

    @Override
    public DriverPlugin driverPlugin() {
        return null;
    }

    @Override
    public ExecutorPlugin executorPlugin() {
        return new Counter();
    }

    private static final class Counter implements ExecutorPlugin {

        private static final String SWEEP = ShapeSweep.class.getName() + "$Written";

        private final AtomicInteger reads = new AtomicInteger();

        @Override
        public void init(PluginContext context, Map<String, String> configuration) {
            ObjectInputFilter.Config.setSerialFilter(read -> {
                if (read.serialClass() != null && read.serialClass().getName().equals(SWEEP)) {
                    reads.incrementAndGet();
                }
                return ObjectInputFilter.Status.UNDECIDED;
            });
        }

        @Override
        public void onTaskSucceeded() {
            try {
                Files.writeString(Path.of("reads"), reads + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
