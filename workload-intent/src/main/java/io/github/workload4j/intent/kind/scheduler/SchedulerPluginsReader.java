package io.github.workload4j.intent.kind.scheduler;

import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.draft.Draft;
import io.github.workload4j.intent.draft.GroupDraft;
import io.github.workload4j.intent.draft.MemberShapes;
import io.github.workload4j.intent.draft.Membership;
import io.github.workload4j.intent.draft.ShapeDraft;
import io.github.workload4j.intent.read.SourceObject;
import java.util.List;
import java.util.Optional;

/** Reads the PodGroup of scheduler-plugins ({@code scheduling.x-k8s.io/v1alpha1}, release 0.33) with its pods. */
public final class SchedulerPluginsReader {

    private SchedulerPluginsReader() {}

    public static void read(Draft draft) {
        draft.drop(draft.spec().field("minResources"), "no resources of a group");
        draft.drop(draft.spec().field("scheduleTimeoutSeconds"), "no timeout");
        SourceObject object = draft.object.source();
        List<ShapeDraft> shapes = MemberShapes.of(
                draft,
                new Membership.Key(
                        Membership.By.SCHEDULER_PLUGINS,
                        ObjectMeta.namespaceOrDefault(object.namespace()),
                        object.name()),
                pod -> Optional.empty());
        if (shapes.isEmpty()) {
            draft.needMembers();
            return;
        }
        PlainValue stated = draft.spec().field("minMember");
        draft.add(
                GroupDraft.ofPods(object.name(), draft.count(stated, 0), shapes).stated(stated));
    }
}
