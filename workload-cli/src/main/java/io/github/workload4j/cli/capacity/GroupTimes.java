package io.github.workload4j.cli.capacity;

import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.cli.screen.TimeSpan;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.timetable.Outlook;
import io.github.workload4j.intent.derive.DerivedGroup;
import io.github.workload4j.intent.read.PodShape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/**
 * How long waiting pods run: as an annotation says, of the pod, else of its PodGroup, of the Workload of that, of the
 * root of its groups; else as long as {@code activeDeadlineSeconds} lets them, the lesser of their own and that of the
 * object that makes them.
 */
final class GroupTimes {

    private final @Nullable String key;
    private final LoadedCluster cluster;
    private final CommandSpec spec;
    private final Map<String, ApiObject> objects = new HashMap<>();
    private final Map<GroupRef, Optional<Duration>> said = new HashMap<>();
    private final Map<GroupRef, Optional<Duration>> deadlines = new HashMap<>();

    /**
     * The times of a cluster.
     *
     * @param key the annotation, or null if none is read
     */
    GroupTimes(@Nullable String key, LoadedCluster cluster, CommandSpec spec) {
        this.key = key;
        this.cluster = cluster;
        this.spec = spec;
        if (key != null) {
            cluster.inputs()
                    .others()
                    .forEach(each -> objects.putIfAbsent(
                            name(
                                    each.kind(),
                                    each.metadata().namespaceOrDefault(),
                                    each.metadata().name()),
                            each));
        }
    }

    private static String name(String kind, String namespace, String name) {
        return kind + " " + ObjectMeta.namespaceOrDefault(namespace) + "/" + name;
    }

    /** {@return how long the longest of some pods runs; empty if one runs on} */
    Optional<Duration> lasting(Collection<Pod> pods) {
        Duration longest = Duration.ZERO;
        for (Pod pod : pods) {
            Optional<Duration> own = lasting(pod);
            if (own.isEmpty()) {
                return own;
            }
            longest = own.get().compareTo(longest) > 0 ? own.get() : longest;
        }
        return longest.isZero() ? Optional.empty() : Optional.of(longest);
    }

    private Optional<Duration> lasting(Pod pod) {
        Optional<GroupRef> group = GroupRef.of(pod);
        Optional<Duration> written =
                written("pod", pod.metadata()).or(() -> group.flatMap(leaf -> said.computeIfAbsent(leaf, this::said)));
        if (written.isPresent()) {
            return written;
        }
        Optional<Duration> own = Outlook.longestDeadline(List.of(pod));
        Optional<Duration> made = group.flatMap(leaf -> deadlines.computeIfAbsent(leaf, this::deadline));
        return own.isPresent() && made.isPresent() && own.get().compareTo(made.get()) > 0 ? made : own.or(() -> made);
    }

    private Optional<Duration> written(String kind, ObjectMeta metadata) {
        String written = key == null ? null : metadata.annotations().get(key);
        if (written == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TimeSpan().convert(written));
        } catch (TypeConversionException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--lasts: annotation " + key + " of " + kind + " " + metadata.qualifiedName() + ": "
                            + e.getMessage());
        }
    }

    /** {@return what the objects of a group say, the nearest first} */
    private Optional<Duration> said(GroupRef leaf) {
        if (key == null) {
            return Optional.empty();
        }
        GroupRef root = cluster.groups().rootOf(leaf);
        List<@Nullable ApiObject> all = new ArrayList<>();
        ApiObject own = object(leaf);
        all.add(own);
        if (own instanceof PodGroup group && group.spec().workloadRef() instanceof TemplateRef.Named template) {
            all.add(objects.get(name("Workload", leaf.namespace(), template.workloadName())));
        }
        all.add(object(root));
        for (ApiObject each : all) {
            Optional<Duration> written = each == null ? Optional.empty() : written(each.kind(), each.metadata());
            if (written.isPresent()) {
                return written;
            }
        }
        return Optional.empty();
    }

    private @Nullable ApiObject object(GroupRef group) {
        String kind = switch (group.kind()) {
            case WORKLOAD -> "Workload";
            case POD_GROUP -> "PodGroup";
            case COMPOSITE_POD_GROUP -> "CompositePodGroup";
        };
        return objects.get(name(kind, group.namespace(), group.name()));
    }

    /** {@return after what time the objects that make the pods of a group have ended them; empty if some run on} */
    private Optional<Duration> deadline(GroupRef leaf) {
        String name = leaf.kind() == GroupRef.Kind.WORKLOAD ? leaf.name() + "/" + leaf.podGroup() : leaf.name();
        Duration longest = Duration.ZERO;
        for (DerivedGroup each : cluster.inputs().meant().of(cluster.groups().rootOf(leaf))) {
            if (!each.namespace().equals(leaf.namespace()) || !each.name().equals(name)) {
                continue;
            }
            for (PodShape shape : each.group().shapes()) {
                Long seconds = shape.activeDeadlineSeconds();
                if (seconds == null) {
                    return Optional.empty();
                }
                Duration own = Duration.ofSeconds(seconds);
                longest = own.compareTo(longest) > 0 ? own : longest;
            }
        }
        return longest.isZero() ? Optional.empty() : Optional.of(longest);
    }
}
