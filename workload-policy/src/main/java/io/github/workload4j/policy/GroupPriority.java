package io.github.workload4j.policy;

import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What admission makes of the priority class of a group. */
record GroupPriority(
        String className, @Nullable Integer value, @Nullable PreemptionPolicy preemptionPolicy) {

    private static final int HIGHEST_OF_GROUPS = 1_000_000_000;

    /**
     * {@return what follows from a class, or from the global default if none is named; null if there is no such class}
     */
    static @Nullable GroupPriority of(
            String className, Map<String, PriorityClass> classes, @Nullable PriorityClass globalDefault) {
        PriorityClass found = className.isEmpty() ? globalDefault : classes.get(className);
        if (found != null) {
            PreemptionPolicy policy = found.preemptionPolicy();
            return new GroupPriority(
                    found.metadata().name(),
                    found.value(),
                    policy == null ? PreemptionPolicy.PREEMPT_LOWER_PRIORITY : policy);
        }
        Integer value = className.isEmpty() ? Integer.valueOf(0) : PriorityClass.BUILT_IN.get(className);
        return value == null ? null : new GroupPriority(className, value, PreemptionPolicy.PREEMPT_LOWER_PRIORITY);
    }

    /** Notes what is filled in beyond what was given. */
    void fillIn(GroupPriority given, KubernetesRelease release, FieldPath spec, List<Filled> filled) {
        if (!className.equals(given.className)) {
            filled.add(new Filled(spec.child("priorityClassName"), "\"" + className + "\"", Rule.D_5));
        }
        if (value != null && given.value == null) {
            boolean tooHigh = value > HIGHEST_OF_GROUPS && !release.isAtLeast(KubernetesRelease.V1_38);
            filled.add(new Filled(spec.child("priority"), value.toString(), tooHigh ? Rule.D_6 : Rule.D_5));
        }
        if (preemptionPolicy != null && !Objects.equals(preemptionPolicy, given.preemptionPolicy)) {
            filled.add(new Filled(spec.child("preemptionPolicy"), "\"" + preemptionPolicy.value() + "\"", Rule.D_5));
        }
    }
}
