package io.github.workload4j.policy.rule;

import io.github.workload4j.api.ControllerRef;
import io.github.workload4j.api.field.Violation.Type;

/** The members of {@code spec.controllerRef}, alike in every version (A1-1 to A1-5, A2-1, B-2). */
final class ControllerRefRules {

    private ControllerRefRules() {}

    /** Checks a reference of Kubernetes 1.35. */
    static void checkV1Alpha1(ControllerRef reference, Findings at) {
        check(reference, Formats.CHARACTERS, "A1-1", "A1-2", "A1-3", "A1-4", "A1-5", at);
    }

    /** Checks a reference of Kubernetes 1.36 and later. */
    static void check(ControllerRef reference, String rule, Findings at) {
        check(reference, Formats.BYTES, rule, rule, rule, rule, rule, at);
    }

    private static void check(
            ControllerRef reference,
            String unit,
            String group,
            String kind,
            String kindFormat,
            String name,
            String nameFormat,
            Findings at) {
        at.down("controllerRef");
        if (!reference.apiGroup().isEmpty()) {
            Formats.SUBDOMAIN.check("apiGroup", reference.apiGroup(), unit, group, at);
        }
        segment("kind", reference.kind(), unit, kind, kindFormat, at);
        segment("name", reference.name(), unit, name, nameFormat, at);
        at.up();
    }

    private static void segment(String field, String value, String unit, String presence, String format, Findings at) {
        if (value.isEmpty()) {
            at.reportAt(field, Type.REQUIRED, "", "", presence, "");
        } else {
            Formats.PATH_SEGMENT.check(field, value, unit, format, at);
        }
    }
}
