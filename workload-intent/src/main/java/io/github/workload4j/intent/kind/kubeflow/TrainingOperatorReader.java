package io.github.workload4j.intent.kind.kubeflow;

import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.draft.Draft;
import io.github.workload4j.intent.draft.GroupDraft;
import io.github.workload4j.intent.draft.Kueue;
import io.github.workload4j.intent.draft.ShapeDraft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToLongFunction;

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
        List<ShapeDraft> shapes = roles(draft, field, role -> 1, "training.kubeflow.org/replica-type");
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

    /**
     * Reads the pods of all roles.
     *
     * @param field where the roles are
     * @param absent how many pods a role has that does not say
     * @param label by which the operator marks the role of a pod
     */
    static List<ShapeDraft> roles(Draft draft, String field, ToLongFunction<String> absent, String label) {
        List<ShapeDraft> shapes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        draft.spec().field(field).keys().forEach((written, value) -> {
            String role = written.toLowerCase(Locale.ROOT);
            if (!names.add(role)) {
                draft.wrong(value, "there is a role `" + role + "` before this one", "");
            }
            long replicas = draft.count(value.field("replicas"), absent.applyAsLong(role));
            shapes.add(draft.shape(role, replicas, value.field("template"))
                    .endedAfter(draft.seconds(draft.spec().field("runPolicy").field("activeDeadlineSeconds")))
                    .label(
                            "training.kubeflow.org/job-name",
                            draft.object.source().name())
                    .label(label, role));
        });
        return shapes;
    }

    /** Reads {@code spec.runPolicy}, and gives the {@code schedulingPolicy} in it. */
    static PlainValue runPolicy(Draft draft) {
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
