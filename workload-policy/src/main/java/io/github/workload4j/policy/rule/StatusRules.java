package io.github.workload4j.policy.rule;

import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.PodGroupResourceClaimStatus;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.api.json.CompactJson;
import io.github.workload4j.api.meta.Condition;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.policy.Rule;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Conditions and claim statuses. The server has the rules of conditions written by hand, in every release: it judges
 * them on each update, changed or not.
 */
final class StatusRules {

    private static final int MAX_CLAIMS = 4;
    private static final int MAX_REASON_BYTES = 1024;
    private static final int MAX_MESSAGE_BYTES = 32_768;
    /** What a time that is not set reads as. */
    private static final Instant ZERO = Instant.parse("0001-01-01T00:00:00Z");

    private static final String REASON_PATTERN = "[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?";
    private static final String REASON_RULE =
            "a condition reason must start with alphabetic character, optionally followed by a string of alphanumeric"
                    + " characters or '_,:', and must end with an alphanumeric character or '_' (e.g. 'my_name',  or"
                    + " 'MY_NAME',  or 'MyName',  or 'ReasonA,ReasonB',  or 'ReasonA:ReasonB', regex used for"
                    + " validation is '"
                    + REASON_PATTERN + "')";

    private StatusRules() {}

    /** Checks the new status of a PodGroup; claims are those of the stored spec. */
    static void checkPodGroup(PodGroup old, PodGroup updated, RuleContext context, Findings at) {
        at.down("status");
        conditions(updated.status().conditions(), context.isAtLeast(KubernetesRelease.V1_37), at);
        claims(
                updated.status().resourceClaimStatuses(),
                old.status().resourceClaimStatuses(),
                old.spec().resourceClaims(),
                at);
        at.up();
    }

    /** Checks the new status of a CompositePodGroup. */
    static void checkCompositePodGroup(
            CompositePodGroup old, CompositePodGroup updated, RuleContext context, Findings at) {
        at.down("status");
        conditions(updated.status().conditions(), context.isAtLeast(KubernetesRelease.V1_37), at);
        at.up();
    }

    private static void conditions(List<Condition> conditions, boolean since137, Findings at) {
        Set<String> types = new HashSet<>();
        for (int i = 0; i < conditions.size(); i++) {
            Condition condition = conditions.get(i);
            at.down("conditions", i);
            if (!types.add(condition.type())) {
                if (since137) {
                    at.report(Type.DUPLICATE, CompactJson.text(condition.type()), "", Rule.S_1, "");
                } else {
                    at.reportAt("type", Type.DUPLICATE, CompactJson.text(condition.type()), "", Rule.S_1, "");
                }
            }
            condition(condition, since137, at);
            at.up();
        }
    }

    private static void condition(Condition condition, boolean since137, Findings at) {
        if (since137 && condition.type().isEmpty()) {
            at.reportAt("type", Type.REQUIRED, "", "is required", Rule.S_2, "");
        } else {
            Formats.LABEL_KEY.check("type", condition.type(), Formats.CHARACTERS, Rule.S_2, at);
        }
        status(condition.status(), since137, at);
        if (condition.observedGeneration() < 0) {
            at.reportAt(
                    "observedGeneration",
                    Type.INVALID,
                    CompactJson.number(condition.observedGeneration()),
                    "must be greater than or equal to zero",
                    Rule.S_4,
                    "minimum");
        }
        if (condition.lastTransitionTime() == null
                || condition.lastTransitionTime().equals(ZERO)) {
            at.reportAt("lastTransitionTime", Type.REQUIRED, "", "", Rule.S_5, "");
        }
        reason(condition.reason(), at);
        if (Formats.bytes(condition.message()) > MAX_MESSAGE_BYTES) {
            at.reportAt(
                    "message", Type.TOO_LONG, "", "may not be more than " + MAX_MESSAGE_BYTES + " bytes", Rule.S_7, "");
        }
    }

    private static void status(String status, boolean since137, Findings at) {
        if (since137 && status.isEmpty()) {
            at.reportAt("status", Type.REQUIRED, "", "", Rule.S_3, "");
        } else if (!status.equals("True") && !status.equals("False") && !status.equals("Unknown")) {
            String supported = "supported values: \"False\", \"True\", \"Unknown\"";
            at.reportAt("status", Type.NOT_SUPPORTED, CompactJson.text(status), supported, Rule.S_3, "");
        }
    }

    private static void reason(String reason, Findings at) {
        if (reason.isEmpty()) {
            at.reportAt("reason", Type.REQUIRED, "", "", Rule.S_6, "");
            return;
        }
        if (!isReason(reason)) {
            at.reportAt("reason", Type.INVALID, CompactJson.text(reason), REASON_RULE, Rule.S_6, "");
        }
        if (Formats.bytes(reason) > MAX_REASON_BYTES) {
            at.reportAt(
                    "reason", Type.TOO_LONG, "", "may not be more than " + MAX_REASON_BYTES + " bytes", Rule.S_6, "");
        }
    }

    private static boolean isReason(String reason) {
        for (int i = 0; i < reason.length(); i++) {
            char c = reason.charAt(i);
            boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
            boolean inside = letter || c >= '0' && c <= '9' || c == '_';
            boolean allowed = i == 0 ? letter : i == reason.length() - 1 ? inside : inside || c == ',' || c == ':';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    private static void claims(
            List<PodGroupResourceClaimStatus> now,
            List<PodGroupResourceClaimStatus> old,
            List<PodGroupResourceClaim> claims,
            Findings at) {
        String field = "resourceClaimStatuses";
        if (!now.equals(old) && !DeclarativeRules.tooMany(field, now, MAX_CLAIMS, Rule.S_8, at)) {
            DeclarativeRules.unique(
                    field, now, PodGroupResourceClaimStatus::name, CompactJson::claimStatus, Rule.S_8, at);
            for (int i = 0; i < now.size(); i++) {
                PodGroupResourceClaimStatus before = DeclarativeRules.matching(
                        old, PodGroupResourceClaimStatus::name, now.get(i).name());
                reference(now.get(i), before, at.down(field, i));
                at.up();
            }
        }
        Set<String> names = firstByKey(claims, PodGroupResourceClaim::name).keySet();
        for (int i = 0; i < now.size(); i++) {
            String name = now.get(i).name();
            if (!names.contains(name)) {
                at.down(field, i);
                String detail = "must match the name of an entry in `spec.resourceClaims`";
                at.reportAt("name", Type.INVALID, CompactJson.text(name), detail, Rule.S_9, "");
                at.up();
            }
        }
    }

    private static <T> Map<String, T> firstByKey(List<T> items, Function<T, String> key) {
        Map<String, T> first = new HashMap<>();
        items.forEach(item -> first.putIfAbsent(key.apply(item), item));
        return first;
    }

    private static void reference(
            PodGroupResourceClaimStatus now, @Nullable PodGroupResourceClaimStatus before, Findings at) {
        if (now.resourceClaimName() != null && !DeclarativeRules.isUnchanged(before, now)) {
            Formats.SUBDOMAIN.check("resourceClaimName", now.resourceClaimName(), Formats.BYTES, Rule.S_10, at);
        }
    }
}
