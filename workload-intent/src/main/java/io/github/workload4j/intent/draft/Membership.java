package io.github.workload4j.intent.draft;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.WorkloadRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The group that a pod, or a template of pods, names itself.
 *
 * @param by whose words it uses
 * @param namespace the namespace of both
 * @param name the group's name
 * @param part in which field of the pod it does, from the pod's metadata or spec down
 */
public record Membership(By by, String namespace, String name, List<String> part) {

    public static final String SCHEDULER_PLUGINS = "scheduling.x-k8s.io/pod-group";
    public static final String KAI = "pod-group-name";
    public static final String KUEUE = "kueue.x-k8s.io/pod-group-name";
    private static final List<String> VOLCANO =
            List.of("scheduling.k8s.io/group-name", "scheduling.volcano.sh/group-name");

    /** Whose words there are for it. */
    public enum By {
        /** {@code spec.schedulingGroup}. */
        POD_GROUP,
        /** {@code spec.workloadRef}. */
        WORKLOAD,
        SCHEDULER_PLUGINS,
        VOLCANO,
        KAI,
        KUEUE
    }

    /**
     * The group itself.
     *
     * @param by whose words name it
     * @param namespace its namespace
     * @param name its name
     */
    public record Key(By by, String namespace, String name) {}

    public Key key() {
        return new Key(by, namespace, name);
    }

    /** {@return the group that a pod of a namespace names; the first of several} */
    public static Optional<Membership> of(Pod pod, String namespace) {
        PodSchedulingGroup group = pod.spec().schedulingGroup();
        if (group != null
                && group.podGroupName() != null
                && !group.podGroupName().isEmpty()) {
            return found(By.POD_GROUP, namespace, group.podGroupName(), "schedulingGroup", "podGroupName");
        }
        WorkloadRef workload = pod.spec().workloadRef();
        if (workload != null && !workload.name().isEmpty()) {
            return found(By.WORKLOAD, namespace, workload.name() + "/" + workload.podGroup(), "workloadRef", "name");
        }
        Map<String, String> labels = pod.metadata().labels();
        Map<String, String> annotations = pod.metadata().annotations();
        if (isSet(labels, SCHEDULER_PLUGINS)) {
            return found(By.SCHEDULER_PLUGINS, namespace, labels.get(SCHEDULER_PLUGINS), "labels", SCHEDULER_PLUGINS);
        }
        for (String key : VOLCANO) {
            if (isSet(annotations, key)) {
                return found(By.VOLCANO, namespace, annotations.get(key), "annotations", key);
            }
        }
        if (isSet(annotations, KAI)) {
            return found(By.KAI, namespace, annotations.get(KAI), "annotations", KAI);
        }
        if (isSet(labels, KUEUE)) {
            return found(By.KUEUE, namespace, labels.get(KUEUE), "labels", KUEUE);
        }
        if (isSet(annotations, KUEUE)) {
            return found(By.KUEUE, namespace, annotations.get(KUEUE), "annotations", KUEUE);
        }
        return Optional.empty();
    }

    private static boolean isSet(Map<String, String> map, String key) {
        return !map.getOrDefault(key, "").isEmpty();
    }

    private static Optional<Membership> found(By by, String namespace, String name, String field, String below) {
        return Optional.of(new Membership(by, namespace, name, List.of(field, below)));
    }
}
