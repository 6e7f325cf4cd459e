package io.github.workload4j.intent.derive;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.meta.OwnerReference;
import io.github.workload4j.intent.read.IntendedGroup;
import io.github.workload4j.intent.read.PodShape;
import io.github.workload4j.intent.read.Reading;
import io.github.workload4j.intent.read.SourceObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pods that are there, and which of them an object made. A pod counts once. */
final class PodIndex {

    private final Map<String, Pod> pods = new LinkedHashMap<>();
    private final Map<String, List<String>> byMark = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** Looks only for the marks that the readings look for. */
    PodIndex(Collection<Pod> all, List<Reading> readings) {
        Set<String> marks = new HashSet<>();
        for (Reading reading : readings) {
            for (IntendedGroup group : reading.groups()) {
                group.shapes()
                        .forEach(shape -> shape.labels().entrySet().stream()
                                .findFirst()
                                .ifPresent(label -> marks.add(label.getKey() + "=" + label.getValue())));
            }
        }
        for (Pod pod : all) {
            String path = path(pod);
            pods.put(path, pod);
            if (pod.isFinished()) {
                continue;
            }
            String namespace = pod.metadata().namespaceOrDefault();
            pod.metadata().labels().forEach((key, value) -> {
                if (marks.contains(key + "=" + value)) {
                    mark(namespace + " " + key + "=" + value, path);
                }
            });
            for (OwnerReference owner : pod.metadata().ownerReferences()) {
                mark(namespace + " " + owner.kind() + " " + owner.name(), path);
            }
        }
    }

    private void mark(String mark, String path) {
        byMark.computeIfAbsent(mark, none -> new ArrayList<>()).add(path);
    }

    private static String path(Pod pod) {
        return path(pod.metadata().namespaceOrDefault(), pod.metadata().name());
    }

    static String path(String namespace, String name) {
        return namespace + "/" + name;
    }

    boolean contains(String namespace, String name) {
        return pods.containsKey(path(namespace, name));
    }

    /** {@return all pods, in order} */
    Collection<Pod> pods() {
        return pods.values();
    }

    void put(Pod pod) {
        pods.put(path(pod), pod);
    }

    /** {@return the pods of a shape that no other shape has, which it then has; in order} */
    List<Pod> take(SourceObject object, boolean isOnly, PodShape shape) {
        String namespace = ObjectMeta.namespaceOrDefault(object.namespace());
        List<String> found = new ArrayList<>();
        if (!shape.members().isEmpty()) {
            shape.members().forEach(pod -> found.add(path(pod)));
        } else if (!shape.labels().isEmpty()) {
            Map.Entry<String, String> first =
                    shape.labels().entrySet().iterator().next();
            String mark = namespace + " " + first.getKey() + "=" + first.getValue();
            found.addAll(byMark.getOrDefault(mark, List.of()).stream()
                    .filter(path -> isMarked(pods.get(path), shape.labels()))
                    .toList());
        }
        if (found.isEmpty() && isOnly) {
            found.addAll(byMark.getOrDefault(namespace + " " + object.kind() + " " + object.name(), List.of()));
        }
        return found.stream()
                .filter(path -> pods.containsKey(path) && taken.add(path))
                .map(pods::get)
                .toList();
    }

    private static boolean isMarked(Pod pod, Map<String, String> labels) {
        return labels.entrySet().stream()
                .allMatch(
                        label -> label.getValue().equals(pod.metadata().labels().get(label.getKey())));
    }
}
