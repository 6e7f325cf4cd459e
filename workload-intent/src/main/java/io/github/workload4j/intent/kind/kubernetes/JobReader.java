package io.github.workload4j.intent.kind.kubernetes;

import io.github.workload4j.api.Workload;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.draft.Draft;
import io.github.workload4j.intent.draft.GroupDraft;
import io.github.workload4j.intent.draft.Kueue;
import io.github.workload4j.intent.draft.NamedGroups;
import io.github.workload4j.intent.draft.SchedulingBlocks;
import io.github.workload4j.intent.draft.ShapeDraft;
import io.github.workload4j.intent.read.SourceObject;
import java.util.Optional;

/**
 * Reads Job and CronJob ({@code batch/v1}) as the Job controller of a release does. Since 1.37 {@code spec.scheduling}
 * says whether the pods are a gang; 1.36 makes one of every Job whose pods all run at once and have numbers; 1.35 makes
 * none.
 */
public final class JobReader {

    private JobReader() {}

    public static void readJob(Draft draft) {
        draft.suspended(draft.spec().field("suspend"));
        read(draft, draft.spec(), true);
    }

    /** A CronJob is read as the next Job that it makes. */
    public static void readCronJob(Draft draft) {
        draft.suspended(draft.spec().field("suspend"));
        PlainValue job = draft.spec().field("jobTemplate").field("spec");
        draft.suspended(job.field("suspend"));
        read(draft, job, false);
    }

    /**
     * Reads the group that a Job has made of a template of somebody else's Workload, if it says that it has: in 1.37 of
     * that of its controller, later of the one that it names.
     */
    private static boolean isDelegated(Draft draft, ShapeDraft shape) {
        PlainValue template = draft.annotation("scheduling.k8s.io/group-template-name");
        PlainValue named = draft.annotation("scheduling.k8s.io/workload-name");
        Optional<SourceObject> owner = draft.object.controller();
        boolean isNamed = draft.release.isAtLeast(KubernetesRelease.V1_38) && named.isThere();
        boolean isOwned = draft.release == KubernetesRelease.V1_37 && owner.isPresent();
        if (!template.isThere() || !isNamed && !isOwned) {
            return false;
        }
        String which = isNamed
                ? draft.text(named)
                : "of " + owner.map(SourceObject::toString).orElse("");
        Optional<Workload> workload = isNamed
                ? draft.inputs.workload(draft.object.source().namespace(), which)
                : owner.flatMap(draft.inputs::workloadOf);
        NamedGroups.delegated(draft, workload, which, template, shape);
        return true;
    }

    /** The Jobs of a CronJob are their own masters. */
    private static boolean isManaged(Draft draft) {
        return draft.object
                .controller()
                .filter(owner -> !owner.kind().equals("CronJob"))
                .isPresent();
    }

    private static void read(Draft draft, PlainValue spec, boolean isJob) {
        long parallelism = draft.count(spec.field("parallelism"), 1);
        long completions = draft.count(spec.field("completions"), Long.MAX_VALUE);
        if (isJob && completions < Long.MAX_VALUE) {
            PlainValue succeeded = draft.object.root().field("status").field("succeeded");
            completions = Math.max(0, completions - draft.count(succeeded, 0));
        }
        ShapeDraft shape = draft.shape("pods", Math.min(parallelism, completions), spec.field("template"));
        shape.endedAfter(draft.seconds(spec.field("activeDeadlineSeconds")));
        if (isJob) {
            shape.label("batch.kubernetes.io/job-name", draft.object.source().name());
        }
        if (isJob && draft.release.isAtLeast(KubernetesRelease.V1_37) && isDelegated(draft, shape)) {
            return;
        }
        GroupDraft group;
        if (isJob && draft.release == KubernetesRelease.V1_37 && isManaged(draft)) {
            draft.drop(spec.field("scheduling"), "1.37 makes no group for a Job that another object manages");
            group = GroupDraft.ofPods("pods", 0, shape);
        } else if (draft.release.isAtLeast(KubernetesRelease.V1_37)) {
            group = SchedulingBlocks.of(draft, spec.field("scheduling")).group("pods", Math.max(1, parallelism), shape);
        } else {
            draft.drop(spec.field("scheduling"), draft.release.version() + " has no such field");
            boolean allAtOnce = parallelism > 1
                    && draft.text(spec.field("completionMode")).equals("Indexed")
                    && draft.count(spec.field("completions"), 0) == parallelism;
            boolean isGang = draft.release == KubernetesRelease.V1_36 && allAtOnce;
            group = GroupDraft.ofPods("pods", isGang ? parallelism : 0, shape);
        }
        PlainValue least = draft.annotation("kueue.x-k8s.io/job-min-parallelism");
        if (Kueue.isQueued(draft)) {
            group.minimum = Math.max(1, draft.countInText(least, shape.pods));
            group.stated(least);
        }
        draft.add(group);
    }
}
