package io.github.workload4j.gang.stored;

import io.github.workload4j.api.core.Pod;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of pods beside their names, by pod.
 *
 * @param shape the number of the shape
 * @param node the place of the node in the order of names, plus 1; 0 for none
 * @param start when it started, in seconds since 1970; {@link #NO_START} if that is not told apart from its shape
 */
record PodColumns(int[] shape, int[] node, long[] start) {

    static final long NO_START = Long.MIN_VALUE;

    static void write(List<Pod> pods, int[] shapes, ToIntFunction<Pod> nodes, Instant time, Bytes to) {
        to.runs(Arrays.stream(shapes).asLongStream().toArray());
        pods.forEach(pod -> to.number(nodes.applyAsInt(pod)));
        to.runs(pods.stream().mapToLong(pod -> started(pod, time)).toArray());
    }

    /** 0 if there is no start, or 1 more than the folded seconds since. */
    private static long started(Pod pod, Instant time) {
        Instant start = pod.status().startTime();
        if (start == null || !StoredShapes.hasStart(pod)) {
            return 0;
        }
        long since = time.getEpochSecond() - start.getEpochSecond();
        return (since << 1 ^ since >> 63) + 1;
    }

    /**
     * {@return what comes next}
     *
     * @param size number of pods
     * @param shapes number of shapes
     * @param nodes number of nodes
     */
    static PodColumns read(Cut from, int size, int shapes, int nodes, Instant time) throws SnapshotFormatException {
        int[] shape = new int[size];
        from.runs(size, (first, end, number) -> Arrays.fill(shape, first, end, Cut.below(number, shapes)));
        int[] node = from.numbers(size, nodes + 1L);
        long[] start = new long[size];
        from.runs(size, (first, end, number) -> Arrays.fill(start, first, end, start(number, time)));
        return new PodColumns(shape, node, start);
    }

    private static long start(long number, Instant time) throws SnapshotFormatException {
        if (number == 0) {
            return NO_START;
        }
        long start = time.getEpochSecond() - (number - 1 >>> 1 ^ -(number - 1 & 1));
        if (start < Instant.MIN.getEpochSecond() || start > Instant.MAX.getEpochSecond()) {
            throw SnapshotFormatException.damaged("a start out of its range");
        }
        return start;
    }

    /** {@return when a pod started, if that is told apart from its shape} */
    @Nullable
    Instant started(int pod) {
        return start[pod] == NO_START ? null : Instant.ofEpochSecond(start[pod]);
    }
}
