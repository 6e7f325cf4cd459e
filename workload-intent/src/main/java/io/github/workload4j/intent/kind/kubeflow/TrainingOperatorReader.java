package io.github.workload4j.intent.kind.kubeflow;

import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.draft.Draft;
import io.github.workload4j.intent.draft.GroupDraft;
import io.github.workload4j.intent.draft.Kueue;
import io.github.workload4j.intent.draft.ShapeDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the kinds of the training operator ({@code kubeflow.org/v1}, release 1.9): PyTorchJob, TFJob, XGBoostJob,
 * PaddleJob, JAXJob.
 */
public final class TrainingOperatorReader {

    private TrainingOperatorReader() {}

    /**
     * Reads one.
     *
     * @param field where its roles are
     */
    public static void read(Draft draft, String field) {
        PlainValue policy = runPolicy(draft);
        draft.drop(draft.spec().field("elasticPolicy"), "the operator does not look at it for its gang");
        List<ShapeDraft> shapes = new ArrayList<>();
        for (Map.Entry<String, PlainValue> role :
                draft.spec().field(field).keys().entrySet()) {
            String name = role.getKey().toLowerCase(Locale.ROOT);
            long replicas = draft.count(role.getValue().field("replicas"), 1);
            shapes.add(draft.shape(name, replicas, role.getValue().field("template"))
                    .label(
                            "training.kubeflow.org/job-name",
                            draft.object.source().name())
                    .label("training.kubeflow.org/replica-type", name));
        }
        PlainValue stated = policy.field("minAvailable");
        long minimum = draft.count(stated, 0);
        if (draft.isUnit() && !Kueue.isQueued(draft)) {
            long all = shapes.stream().mapToLong(shape -> shape.pods).sum();
            draft.add(GroupDraft.ofPods("all", minimum > 0 ? minimum : all, shapes)
                    .stated(stated));
        } else {
            Kueue.eachOnItsOwn(draft, shapes);
        }
    }

    /** Reads {@code spec.runPolicy}, and gives the {@code schedulingPolicy} in it. */
    public static PlainValue runPolicy(Draft draft) {
        PlainValue run = draft.spec().field("runPolicy");
        draft.suspended(run.field("suspend"));
        PlainValue policy = run.field("schedulingPolicy");
        draft.drop(policy.field("queue"), "no queues");
        draft.drop(policy.field("minResources"), "no resources of a group");
        draft.drop(policy.field("scheduleTimeoutSeconds"), "no timeout");
        draft.priorityClassName = draft.text(policy.field("priorityClass"));
        return policy;
    }
}
