package io.github.workload4j.intent.kind.volcano;

import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.draft.Draft;
import io.github.workload4j.intent.draft.GroupDraft;
import io.github.workload4j.intent.draft.MemberShapes;
import io.github.workload4j.intent.draft.Membership;
import io.github.workload4j.intent.draft.ShapeDraft;
import io.github.workload4j.intent.draft.VolcanoTopology;
import io.github.workload4j.intent.read.SourceObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads Volcano's PodGroup ({@code scheduling.volcano.sh/v1beta1}, release 1.13) with the pods that name it. */
public final class VolcanoPodGroupReader {

    private static final String TASK = "volcano.sh/task-spec";

    private VolcanoPodGroupReader() {}

    public static void read(Draft draft) {
        draft.drop(draft.spec().field("queue"), "no queues");
        draft.drop(draft.spec().field("minResources"), "no resources of a group");
        draft.priorityClassName = draft.text(draft.spec().field("priorityClassName"));
        VolcanoTopology.read(draft, draft.spec().field("networkTopology"));
        PlainValue parts = draft.spec().field("subGroupPolicy");
        if (parts.isThere()) {
            draft.lose(parts, Loss.Kind.APPROXIMATED, "read without its subgroups");
        }
        SourceObject object = draft.object.source();
        List<ShapeDraft> shapes = MemberShapes.of(
                draft,
                new Membership.Key(
                        Membership.By.VOLCANO, ObjectMeta.namespaceOrDefault(object.namespace()), object.name()),
                VolcanoPodGroupReader::task);
        if (shapes.isEmpty()) {
            draft.needMembers();
            return;
        }
        PlainValue stated = draft.spec().field("minMember");
        long minimum = draft.count(stated, 0);
        Map<String, PlainValue> minima = draft.spec().field("minTaskMember").keys();
        if (minima.isEmpty()) {
            draft.add(GroupDraft.ofPods(object.name(), minimum, shapes).stated(stated));
            return;
        }
        Map<String, List<ShapeDraft>> byTask = new LinkedHashMap<>();
        minima.keySet().forEach(task -> byTask.put(task, new ArrayList<>()));
        shapes.forEach(shape ->
                byTask.computeIfAbsent(shape.role, task -> new ArrayList<>()).add(shape));
        List<VolcanoMinima.Task> tasks = new ArrayList<>();
        byTask.forEach((task, members) -> {
            PlainValue least = minima.get(task);
            tasks.add(new VolcanoMinima.Task(task, least == null ? 0 : draft.count(least, 0), members));
        });
        VolcanoMinima.add(draft, object.name(), minimum, stated, tasks);
    }

    private static Optional<String> task(Pod pod) {
        String task = pod.metadata().annotations().get(TASK);
        return Optional.ofNullable(task == null ? pod.metadata().labels().get(TASK) : task);
    }
}
