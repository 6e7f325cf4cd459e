package io.github.workload4j.intent.read;

import io.github.workload4j.api.yaml.PlainValue;

/**
 * Reads Job and CronJob ({@code batch/v1}) as the Job controller of Kubernetes 1.37 and 1.38 does: {@code
 * spec.scheduling} makes a gang, and without it each pod is on its own.
 */
final class JobReader {

    private JobReader() {}

    static void readJob(Draft draft) {
        draft.suspended(draft.spec().field("suspend"));
        read(draft, draft.spec(), true);
    }

    /** A CronJob is read as the next Job that it makes. */
    static void readCronJob(Draft draft) {
        draft.suspended(draft.spec().field("suspend"));
        PlainValue job = draft.spec().field("jobTemplate").field("spec");
        draft.suspended(job.field("suspend"));
        read(draft, job, false);
    }

    private static void read(Draft draft, PlainValue spec, boolean isJob) {
        long parallelism = draft.count(spec.field("parallelism"), 1);
        long completions = draft.count(spec.field("completions"), Long.MAX_VALUE);
        ShapeDraft shape = draft.shape("pods", Math.min(parallelism, completions), spec.field("template"));
        if (isJob) {
            shape.label("batch.kubernetes.io/job-name", draft.object.source().name());
        }
        GroupDraft group =
                SchedulingBlocks.of(draft, spec.field("scheduling")).group("pods", Math.max(1, parallelism), shape);
        PlainValue least = draft.object.annotation("kueue.x-k8s.io/job-min-parallelism");
        if (Kueue.isQueued(draft)) {
            group.minimum = Math.max(1, draft.countInText(least, shape.pods));
            group.stated(least.isThere());
        }
        draft.add(group);
    }
}
