package io.github.workload4j.policy.lint;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.GroupFields;
import io.github.workload4j.api.Job;
import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.policy.lint.Stream.Placed;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Groups and templates beside the nodes and priority classes of the cluster. */
final class ClusterLints {

    private static final FieldPath SPEC = FieldPath.root("spec");

    private final Stream stream;
    private final Warnings warnings;
    private final Set<String> labels = new TreeSet<>();

    private ClusterLints(Stream stream, Warnings warnings) {
        this.stream = stream;
        this.warnings = warnings;
        for (Node node : stream.nodes) {
            labels.addAll(node.metadata().labels().keySet());
        }
    }

    static void check(Stream stream, Warnings warnings) {
        ClusterLints lints = new ClusterLints(stream, warnings);
        stream.workloads.all().forEach(lints::workload);
        stream.groups()
                .forEach(
                        group -> lints.group(group.index(), SPEC, group.object().spec()));
        for (Placed<Job> job : stream.jobs) {
            if (job.object().spec().scheduling() != null) {
                lints.constraints(
                        job.index(),
                        SPEC.child("scheduling"),
                        job.object().spec().scheduling().schedulingConstraints());
            }
        }
        lints.globalDefaults();
    }

    private void workload(Placed<Workload> workload) {
        if (workload.object().apiVersion() != ApiVersion.V1ALPHA1) {
            Templates.forEach(workload.object().spec(), (path, template) -> group(workload.index(), path, template));
        }
    }

    private void group(int object, FieldPath path, GroupFields fields) {
        constraints(object, path, fields.schedulingConstraints());
        priorityClass(object, path, fields.priorityClassName());
    }

    private void constraints(int object, FieldPath path, @Nullable SchedulingConstraints constraints) {
        if (constraints == null || stream.nodes.isEmpty()) {
            return;
        }
        for (int i = 0; i < constraints.topology().size(); i++) {
            String key = constraints.topology().get(i).key();
            if (!key.isEmpty() && !labels.contains(key)) {
                warnings.add(
                        object,
                        path.child("schedulingConstraints")
                                .child("topology")
                                .index(i)
                                .child("key"),
                        Lint.UNKNOWN_TOPOLOGY_KEY,
                        "none of the " + stream.nodes.size() + " nodes of the stream carries the label `" + key + "`",
                        "label the nodes, or use a label they carry");
            }
        }
    }

    private void priorityClass(int object, FieldPath path, String name) {
        if (PriorityClass.BUILT_IN.containsKey(name)) {
            warnings.add(
                    object,
                    path.child("priorityClassName"),
                    Lint.SYSTEM_PRIORITY_CLASS,
                    "`" + name + "` is for the pods of the system",
                    "use a class of at most 1000000000");
        } else if (!name.isEmpty() && !stream.priorityClasses.isEmpty() && !stream.priorityClasses.containsKey(name)) {
            warnings.add(
                    object,
                    path.child("priorityClassName"),
                    Lint.MISSING_PRIORITY_CLASS,
                    "there is no PriorityClass `" + name + "`",
                    "name one of " + Stream.among(stream.priorityClasses.keySet()));
        }
    }

    private void globalDefaults() {
        Placed<PriorityClass> first = null;
        for (Placed<PriorityClass> each : stream.priorityClasses.values()) {
            if (each.object().globalDefault()) {
                if (first != null) {
                    warnings.add(
                            each.index(),
                            FieldPath.root("globalDefault"),
                            Lint.SEVERAL_GLOBAL_DEFAULTS,
                            "PriorityClass `" + first.name() + "` is the global default already",
                            "set globalDefault on one class only");
                } else {
                    first = each;
                }
            }
        }
    }
}
