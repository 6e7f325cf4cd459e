package io.github.workload4j.policy.rule;

import io.github.workload4j.api.CompositeSchedulingPolicy;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.TopologyConstraint;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.policy.FeatureGate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields that groups, their templates and a Job's scheduling block share, since Kubernetes 1.36. Methods that take an old value and the
 * rule under which the field is {@code fixed} judge create if the latter is null.
 */
final class GroupFields {

    private static final int MOST_TOPOLOGY = 1;
    private static final int MOST_CLAIMS = 4;
    private static final int HIGHEST_PRIORITY = 1_000_000_000;

    private GroupFields() {}

    /** Judges a policy, and on update what may not change about it (B-U3). */
    static void policy(SchedulingPolicy now, @Nullable SchedulingPolicy old, Ids ids, Findings at) {
        if (DeclarativeRules.isUnchanged(old, now)) {
            return;
        }
        SchedulingPolicy.Gang gang = now.gang();
        SchedulingPolicy.Gang oldGang = old == null ? null : old.gang();
        at.down("schedulingPolicy");
        members(
                now.basic(),
                gang,
                old != null,
                old == null ? null : old.basic(),
                oldGang,
                ids.of(Ids.POLICY),
                "B-U3",
                at);
        boolean fixed = old != null && DeclarativeRules.setOrUnset("gang", oldGang, gang, "B-U3", at);
        if (!fixed && gang != null && !(oldGang != null && oldGang.minCount() == gang.minCount())) {
            at.down("gang");
            requiredCount("minCount", gang.minCount(), ids.of(Ids.COUNT), at);
            at.up();
        }
        at.up();
    }

    /** Judges the policy of a composite, and on update what may not change about it (B-U3). */
    static void policy(CompositeSchedulingPolicy now, @Nullable CompositeSchedulingPolicy old, Ids ids, Findings at) {
        if (DeclarativeRules.isUnchanged(old, now)) {
            return;
        }
        CompositeSchedulingPolicy.Gang gang = now.gang();
        CompositeSchedulingPolicy.Gang oldGang = old == null ? null : old.gang();
        at.down("schedulingPolicy");
        members(
                now.basic(),
                gang,
                old != null,
                old == null ? null : old.basic(),
                oldGang,
                ids.of(Ids.POLICY),
                "B-U3",
                at);
        boolean fixed = old != null && DeclarativeRules.setOrUnset("gang", oldGang, gang, "B-U3", at);
        if (!fixed && gang != null && !(oldGang != null && oldGang.minGroupCount() == gang.minGroupCount())) {
            at.down("gang");
            requiredCount("minGroupCount", gang.minGroupCount(), "B-11", at);
            at.up();
        }
        at.up();
    }

    /** Judges, here, which members of a policy are set; on update only if that changed. */
    static void members(
            @Nullable Object basic,
            @Nullable Object gang,
            boolean update,
            @Nullable Object oldBasic,
            @Nullable Object oldGang,
            String rule,
            String fixedRule,
            Findings at) {
        boolean same = update && (basic == null) == (oldBasic == null) && (gang == null) == (oldGang == null);
        if (!same) {
            DeclarativeRules.union(basic != null, gang != null, "basic", "gang", rule, at);
        }
        if (update && (basic == null) != (oldBasic == null)) {
            DeclarativeRules.immutable("basic", fixedRule, at);
        }
    }

    private static void requiredCount(String field, int count, String rule, Findings at) {
        if (count == 0) {
            at.reportAt(field, Type.REQUIRED, "", "", rule, "");
        } else {
            minimumOne(field, count, rule, at);
        }
    }

    /** Judges a number that must be 1 or more. */
    static void minimumOne(String field, int count, String rule, Findings at) {
        if (count < 1) {
            at.reportAt(
                    field, Type.INVALID, Found.number(count), "must be greater than or equal to 1", rule, "minimum");
        }
    }

    /** Judges constraints. */
    static void constraints(
            @Nullable SchedulingConstraints now,
            @Nullable SchedulingConstraints old,
            @Nullable String fixed,
            boolean on,
            Ids ids,
            Findings at) {
        if (!DeclarativeRules.isOpen("schedulingConstraints", now, old, fixed, on, ids.of(Ids.CONSTRAINTS_GATE), at)) {
            return;
        }
        List<TopologyConstraint> topology = now.topology();
        at.down("schedulingConstraints");
        if (!DeclarativeRules.tooMany("topology", topology, MOST_TOPOLOGY, ids.of(Ids.MOST_TOPOLOGY), at)) {
            for (int i = 0; i < topology.size(); i++) {
                at.down("topology", i);
                DeclarativeRules.requiredText(
                        "key", topology.get(i).key(), Formats.LABEL_KEY, ids.of(Ids.TOPOLOGY_KEY), at);
                at.up();
            }
        }
        at.up();
    }

