package io.github.workload4j.policy.lint;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.GroupFields;
import io.github.workload4j.api.GroupObject;
import io.github.workload4j.api.Job;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.ArrayList;
import java.util.List;

/** What objects meet in clusters of a release: gates, admission, the next release. */
final class ReleaseLints {

    private static final FieldPath SPEC = FieldPath.root("spec");

    private final Stream stream;
    private final ClusterSetup setup;
    private final Warnings warnings;
    private boolean saidOff;
    private boolean saidFilled;

    ReleaseLints(Stream stream, ClusterSetup setup, Warnings warnings) {
        this.stream = stream;
        this.setup = setup;
        this.warnings = warnings;
    }

    void check() {
        boolean hasDefault = stream.priorityClasses.values().stream()
                .anyMatch(each -> each.object().globalDefault());
        for (Stream.Placed<ApiObject> placed : stream.all) {
            offByDefault(placed.index(), placed.object());
            if (placed.object() instanceof SchedulingObject object) {
                withoutFuture(placed.index(), object);
                if (!hasDefault) {
                    priorities(placed.index(), object);
                }
                filled(placed.index(), object);
            }
        }
    }

    private void offByDefault(int index, ApiObject object) {
        FieldPath path = FieldPath.root("apiVersion");
        if (object instanceof Pod pod
                && (pod.spec().schedulingGroup() != null || pod.spec().workloadRef() != null)) {
            path = SPEC.child(pod.spec().workloadRef() == null ? "schedulingGroup" : "workloadRef");
        } else if (object instanceof Job job && job.spec().scheduling() != null) {
            path = SPEC.child("scheduling");
        } else if (!(object instanceof SchedulingObject)) {
            return;
        }
        if (!saidOff) {
            saidOff = true;
            String message = "nothing of this is on by default in " + setup.releaseOf(object)
                    + ": a stock cluster does not serve the kinds, and drops a pod's group without a word";
            String suggestion =
                    "turn on the API version and the feature gates of the Workload API, GenericWorkload first";
            warnings.add(index, path, Lint.OFF_BY_DEFAULT, message, suggestion);
        }
    }

    private void withoutFuture(int index, SchedulingObject object) {
        List<KubernetesRelease> serving = KubernetesRelease.serving(object.apiVersion(), object.kind());
        List<KubernetesRelease> all = KubernetesRelease.all();
        if (serving.isEmpty() || serving.contains(all.get(all.size() - 1))) {
            return;
        }
        KubernetesRelease last = serving.get(serving.size() - 1);
        KubernetesRelease next = all.get(last.ordinal() + 1);
        String message = object.apiVersion().version() + " is gone in " + next
                + ", where one object of it that is left makes every LIST of " + object.kind() + " fail";
        String suggestion = "delete it before the upgrade, and create it anew in a later version";
        warnings.add(index, FieldPath.root("apiVersion"), Lint.VERSION_WITHOUT_FUTURE, message, suggestion);
    }

    private void priorities(int index, SchedulingObject object) {
        if (object.apiVersion() == ApiVersion.V1ALPHA1) {
            return;
        }
        if (object instanceof GroupObject group) {
            priority(index, SPEC, group.spec());
        } else if (object instanceof Workload workload) {
            Templates.forEach(workload.spec(), (path, template) -> priority(index, path, template));
        }
    }

    private void priority(int index, FieldPath at, GroupFields fields) {
        if (fields.priorityClassName().isEmpty() && fields.priority() != null && fields.priority() != 0) {
            String message = "the priority " + fields.priority() + " comes without a priority class, so that a stock"
                    + " server computes 0 and refuses it";
            String suggestion = "name a PriorityClass of that value, and leave the priority to the server";
            warnings.add(index, at.child("priority"), Lint.PRIORITY_WITHOUT_CLASS, message, suggestion);
        }
    }

    private void filled(int index, SchedulingObject object) {
        GroupFields fields =
                object instanceof GroupObject group && object.apiVersion().isAtLeast(ApiVersion.V1ALPHA3)
                        ? group.spec()
                        : null;
        if (fields == null || saidFilled) {
            return;
        }
        List<String> leftOut = new ArrayList<>();
        if (fields.priority() == null) {
            leftOut.add("priority");
        }
        if (fields.preemptionPolicy() == null && setup.releaseOf(object).isAtLeast(KubernetesRelease.V1_38)) {
            leftOut.add("preemptionPolicy");
        }
        if (!leftOut.isEmpty()) {
            saidFilled = true;
            String message = "the server fills in " + String.join(" and ", leftOut)
                    + (leftOut.size() == 1 ? ", which is" : ", which are")
                    + " immutable: a later PUT of this manifest as it stands is refused";
            String suggestion = "update with a patch or server-side apply, or repeat what the server filled in";
            warnings.add(index, SPEC, Lint.NOT_AS_STORED, message, suggestion);
        }
    }
}
