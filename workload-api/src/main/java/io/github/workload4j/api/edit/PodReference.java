package io.github.workload4j.api.edit;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.yaml.PodTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pod, or a pod template in an object of any kind, that names its group.
 *
 * @param spec the pod's {@code spec} in the text
 * @param at where that is in the document
 * @param pod a pod that names the same group, and nothing else
 * @param isElsewhere whether an alias or a merge key brings the name, which changes where it is written
 */
record PodReference(TextNode.Mapping spec, FieldPath at, Pod pod, boolean isElsewhere) {

    /** The fields of a pod's {@code spec} that name its group. */
    static final Set<String> FIELDS = Set.of("workloadRef", "schedulingGroup");

    /** {@return all of an object, in the order of the text} */
    static List<PodReference> of(TextNode root) {
        List<PodReference> found = new ArrayList<>();
        if (root instanceof TextNode.Mapping mapping) {
            TextNode metadata = mapping.get("metadata");
            ObjectMeta names = metadata instanceof TextNode.Mapping named
                    ? ObjectMeta.of(named.word("namespace"), named.word("name"))
                    : ObjectMeta.of("", "");
            boolean isPod = mapping.word("kind").equals("Pod")
                    && mapping.word("apiVersion").equals("v1");
            collect(mapping, FieldPath.DOCUMENT, names, isPod, false, found);
        }
        return found;
    }

    private static void collect(
            TextNode place,
            FieldPath path,
            ObjectMeta names,
            boolean isPod,
            boolean aliased,
            List<PodReference> found) {
        TextNode node = TextNode.resolved(place);
        boolean elsewhere = aliased || node != place;
        if (node instanceof TextNode.Sequence list) {
            for (int i = 0; i < list.items().size(); i++) {
                collect(list.items().get(i), path.index(i), names, false, elsewhere, found);
            }
        } else if (node instanceof TextNode.Mapping mapping) {
            for (String name : PodTemplates.SPECS) {
                if (mapping.get(name) instanceof TextNode.Mapping spec
                        && (isPod || spec.get("containers") instanceof TextNode.Sequence)) {
                    PodSpec references = references(spec);
                    if (references != null) {
                        boolean own = !elsewhere && isWrittenIn(mapping, name, spec);
                        Pod pod = new Pod(names, references, PodStatus.EMPTY);
                        found.add(new PodReference(spec, path.child(name), pod, !own));
                    }
                }
            }
            for (TextNode.Field part : mapping.fields()) {
                if (!part.name().equals("<<")) {
                    collect(part.value(), path.child(part.name()), names, false, elsewhere, found);
                }
            }
        }
    }

    private static boolean isWrittenIn(TextNode.Mapping template, String name, TextNode.Mapping spec) {
        TextNode.Field field = template.field(name);
        return field != null
                && field.value() == spec
                && spec.fields().stream().anyMatch(part -> FIELDS.contains(part.name()));
    }

    private static @Nullable PodSpec references(TextNode.Mapping spec) {
        PodSpec.Builder builder = PodSpec.builder();
        boolean named = false;
        if (spec.get("workloadRef") instanceof TextNode.Mapping ref
                && !ref.word("name").isEmpty()
                && !ref.word("podGroup").isEmpty()) {
            builder.workloadRef(
                    new WorkloadRef(ref.word("name"), ref.word("podGroup"), ref.word("podGroupReplicaKey")));
            named = true;
        }
        if (spec.get("schedulingGroup") instanceof TextNode.Mapping group
                && !group.word("podGroupName").isEmpty()) {
            builder.schedulingGroup(new PodSchedulingGroup(group.word("podGroupName")));
            named = true;
        }
        return named ? builder.build() : null;
    }
}