    /** Judges device claims. */
    static void claims(
            List<PodGroupResourceClaim> now,
            List<PodGroupResourceClaim> old,
            @Nullable String fixed,
            RuleContext context,
            Ids ids,
            Findings at) {
        String field = "resourceClaims";
        if (fixed == null || !now.equals(old)) {
            boolean on = !context.droppedFieldsForbidden() || context.isOn(FeatureGate.DRA_WORKLOAD_RESOURCE_CLAIMS);
            boolean tooMany = DeclarativeRules.tooMany(field, now, MOST_CLAIMS, ids.of(Ids.MOST_CLAIMS), at);
            if (DeclarativeRules.isOpen(field, now, old, fixed, on, "OPEN-10", at) && !tooMany) {
                DeclarativeRules.unique(
                        field, now, PodGroupResourceClaim::name, Found::claim, ids.of(Ids.UNIQUE_CLAIMS), at);
                for (int i = 0; i < now.size(); i++) {
                    claim(now.get(i), ids, at.down(field, i));
                    at.up();
                }
            }
        }
    }

    private static void claim(PodGroupResourceClaim claim, Ids ids, Findings at) {
        String existing = claim.source().resourceClaimName();
        String template = claim.source().resourceClaimTemplateName();
        DeclarativeRules.union(
                existing != null,
                template != null,
                "resourceClaimName",
                "resourceClaimTemplateName",
                ids.of(Ids.CLAIM_SOURCE),
                at);
        DeclarativeRules.requiredText("name", claim.name(), Formats.LABEL, ids.of(Ids.CLAIM_NAME), at);
        if (existing != null) {
            Formats.SUBDOMAIN.check("resourceClaimName", existing, Formats.BYTES, ids.of(Ids.CLAIM_REFERENCE), at);
        }
        if (template != null) {
            Formats.SUBDOMAIN.check(
                    "resourceClaimTemplateName", template, Formats.BYTES, ids.of(Ids.CLAIM_REFERENCE), at);
        }
    }

    /** Judges a mode of {@code v1alpha2} on create: one of two words. */
    static void disruptionWord(@Nullable DisruptionMode mode, boolean on, Ids ids, Findings at) {
        String rule = ids.of(Ids.DISRUPTION_MODE);
        if (DeclarativeRules.isOpen("disruptionMode", mode, null, null, on, rule, at)
                && mode.isSingle() == mode.isAll()) {
            String supported = "supported values: \"Pod\", \"PodGroup\"";
            at.reportAt("disruptionMode", Type.NOT_SUPPORTED, Found.word(mode), supported, rule, "");
        }
    }

    /** Judges a mode of later versions: a union, without a gate. */
    static void disruptionMode(
            @Nullable DisruptionMode now,
            @Nullable DisruptionMode old,
            @Nullable String fixed,
            String rule,
            Findings at) {
        if (DeclarativeRules.isOpen("disruptionMode", now, old, fixed, true, "", at)) {
            at.down("disruptionMode");
            DeclarativeRules.union(now.isSingle(), now.isAll(), "single", "all", rule, at);
            at.up();
        }
    }

    /** Judges the name of a priority class. */
    static void priorityClass(String now, String old, @Nullable String fixed, boolean on, Ids ids, Findings at) {
        if (DeclarativeRules.isOpen("priorityClassName", now, old, fixed, on, ids.of(Ids.PRIORITY_CLASS), at)) {
            Formats.SUBDOMAIN.check("priorityClassName", now, Formats.BYTES, ids.of(Ids.PRIORITY_CLASS), at);
        }
    }

    /** Judges a priority. */
    static void priority(
            @Nullable Integer now, @Nullable Integer old, @Nullable String fixed, boolean on, Ids ids, Findings at) {
        if (DeclarativeRules.isOpen("priority", now, old, fixed, on, ids.of(Ids.PRIORITY), at)
                && now > HIGHEST_PRIORITY) {
            String detail = "must be less than or equal to " + HIGHEST_PRIORITY;
            at.reportAt("priority", Type.INVALID, Found.number(now), detail, ids.of(Ids.PRIORITY), "maximum");
        }
    }

    /** Judges a preemption policy: one of two words (B-9). */
    static void preemptionPolicy(
            @Nullable PreemptionPolicy now,
            @Nullable PreemptionPolicy old,
            @Nullable String fixed,
            boolean on,
            Findings at) {
        if (DeclarativeRules.isOpen("preemptionPolicy", now, old, fixed, on, "B-9", at)) {
            preemptionWord(now, "B-9", at);
        }
    }

    /** Reports a preemption policy that is neither of the two words. */
    static void preemptionWord(PreemptionPolicy policy, String rule, Findings at) {
        if (!policy.equals(PreemptionPolicy.NEVER) && !policy.equals(PreemptionPolicy.PREEMPT_LOWER_PRIORITY)) {
            String supported = "supported values: \"Never\", \"PreemptLowerPriority\"";
            at.reportAt("preemptionPolicy", Type.NOT_SUPPORTED, Found.text(policy.value()), supported, rule, "");
        }
    }
}
