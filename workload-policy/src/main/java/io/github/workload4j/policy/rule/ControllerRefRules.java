package io.github.workload4j.policy.rule;

import io.github.workload4j.api.ControllerRef;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.policy.Rule;

/**
 * The members of {@code spec.controllerRef}: the same rules in every version, listed one by one in {@code v1alpha1}
 * only.
 */
enum ControllerRefRules {
    V1ALPHA1(Formats.CHARACTERS, Rule.A1_1, Rule.A1_2, Rule.A1_3, Rule.A1_4, Rule.A1_5),
    V1ALPHA2(Formats.BYTES, Rule.A2_1, Rule.A2_1, Rule.A2_1, Rule.A2_1, Rule.A2_1),
    SINCE_V1ALPHA3(Formats.BYTES, Rule.B_2, Rule.B_2, Rule.B_2, Rule.B_2, Rule.B_2);

    private final String unit;
    private final Rule groupFormat;
    private final Rule kindPresence;
    private final Rule kindFormat;
    private final Rule namePresence;
    private final Rule nameFormat;

    ControllerRefRules(
            String unit, Rule groupFormat, Rule kindPresence, Rule kindFormat, Rule namePresence, Rule nameFormat) {
        this.unit = unit;
        this.groupFormat = groupFormat;
        this.kindPresence = kindPresence;
        this.kindFormat = kindFormat;
        this.namePresence = namePresence;
        this.nameFormat = nameFormat;
    }

    /** Checks the reference of the spec at which the findings stand. */
    void check(ControllerRef reference, Findings at) {
        at.down("controllerRef");
        if (!reference.apiGroup().isEmpty()) {
            Formats.SUBDOMAIN.check("apiGroup", reference.apiGroup(), unit, groupFormat, at);
        }
        segment("kind", reference.kind(), kindPresence, kindFormat, at);
        segment("name", reference.name(), namePresence, nameFormat, at);
        at.up();
    }

    private void segment(String field, String value, Rule presence, Rule format, Findings at) {
        if (value.isEmpty()) {
            at.reportAt(field, Type.REQUIRED, "", "", presence, "");
        } else {
            Formats.PATH_SEGMENT.check(field, value, unit, format, at);
        }
    }
}
