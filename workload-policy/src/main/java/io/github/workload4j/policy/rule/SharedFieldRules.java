package io.github.workload4j.policy.rule;

import io.github.workload4j.api.CompositeSchedulingPolicy;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.GroupFields;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.TopologyConstraint;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.api.json.CompactJson;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.policy.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields that groups, their templates and a Job's scheduling block share since Kubernetes 1.36. Old values are not
 * looked at on create.
 */
final class SharedFieldRules {

    private static final int MAX_TOPOLOGY = 1;
    private static final int MAX_CLAIMS = 4;
    private static final int HIGHEST_PRIORITY = 1_000_000_000;

    private SharedFieldRules() {}

    /** Judges what any group and any template has: mode, priority class, priority and preemption policy. */
    static void modeAndPriority(GroupFields now, GroupFields old, Change change, RuleContext context, Findings at) {
        disruptionMode(now.disruptionMode(), old.disruptionMode(), change, at);
        priorityClass(now.priorityClassName(), old.priorityClassName(), change, true, at);
        boolean limited = !context.isAtLeast(KubernetesRelease.V1_38);
        priority(now.priority(), old.priority(), change, true, limited, at);
        preemptionPolicy(now.preemptionPolicy(), old.preemptionPolicy(), change, context, at);
    }

    /** Judges the policy of a group of pods. */
    static void policy(SchedulingPolicy now, SchedulingPolicy old, Change change, Findings at) {
        if (change.isUpdate() && now.equals(old)) {
            return;
        }
        SchedulingPolicy.Gang gang = now.gang();
        at.down("schedulingPolicy");
        if (admitsGang(now.basic(), gang, old.basic(), old.gang(), change, at)
                && !(change.isUpdate() && old.gang().minCount() == gang.minCount())) {
            at.down("gang");
            requiredCount("minCount", gang.minCount(), change.rule(SharedRule.COUNT), at);
            at.up();
        }
        at.up();
    }

    /** Judges the policy of a group of groups. */
    static void policy(CompositeSchedulingPolicy now, CompositeSchedulingPolicy old, Change change, Findings at) {
        if (change.isUpdate() && now.equals(old)) {
            return;
        }
        CompositeSchedulingPolicy.Gang gang = now.gang();
        at.down("schedulingPolicy");
        if (admitsGang(now.basic(), gang, old.basic(), old.gang(), change, at)
                && !(change.isUpdate() && old.gang().minGroupCount() == gang.minGroupCount())) {
            at.down("gang");
            requiredCount("minGroupCount", gang.minGroupCount(), change.rule(SharedRule.COUNT), at);
            at.up();
        }
        at.up();
    }

    /**
     * Judges, here, which members of a policy are set, and on update whether they are the same as before.
     *
     * @return whether the gang is still to be judged; if so, it is set, and on update it was
     */
    static boolean admitsGang(
            @Nullable Object basic,
            @Nullable Object gang,
            @Nullable Object oldBasic,
            @Nullable Object oldGang,
            Change change,
            Findings at) {
        if (!(change instanceof Change.Update update)) {
            DeclarativeRules.union(basic != null, gang != null, "basic", "gang", change.rule(SharedRule.POLICY), at);
            return gang != null;
        }
        boolean basicSwitched = (basic == null) != (oldBasic == null);
        boolean gangSwitched = (gang == null) != (oldGang == null);
        if (basicSwitched || gangSwitched) {
            DeclarativeRules.union(basic != null, gang != null, "basic", "gang", change.rule(SharedRule.POLICY), at);
        }
        if (basicSwitched) {
            DeclarativeRules.immutable("basic", update.whenPolicySwitched(), at);
        }
        return !DeclarativeRules.setOrUnset("gang", oldGang, gang, update.whenPolicySwitched(), at) && gang != null;
    }

    private static void requiredCount(String field, int count, Rule rule, Findings at) {
        if (count == 0) {
            at.reportAt(field, Type.REQUIRED, "", "", rule, "");
        } else {
            minimumOne(field, count, rule, at);
        }
    }

    /** Judges a number that must be 1 or more. */
    static void minimumOne(String field, int count, Rule rule, Findings at) {
        if (count < 1) {
            at.reportAt(
                    field,
                    Type.INVALID,
                    CompactJson.number(count),
                    "must be greater than or equal to 1",
                    rule,
                    "minimum");
        }
    }

    /** Judges constraints that need no gate. */
    static void constraints(
            @Nullable SchedulingConstraints now, @Nullable SchedulingConstraints old, Change change, Findings at) {
        if (change.admits("schedulingConstraints", now, old, at)) {
            topology(now.topology(), change, at);
        }
    }

    /**
     * Judges constraints that need a gate.
     *
     * @param gateRule the rule that constraints break if the gate is off
     */
    static void constraints(
            @Nullable SchedulingConstraints now,
            @Nullable SchedulingConstraints old,
            Change change,
            boolean isOn,
            Rule gateRule,
            Findings at) {
        if (change.admits("schedulingConstraints", now, old, isOn, gateRule, at)) {
            topology(now.topology(), change, at);
        }
    }

