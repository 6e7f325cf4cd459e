package io.github.workload4j.policy.rule;

import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.PodGroupResourceClaimStatus;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.api.meta.Condition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Conditions and claim statuses ({@code api-validation.md} section 8). Up to Kubernetes 1.36 conditions are judged by hand, always; from 1.37
 * what did not change is not judged again.
 */
final class StatusRules {

    private static final int MOST_CLAIMS = 4;
    private static final int LONGEST_REASON = 1024;
    private static final int LONGEST_MESSAGE = 32_768;
    private static final Condition NO_CONDITION = Condition.builder().build();
    private static final String REASON_PATTERN = "[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?";
    private static final String REASON_RULE =
            "a condition reason must start with alphabetic character, optionally followed by a string of"
                    + " alphanumeric characters or '_,:', and must end with an alphanumeric character or '_' (e.g. 'my_name',  or 'MY_NAME',  or"
                    + " 'MyName',  or 'ReasonA,ReasonB',  or 'ReasonA:ReasonB', regex used for validation is '"
                    + REASON_PATTERN + "')";

    private StatusRules() {}

    /** Judges the conditions of the status at which the findings stand. */
    static void conditions(List<Condition> now, List<Condition> old, boolean declared, Findings at) {
        if (declared && now.equals(old)) {
            return;
        }
        Set<String> types = new HashSet<>();
        for (int i = 0; i < now.size(); i++) {
            Condition condition = now.get(i);
            Condition before = declared ? DeclarativeRules.matching(old, Condition::type, condition.type()) : null;
            at.down("conditions", i);
            if (!types.add(condition.type())) {
                if (declared) {
                    at.report(Type.DUPLICATE, at.wantsText() ? Found.condition(condition) : "", "", "S-1", "");
                } else {
                    at.reportAt("type", Type.DUPLICATE, Found.text(condition.type()), "", "S-1", "");
                }
            }
            if (!DeclarativeRules.isUnchanged(before, condition)) {
                condition(condition, before == null ? NO_CONDITION : before, before != null, declared, at);
            }
            at.up();
        }
    }

    private static void condition(Condition now, Condition old, boolean update, boolean declared, Findings at) {
        if (!update) {
            if (declared && now.type().isEmpty()) {
                at.reportAt("type", Type.REQUIRED, "", "is required", "S-2", "");
            } else {
                Formats.LABEL_KEY.check("type", now.type(), declared ? Formats.BYTES : Formats.CHARACTERS, "S-2", at);
            }
        }
        if (!update || !now.status().equals(old.status())) {
            status(now.status(), declared, at);
        }
        if ((!update || now.observedGeneration() != old.observedGeneration()) && now.observedGeneration() < 0) {
            String found = Found.number(now.observedGeneration());
            at.reportAt(
                    "observedGeneration",
                    Type.INVALID,
                    found,
                    "must be greater than or equal to zero",
                    "S-4",
                    "minimum");
        }
        if (now.lastTransitionTime() == null && (!update || old.lastTransitionTime() != null)) {
            at.reportAt("lastTransitionTime", Type.REQUIRED, "", "must be set", "S-5", "");
        }
        if (!update || !now.reason().equals(old.reason())) {
            reason(now.reason(), at);
        }
        if ((!update || !now.message().equals(old.message())) && Formats.bytes(now.message()) > LONGEST_MESSAGE) {
            at.reportAt("message", Type.TOO_LONG, "", "may not be more than " + LONGEST_MESSAGE + " bytes", "S-7", "");
        }
    }

    private static void status(String status, boolean declared, Findings at) {
        if (declared && status.isEmpty()) {
            at.reportAt("status", Type.REQUIRED, "", "is required", "S-3", "");
        } else if (!status.equals("True") && !status.equals("False") && !status.equals("Unknown")) {
            String supported = "supported values: \"False\", \"True\", \"Unknown\"";
            at.reportAt("status", Type.NOT_SUPPORTED, Found.text(status), supported, "S-3", "");
        }
    }

    private static void reason(String reason, Findings at) {
        if (reason.isEmpty()) {
            at.reportAt("reason", Type.REQUIRED, "", "must be set", "S-6", "");
            return;
        }
        if (!isReason(reason)) {
            at.reportAt("reason", Type.INVALID, Found.text(reason), REASON_RULE, "S-6", "");
        }
        if (Formats.bytes(reason) > LONGEST_REASON) {
            at.reportAt("reason", Type.TOO_LONG, "", "may not be more than " + LONGEST_REASON + " bytes", "S-6", "");
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

    /** Judges the claim statuses of the status at which the findings stand. */
    static void claims(
            List<PodGroupResourceClaimStatus> now,
            List<PodGroupResourceClaimStatus> old,
            List<PodGroupResourceClaim> claims,
            Findings at) {
        String field = "resourceClaimStatuses";
        if (!now.equals(old) && !DeclarativeRules.tooMany(field, now, MOST_CLAIMS, "S-8", at)) {
            DeclarativeRules.unique(field, now, PodGroupResourceClaimStatus::name, Found::claimStatus, "S-8", at);
            for (int i = 0; i < now.size(); i++) {
                PodGroupResourceClaimStatus before = DeclarativeRules.matching(
                        old, PodGroupResourceClaimStatus::name, now.get(i).name());
                reference(now.get(i), before, at.down(field, i));
                at.up();
            }
        }
        for (int i = 0; i < now.size(); i++) {
            String name = now.get(i).name();
            if (DeclarativeRules.indexOf(claims, PodGroupResourceClaim::name, name) == claims.size()) {
                at.down(field, i);
                String detail = "must match the name of an entry in `spec.resourceClaims`";
                at.reportAt("name", Type.INVALID, Found.text(name), detail, "S-9", "");
                at.up();
            }
        }
    }

    private static void reference(
            PodGroupResourceClaimStatus now, @Nullable PodGroupResourceClaimStatus before, Findings at) {
        if (now.resourceClaimName() != null && !DeclarativeRules.isUnchanged(before, now)) {
            Formats.SUBDOMAIN.check("resourceClaimName", now.resourceClaimName(), Formats.BYTES, "S-10", at);
        }
    }
}
