package io.github.workload4j.gang.fleet;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Opening;
import io.github.workload4j.gang.report.AnswerReport;
import io.github.workload4j.gang.stored.SnapshotReader;
import io.github.workload4j.gang.stored.StoredSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Asks the same shapes of many snapshots: a year of a cluster, a fleet at one moment.
 *
 * <p>Each shape is asked as if it waited alone, and every answer depends on its snapshot, its shape and the budget, on
 * nothing else: however snapshots are shared out among threads or machines, the answers are the same. A budget that has
 * a time would break that and is refused.
 *
 * <p>Java serialization writes its shapes as {@link GangShape} does, and its steps; engines send it to their executors
 * so.
 *
 * <p>Immutable, safe to share between threads: {@code files.parallelStream().flatMap(...)} keeps all cores busy.
 *
 * @since 0.1.0
 */
public final class ShapeSweep implements Serializable {

    private static final long serialVersionUID = 1;

    private final transient List<GangShape> shapes;
    private final transient Budget budget;
    private final transient boolean hasCertificates;

    /**
     * A sweep of shapes, whose answers come without certificates.
     *
     * @param shapes in the order of the answers; no two of one name
     * @param budget what each answer may cost, in steps alone
     * @throws IllegalArgumentException if two shapes have one name, or the budget has a time
     */
    public ShapeSweep(Collection<GangShape> shapes, Budget budget) {
        this(List.copyOf(requireNonNull(shapes, "shapes")), requireNonNull(budget, "budget"), false);
        Set<String> names = new HashSet<>();
        for (GangShape shape : this.shapes) {
            if (!names.add(shape.name())) {
                throw new IllegalArgumentException("shapes: two are named " + shape.name());
            }
        }
        if (budget.time() != null) {
            throw new IllegalArgumentException(
                    "budget: a time of " + budget.time() + " (expected: steps alone, so that answers can be repeated)");
        }
    }

    private ShapeSweep(List<GangShape> shapes, Budget budget, boolean hasCertificates) {
        this.shapes = shapes;
        this.budget = budget;
        this.hasCertificates = hasCertificates;
    }

    /** {@return the same, whose answers come with their certificates; each lists the nodes, so that it is long} */
    public ShapeSweep withCertificates() {
        return new ShapeSweep(shapes, budget, true);
    }

    /**
     * {@return what a cluster at one moment says to each shape}
     *
     * @param cluster its name
     * @param time when it was so
     */
    public List<ShapeAnswer> answers(String cluster, Instant time, ClusterSnapshot snapshot) {
        requireNonNull(cluster, "cluster");
        requireNonNull(time, "time");
        requireNonNull(snapshot, "snapshot");
        List<ShapeAnswer> answers = new ArrayList<>(shapes.size());
        for (GangShape shape : shapes) {
            ClusterSnapshot with = snapshot.with(shape.waiting());
            Opening opening = Feasibility.open(with, shape.groups(), shape.group());
            ClusterAnswer answer = ClusterAnswer.of(cluster, opening, budget.meter());
            String certificate = hasCertificates
                    ? AnswerReport.of(with, shape.groups(), answer.verdict())
                            .certificate()
                            .orElse(null)
                    : null;
            answers.add(new ShapeAnswer(time, shape.name(), answer, certificate));
        }
        return answers;
    }

    /**
     * {@return what a cluster says to each shape at each of the moments that were stored, in their order}
     *
     * <p>Snapshots are read as the stream is taken from, one at a time. The stream throws an {@link
     * UncheckedIOException} where the bytes cannot be read, around a {@link
     * io.github.workload4j.gang.stored.SnapshotFormatException} if they are no stored snapshot. Closing it closes
     * {@code stored}.
     *
     * @param cluster its name
     * @param stored snapshots as {@link io.github.workload4j.gang.stored.SnapshotWriter} wrote them
     */
    public Stream<ShapeAnswer> answers(String cluster, InputStream stored) {
        requireNonNull(cluster, "cluster");
        SnapshotReader reader = new SnapshotReader(requireNonNull(stored, "stored"));
        return StreamSupport.stream(new Snapshots(reader), false)
                .flatMap(each -> answers(cluster, each.time(), each.snapshot()).stream())
                .onClose(() -> close(reader));
    }

    private static final class Snapshots extends Spliterators.AbstractSpliterator<StoredSnapshot> {

        private final SnapshotReader reader;

        Snapshots(SnapshotReader reader) {
            super(Long.MAX_VALUE, ORDERED | NONNULL);
            this.reader = reader;
        }

        @Override
        public boolean tryAdvance(Consumer<? super StoredSnapshot> action) {
            try {
                Optional<StoredSnapshot> next = reader.next();
                next.ifPresent(action);
                return next.isPresent();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void close(SnapshotReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return how many shapes it asks, in a line} */
    @Override
    public String toString() {
        return "ShapeSweep[" + shapes.size() + " shapes, " + budget + "]";
    }

    private record Written(List<GangShape> shapes, long steps, boolean isChecked, boolean hasCertificates)
            implements Serializable {

        private Object readResolve() throws InvalidObjectException {
            try {
                ShapeSweep sweep = new ShapeSweep(shapes, new Budget(steps, null, isChecked));
                return hasCertificates ? sweep.withCertificates() : sweep;
            } catch (IllegalArgumentException | NullPointerException e) {
                throw new InvalidObjectException(e.getMessage());
            }
        }
    }

    private Object writeReplace() {
        return new Written(shapes, budget.steps(), budget.isChecked(), hasCertificates);
    }

    /** What did not come as it is written was made up. */
    private Object readResolve() throws InvalidObjectException {
        throw new InvalidObjectException("a sweep that is not written as one");
    }
}
