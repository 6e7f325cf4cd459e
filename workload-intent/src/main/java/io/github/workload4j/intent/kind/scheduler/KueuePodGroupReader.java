package io.github.workload4j.intent.kind.scheduler;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.draft.Draft;
import io.github.workload4j.intent.draft.GroupDraft;
import io.github.workload4j.intent.draft.InputObject;
import io.github.workload4j.intent.draft.Kueue;
import io.github.workload4j.intent.draft.MemberShapes;
import io.github.workload4j.intent.draft.Membership;
import io.github.workload4j.intent.draft.ShapeDraft;
import java.util.List;
import java.util.Optional;

/** Reads a group of plain pods as Kueue (release 0.15) does; its first pod stands for it. */
public final class KueuePodGroupReader {

    private static final String FAST = "kueue.x-k8s.io/pod-group-fast-admission";

    private KueuePodGroupReader() {}

    public static void read(Draft draft) {
        InputObject first = draft.object;
        PlainValue label = draft.label(Membership.KUEUE);
        String name = draft.text(label.isThere() ? label : draft.annotation(Membership.KUEUE));
        String namespace = ObjectMeta.namespaceOrDefault(first.source().namespace());
        List<Pod> pods = draft.inputs.pods(new Membership.Key(Membership.By.KUEUE, namespace, name));
        PlainValue total = draft.annotation(Kueue.TOTAL);
        if (!total.isThere()) {
            draft.need(total, "how many pods the group has");
            return;
        }
        long count = draft.countInText(total, 0);
        List<ShapeDraft> shapes = MemberShapes.of(
                draft, new Membership.Key(Membership.By.KUEUE, namespace, name), pod -> Optional.empty());
        if (draft.text(draft.annotation(FAST)).equals("true")) {
            ShapeDraft one = new ShapeDraft(MemberShapes.POD, pods);
            one.pods = count;
            shapes = List.of(one);
        }
        String key = draft.text(draft.annotation(Kueue.REQUIRED));
        draft.drop(draft.annotation(Kueue.PREFERRED), "no wishes");
        draft.add(GroupDraft.ofPods(name, count, shapes).stated(true).key(key.isEmpty() ? null : key));
    }
}
