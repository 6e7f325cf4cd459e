package io.github.workload4j.policy.rule;

import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.api.json.CompactJson;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.policy.Rule;
import java.util.Objects;

/** PriorityClass {@code v1}. */
final class PriorityClassRules {

    private static final int HIGHEST_OF_USERS = 1_000_000_000;
    private static final String RESERVED = "system-";

    private PriorityClassRules() {}

    /** Checks a new class. */
    static void create(PriorityClass priorityClass, Findings at) {
        String name = priorityClass.metadata().name();
        if (name.startsWith(RESERVED)) {
            reserved(priorityClass, name, at);
        } else if (priorityClass.value() > HIGHEST_OF_USERS) {
            String detail = "maximum allowed value of a user defined priority is " + HIGHEST_OF_USERS;
            at.reportAt("value", Type.FORBIDDEN, "", detail, Rule.P_2, "");
        }
        if (priorityClass.preemptionPolicy() != null) {
            if (priorityClass.preemptionPolicy().value().isEmpty()) {
                at.reportAt("preemptionPolicy", Type.REQUIRED, "", "", Rule.P_3, "");
            } else {
                SharedFieldRules.preemptionWord(priorityClass.preemptionPolicy(), Rule.P_3, at);
            }
        }
    }

    private static void reserved(PriorityClass priorityClass, String name, Findings at) {
        Integer value = PriorityClass.BUILT_IN.get(name);
        String error;
        if (value == null) {
            error = name + " is not a known system priority class";
        } else if (value != priorityClass.value()) {
            error = "value of " + name + " PriorityClass must be " + value;
        } else if (priorityClass.globalDefault()) {
            error = "globalDefault of " + name + " PriorityClass must be false";
        } else {
            return;
        }
        String detail =
                "priority class names with '" + RESERVED + "' prefix are reserved for system use only. error: " + error;
        at.down("metadata");
        at.reportAt("name", Type.FORBIDDEN, "", detail, Rule.P_1, "");
        at.up();
    }

    /** Checks an update of a class: what may not change, and nothing else. */
    static void update(PriorityClass old, PriorityClass now, RuleContext context, Findings at) {
        if (old.value() != now.value()) {
            if (context.isAtLeast(KubernetesRelease.V1_38)) {
                String found = CompactJson.number(now.value());
                at.reportAt("value", Type.INVALID, found, "field is immutable", Rule.P_4, "immutable");
            } else {
                at.reportAt("value", Type.FORBIDDEN, "", "may not be changed in an update.", Rule.P_4, "");
            }
        }
        if (!Objects.equals(old.preemptionPolicy(), now.preemptionPolicy())) {
            String found = now.preemptionPolicy() == null
                    ? CompactJson.NULL
                    : CompactJson.text(now.preemptionPolicy().value());
            at.reportAt("preemptionPolicy", Type.INVALID, found, "field is immutable", Rule.P_5, "immutable");
        }
    }
}
