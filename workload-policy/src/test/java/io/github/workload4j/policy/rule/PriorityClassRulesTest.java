package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriorityClassRulesTest {

    @Test
    void aUsersClassHasAtMostAThousandMillion() {
        assertThat(create("high", 1_000_000_000, null)).isEmpty();
        assertThat(create("high", 1_000_000_001, null))
                .containsExactly(
                        "P-2 value: Forbidden: maximum allowed value of a user defined priority is 1000000000");
        assertThat(create("low", Integer.MIN_VALUE, null)).isEmpty();
    }

    @Test
    void theNamesOfTheSystemAreReserved() {
        assertThat(create("system-node-critical", 2_000_001_000, null)).isEmpty();
        assertThat(create("system-node-critical", 5, null))
                .containsExactly(
                        "P-1 metadata.name: Forbidden: priority class names with 'system-' prefix are reserved for"
                                + " system use only. error: value of system-node-critical PriorityClass must be"
                                + " 2000001000");
        assertThat(create("system-mine", 5, null))
                .singleElement()
                .asString()
                .endsWith("error: system-mine is not a known system priority class");
        assertThat(create("systematic", 5, null)).isEmpty();
    }

    @Test
    void thePreemptionPolicyIsOneOfTwoWords() {
        assertThat(create("a", 1, PreemptionPolicy.NEVER)).isEmpty();
        assertThat(create("a", 1, new PreemptionPolicy("never")))
                .containsExactly("P-3 preemptionPolicy: Unsupported value: \"never\": supported values: \"Never\","
                        + " \"PreemptLowerPriority\"");
    }

    @Test
    void valueAndPreemptionPolicyDoNotChange() {
        PriorityClass old = priorityClass("a", 1, null);
        assertThat(Judged.by(at -> PriorityClassRules.update(
                        old, priorityClass("a", 2, PreemptionPolicy.NEVER), Judged.in(ApiVersion.V1BETA1), at)))
                .containsExactly(
                        "P-4 value: Forbidden: may not be changed in an update.",
                        "P-5 preemptionPolicy: Invalid value: \"Never\": field is immutable");
        assertThat(Judged.by(at -> PriorityClassRules.update(old, old, Judged.in(ApiVersion.V1BETA1), at)))
                .isEmpty();
    }

    private static List<String> create(String name, int value, PreemptionPolicy policy) {
        return Judged.by(at -> PriorityClassRules.create(priorityClass(name, value, policy), at));
    }

    private static PriorityClass priorityClass(String name, int value, PreemptionPolicy policy) {
        return new PriorityClass(ObjectMeta.of(name), value, false, "", policy);
    }
}