    private static void topology(List<TopologyConstraint> topology, Change change, Findings at) {
        at.down("schedulingConstraints");
        if (!DeclarativeRules.tooMany("topology", topology, MAX_TOPOLOGY, change.rule(SharedRule.MAX_TOPOLOGY), at)) {
            for (int i = 0; i < topology.size(); i++) {
                at.down("topology", i);
                DeclarativeRules.requiredText(
                        "key", topology.get(i).key(), Formats.LABEL_KEY, change.rule(SharedRule.TOPOLOGY_KEY), at);
                at.up();
            }
        }
        at.up();
    }

    /** Judges device claims. */
    static void claims(
            List<PodGroupResourceClaim> now,
            List<PodGroupResourceClaim> old,
            Change change,
            RuleContext context,
            Findings at) {
        String field = "resourceClaims";
        if (change.isUpdate() && now.equals(old)) {
            return;
        }
        boolean tooMany = DeclarativeRules.tooMany(field, now, MAX_CLAIMS, change.rule(SharedRule.MAX_CLAIMS), at);
        boolean keeps = context.keeps(FeatureGate.DRA_WORKLOAD_RESOURCE_CLAIMS);
        if (change.admits(field, now, old, keeps, Rule.OPEN_10, at) && !tooMany) {
            DeclarativeRules.unique(
                    field,
                    now,
                    PodGroupResourceClaim::name,
                    CompactJson::claim,
                    change.rule(SharedRule.UNIQUE_CLAIMS),
                    at);
            for (int i = 0; i < now.size(); i++) {
                claim(now.get(i), change, at.down(field, i));
                at.up();
            }
        }
    }

    private static void claim(PodGroupResourceClaim claim, Change change, Findings at) {
        String existing = claim.source().resourceClaimName();
        String template = claim.source().resourceClaimTemplateName();
        DeclarativeRules.union(
                existing != null,
                template != null,
                "resourceClaimName",
                "resourceClaimTemplateName",
                change.rule(SharedRule.CLAIM_SOURCE),
                at);
        DeclarativeRules.requiredText("name", claim.name(), Formats.LABEL, change.rule(SharedRule.CLAIM_NAME), at);
        Rule reference = change.rule(SharedRule.CLAIM_REFERENCE);
        if (existing != null) {
            Formats.SUBDOMAIN.check("resourceClaimName", existing, Formats.BYTES, reference, at);
        }
        if (template != null) {
            Formats.SUBDOMAIN.check("resourceClaimTemplateName", template, Formats.BYTES, reference, at);
        }
    }

    /** Judges a mode, a union of two members that needs no gate. */
    static void disruptionMode(@Nullable DisruptionMode now, @Nullable DisruptionMode old, Change change, Findings at) {
        if (change.admits("disruptionMode", now, old, at)) {
            at.down("disruptionMode");
            DeclarativeRules.union(
                    now.isSingle(), now.isAll(), "single", "all", change.rule(SharedRule.DISRUPTION_MODE), at);
            at.up();
        }
    }

    /** Judges the name of a priority class; its gate, where it needs one, is on or off. */
    static void priorityClass(String now, String old, Change change, boolean isOn, Findings at) {
        Rule rule = change.rule(SharedRule.PRIORITY_CLASS);
        if (change.admits("priorityClassName", now, old, isOn, rule, at)) {
            Formats.SUBDOMAIN.check("priorityClassName", now, Formats.BYTES, rule, at);
        }
    }

    /** Judges a priority; its gate, where it needs one, is on or off, and it has a maximum or not. */
    static void priority(
            @Nullable Integer now, @Nullable Integer old, Change change, boolean isOn, boolean limited, Findings at) {
        Rule rule = change.rule(SharedRule.PRIORITY);
        if (change.admits("priority", now, old, isOn, rule, at) && limited && now > HIGHEST_PRIORITY) {
            String detail = "must be less than or equal to " + HIGHEST_PRIORITY;
            at.reportAt("priority", Type.INVALID, CompactJson.number(now), detail, rule, "maximum");
        }
    }

    /** Judges a preemption policy, one of two words (B-9); since Kubernetes 1.38 it needs no gate. */
    static void preemptionPolicy(
            @Nullable PreemptionPolicy now,
            @Nullable PreemptionPolicy old,
            Change change,
            RuleContext context,
            Findings at) {
        boolean isOn =
                context.isAtLeast(KubernetesRelease.V1_38) || context.isOn(FeatureGate.POD_GROUP_PREEMPTION_POLICY);
        if (change.admits("preemptionPolicy", now, old, isOn, Rule.B_9, at)) {
            preemptionWord(now, Rule.B_9, at);
        }
    }

    /** Reports a preemption policy that is neither of the two words. */
    static void preemptionWord(PreemptionPolicy policy, Rule rule, Findings at) {
        if (!policy.equals(PreemptionPolicy.NEVER) && !policy.equals(PreemptionPolicy.PREEMPT_LOWER_PRIORITY)) {
            String supported = "supported values: \"Never\", \"PreemptLowerPriority\"";
            at.reportAt("preemptionPolicy", Type.NOT_SUPPORTED, CompactJson.text(policy.value()), supported, rule, "");
        }
    }
}
