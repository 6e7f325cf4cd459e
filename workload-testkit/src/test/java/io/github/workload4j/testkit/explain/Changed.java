package io.github.workload4j.testkit.explain;

import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.testkit.SmallCluster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small clusters with objects changed as a person would change them. */
final class Changed {

    private Changed() {}

    /** {@return the cluster with the pods of each kind asking what the kind's pod asks} */
    static SmallCluster pods(SmallCluster cluster, List<NamedPodClass> kinds) {
        Map<Pod, PodSpec> specs = new HashMap<>();
        kinds.forEach(
                kind -> kind.pods().forEach(pod -> specs.put(pod, kind.pod().spec())));
        List<Pod> pods = new ArrayList<>();
        for (Pod pod : cluster.pods()) {
            PodSpec spec = specs.get(pod);
            pods.add(spec == null ? pod : new Pod(pod.metadata(), spec, pod.status()));
        }
        return cluster.withPods(pods);
    }

    /** {@return the cluster with pods that are on nodes keeping nobody away} */
    static SmallCluster withoutRepelling(SmallCluster cluster) {
        List<Pod> pods = new ArrayList<>();
        for (Pod pod : cluster.pods()) {
            Affinity affinity = pod.spec().affinity();
            pods.add(pod.isAssigned() && affinity != null ? repellingNobody(pod, affinity) : pod);
        }
        return cluster.withPods(pods);
    }

    private static Pod repellingNobody(Pod pod, Affinity affinity) {
        Affinity rest = new Affinity(affinity.requiredNodeAffinity(), affinity.requiredPodAffinity(), List.of());
        return new Pod(pod.metadata(), pod.spec().toBuilder().affinity(rest).build(), pod.status());
    }

    /** {@return the cluster with a group bound to another label, or to none} */
    static SmallCluster key(SmallCluster cluster, GroupRef group, @Nullable String key) {
        SchedulingConstraints constraints = key == null ? null : SchedulingConstraints.sameDomain(key);
        List<SchedulingObject> objects = new ArrayList<>();
        for (SchedulingObject object : cluster.objects()) {
            boolean same = object.metadata().name().equals(group.name());
            if (same && object instanceof PodGroup podGroup && group.kind() == GroupRef.Kind.POD_GROUP) {
                objects.add(podGroup.withSpec(podGroup.spec().toBuilder()
                        .schedulingConstraints(constraints)
                        .build()));
            } else if (same
                    && object instanceof CompositePodGroup composite
                    && group.kind() == GroupRef.Kind.COMPOSITE_POD_GROUP) {
                objects.add(new CompositePodGroup(
                        composite.apiVersion(),
                        composite.metadata(),
                        composite.spec().toBuilder()
                                .schedulingConstraints(constraints)
                                .build(),
                        composite.status()));
            } else if (same && object instanceof Workload workload && group.kind() == GroupRef.Kind.WORKLOAD) {
                List<PodGroupTemplate> templates = workload.spec().podGroupTemplates().stream()
                        .map(each -> each.name().equals(group.podGroup())
                                ? each.toBuilder()
                                        .schedulingConstraints(constraints)
                                        .build()
                                : each)
                        .toList();
                objects.add(workload.withSpec(workload.spec().withPodGroupTemplates(templates)));
            } else {
                objects.add(object);
            }
        }
        return cluster.withObjects(objects);
    }
}
