package io.github.workload4j.api.convert;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.GroupFields;
import io.github.workload4j.api.GroupObject;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.json.CompactJson;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one release takes of a field and another does not, though both have the field: versions of one name, but with
 * other rules. Only what the target refuses and the source took is said.
 */
final class OtherRules {

    private static final FieldPath SPEC = FieldPath.root("spec");
    private static final int HIGHEST_PRIORITY = 1_000_000_000;

    private final Optional<KubernetesRelease> source;
    private final KubernetesRelease target;
    private final boolean dropsPolicy;
    private final boolean keepsTrees;
    private final Losses losses;

    /**
     * @param source the release of the objects; if empty, the newest final one that serves each
     * @param target the release to write for
     * @param setup the cluster to write for
     * @param keepsTrees whether what is inside groups of groups is kept
     */
    OtherRules(
            Optional<KubernetesRelease> source,
            KubernetesRelease target,
            ClusterSetup setup,
            boolean keepsTrees,
            Losses losses) {
        this.source = source;
        this.target = target;
        this.dropsPolicy = target == KubernetesRelease.V1_37
                && !setup.gatesOf(target).isOn(FeatureGate.POD_GROUP_PREEMPTION_POLICY, target);
        this.keepsTrees = keepsTrees;
        this.losses = losses;
    }

    void report(Collection<? extends ApiObject> objects) {
        for (ApiObject object : objects) {
            if (object instanceof SchedulingObject ours && ours.apiVersion() != ApiVersion.V1ALPHA1) {
                new OfOne(ours, from(ours)).report();
            }
        }
    }

    private KubernetesRelease from(SchedulingObject object) {
        return source.orElseGet(() -> KubernetesRelease.newestServing(object.apiVersion(), object.kind())
                .orElse(target));
    }

    /** What is said of one object. */
    private final class OfOne {

        private final SchedulingObject object;
        private final boolean isLater;
        private final boolean isEarlier;
        private final List<PlacedFields> all = new ArrayList<>();

        OfOne(SchedulingObject object, KubernetesRelease from) {
            this.object = object;
            this.isLater = target.isAtLeast(KubernetesRelease.V1_38) && !from.isAtLeast(KubernetesRelease.V1_38);
            this.isEarlier = from.isAtLeast(KubernetesRelease.V1_38) && !target.isAtLeast(KubernetesRelease.V1_38);
        }

        void report() {
            if (object instanceof GroupObject group && (keepsTrees || group instanceof PodGroup)) {
                fields(SPEC, group.spec());
            } else if (object instanceof Workload workload) {
                WorkloadSpec spec = workload.spec();
                leaves(SPEC, spec.podGroupTemplates(), null);
                composites(SPEC, spec.compositePodGroupTemplates(), null);
                onePolicy();
            }
        }

        private void leaves(
                FieldPath at, List<PodGroupTemplate> templates, @Nullable CompositePodGroupTemplate parent) {
            for (int i = 0; i < templates.size(); i++) {
                PodGroupTemplate template = templates.get(i);
                FieldPath here = at.child("podGroupTemplates").index(i);
                child(here, parent, template);
                fields(here, template);
            }
        }

        private void composites(
                FieldPath at, List<CompositePodGroupTemplate> templates, @Nullable CompositePodGroupTemplate parent) {
            for (int i = 0; i < templates.size() && keepsTrees; i++) {
                CompositePodGroupTemplate template = templates.get(i);
                FieldPath here = at.child("compositePodGroupTemplates").index(i);
                child(here, parent, template);
                fields(here, template);
                composites(here, template.compositePodGroupTemplates(), template);
                leaves(here, template.podGroupTemplates(), template);
            }
        }

        private void fields(FieldPath at, GroupFields fields) {
            all.add(new PlacedFields(at, fields));
            if (isLater && fields.isDisruptedTogether() && !fields.isGang()) {
                refused(at.child("disruptionMode"), "", "from 1.38 on only a gang is disrupted all together");
            }
            Integer priority = fields.priority();
            if (isEarlier && priority != null && priority > HIGHEST_PRIORITY) {
                refused(
                        at.child("priority"),
                        CompactJson.number(priority),
                        "before 1.38 a priority is " + HIGHEST_PRIORITY + " at most");
            }
            PreemptionPolicy policy = fields.preemptionPolicy();
            if (isEarlier && policy != null && dropsPolicy) {
                dropped(at, policy);
            }
        }

        private void dropped(FieldPath at, PreemptionPolicy policy) {
            losses.add(
                    object,
                    at.child("preemptionPolicy"),
                    Loss.Kind.DROPPED,
                    CompactJson.text(policy.value()),
                    "a server of 1.37 whose gate " + FeatureGate.POD_GROUP_PREEMPTION_POLICY.word()
                            + " is off drops it without a word");
        }

        private void child(FieldPath at, @Nullable CompositePodGroupTemplate parent, GroupFields fields) {
            if (!isLater || parent == null) {
                return;
            }
            if (parent.isGang() && !fields.isGang()) {
                refused(
                        at.child("schedulingPolicy"),
                        "",
                        "from 1.38 on what is directly in a gang of groups is a gang");
            }
            if (parent.isDisruptedTogether() && !fields.isDisruptedTogether()) {
                refused(
                        at.child("disruptionMode"),
                        "",
                        "from 1.38 on what is directly in a group disrupted all together is so itself");
            }
        }

        /** Reports the first template whose preemption policy is not that of the first one. */
        private void onePolicy() {
            for (PlacedFields each : all) {
                if (isLater
                        && !Objects.equals(
                                each.fields().preemptionPolicy(),
                                all.get(0).fields().preemptionPolicy())) {
                    refused(
                            each.at().child("preemptionPolicy"),
                            "",
                            "from 1.38 on all templates of a Workload have one preemption policy");
                    return;
                }
            }
        }

        private void refused(FieldPath path, String value, String detail) {
            losses.add(object, path, Loss.Kind.INVALID_IN_TARGET, value, detail);
        }
    }

    private record PlacedFields(FieldPath at, GroupFields fields) {}
}
