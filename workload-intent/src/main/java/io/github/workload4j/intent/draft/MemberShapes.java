package io.github.workload4j.intent.draft;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodResources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The shapes of what names a group: pods, then templates. */
public final class MemberShapes {

    /** The role of pods that have none. */
    public static final String POD = "pod";

    private MemberShapes() {}

    /**
     * {@return the shapes of all members of a group, in the order of the input}
     *
     * @param role what a pod or template says its role is
     */
    public static List<ShapeDraft> of(Draft draft, Membership.Key group, Function<Pod, Optional<String>> role) {
        Map<List<Object>, List<Pod>> alike = new LinkedHashMap<>();
        for (Pod pod : draft.inputs.pods(group)) {
            List<Object> shape = List.of(
                    role.apply(pod).orElse(POD),
                    PodResources.requested(pod),
                    pod.spec().priorityClassName());
            alike.computeIfAbsent(shape, key -> new ArrayList<>()).add(pod);
        }
        List<ShapeDraft> shapes = new ArrayList<>();
        alike.forEach((shape, pods) -> shapes.add(new ShapeDraft((String) shape.get(0), pods)));
        for (ShapeDraft template : draft.inputs.templates(draft, group)) {
            shapes.add(template.as(role.apply(template.template).orElse(template.role)));
        }
        draft.inputs
                .unreadable(group)
                .ifPresent(owner -> draft.need(draft.spec(), owner + ", whose pods name the group, cannot be read"));
        return shapes;
    }
}
