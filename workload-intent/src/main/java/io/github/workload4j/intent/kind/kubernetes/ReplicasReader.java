package io.github.workload4j.intent.kind.kubernetes;

import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.intent.draft.Draft;
import io.github.workload4j.intent.draft.GroupDraft;
import io.github.workload4j.intent.draft.ShapeDraft;
import java.util.List;

/** Reads Deployment and StatefulSet ({@code apps/v1}, Kubernetes 1.38): equal pods, each on its own. */
public final class ReplicasReader {

    private ReplicasReader() {}

    public static void readDeployment(Draft draft) {
        pods(draft);
    }

    public static void readStatefulSet(Draft draft) {
        long pods = pods(draft);
        String management = draft.text(draft.spec().field("podManagementPolicy"));
        if (pods > 1 && (management.isEmpty() || management.equals("OrderedReady"))) {
            draft.lose(
                    draft.spec().field("podManagementPolicy"),
                    Loss.Kind.APPROXIMATED,
                    "each pod waits for the one before; asked as if all came at once");
        }
    }

    private static long pods(Draft draft) {
        long pods = draft.count(draft.spec().field("replicas"), 1);
        ShapeDraft shape = draft.shape("pods", pods, draft.spec().field("template"));
        draft.spec()
                .field("selector")
                .field("matchLabels")
                .keys()
                .forEach((key, value) -> value.text().ifPresent(text -> shape.label(key, text)));
        draft.add(GroupDraft.ofPods("pods", 0, List.of(shape)));
        return pods;
    }
}
