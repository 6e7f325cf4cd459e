package io.github.workload4j.intent.derive;

import io.github.workload4j.api.GroupObject;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.intent.compile.WorkloadGroups;
import io.github.workload4j.intent.read.IntendedGroup;
import io.github.workload4j.intent.read.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Makes the groups of a Workload that its controller would make, with the names that it would give them if it has no
 * UID yet. Which pods are in them only the controller knows.
 */
final class OfWorkload {

    private final Reading reading;
    private final Workload workload;
    private final KubernetesRelease release;
    private final Map<String, String> roots = new HashMap<>();

    OfWorkload(Reading reading, Workload workload, KubernetesRelease release) {
        this.reading = reading;
        this.workload = workload;
        this.release = release;
    }

    /** Makes those that {@code isNew} takes: templates of one name, which a server refuses, make one group. */
    void derive(Predicate<SchedulingObject> isNew, List<DerivedGroup> derived) {
        for (SchedulingObject group : WorkloadGroups.of(release, workload).all("")) {
            if (isNew.test(group) && group instanceof GroupObject made) {
                add(made, derived);
            }
        }
    }

    /** Groups come after those that they are in. */
    private void add(GroupObject group, List<DerivedGroup> derived) {
        String parent = group.spec().parentCompositePodGroupName();
        String name = group.metadata().name();
        String root = parent == null ? name : roots.getOrDefault(parent, parent);
        roots.put(name, root);
        String template = group.spec().workloadRef() instanceof TemplateRef.Named named ? named.templateName() : name;
        IntendedGroup intended = reading.group(template).orElse(null);
        if (intended != null) {
            String namespace = group.metadata().namespaceOrDefault();
            derived.add(new DerivedGroup(reading, intended, 0, namespace, name, root, true, List.of(), 0));
        }
    }
}
