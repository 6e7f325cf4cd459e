package io.github.workload4j.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterLintsTest {

    @Test
    void aLabelIsMissedOnlyWhereThereAreNodes() {
        PodGroup group = group("", "rack");
        assertThat(lints(group)).isEmpty();
        assertThat(lints(group, node("zone"))).containsExactly(Lint.UNKNOWN_TOPOLOGY_KEY);
        assertThat(lints(group, node("zone"), node("rack"))).isEmpty();
    }

    @Test
    void aPriorityClassIsMissedOnlyWhereThereAreOthers() {
        PodGroup group = group("high", "");
        assertThat(lints(group)).isEmpty();
        assertThat(lints(group, priorityClass("low", false))).containsExactly(Lint.MISSING_PRIORITY_CLASS);
        assertThat(lints(group, priorityClass("high", false))).isEmpty();
        assertThat(lints(group("system-node-critical", ""))).containsExactly(Lint.SYSTEM_PRIORITY_CLASS);
    }

    @Test
    void everyGlobalDefaultAfterTheFirstIsOneTooMany() {
        assertThat(lints(priorityClass("a", true), priorityClass("b", true), priorityClass("c", true)))
                .containsExactly(Lint.SEVERAL_GLOBAL_DEFAULTS, Lint.SEVERAL_GLOBAL_DEFAULTS);
    }

    private static List<Lint> lints(ApiObject... objects) {
        return Lints.check(List.of(objects)).stream().map(Warning::lint).toList();
    }

    private static PodGroup group(String priorityClass, String topology) {
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ns", "g", 1);
        return group.withSpec(group.spec().toBuilder()
                .priorityClassName(priorityClass)
                .schedulingConstraints(topology.isEmpty() ? null : SchedulingConstraints.sameDomain(topology))
                .build());
    }

    private static Node node(String label) {
        String manifest =
                "apiVersion: v1\nkind: Node\nmetadata: {name: with-" + label + ", labels: {" + label + ": x}}\n";
        return (Node) ((Decoded) ManifestReader.strict().read(manifest).get(0)).object();
    }

    private static PriorityClass priorityClass(String name, boolean globalDefault) {
        return new PriorityClass(ObjectMeta.of(name), 10, globalDefault, "", null);
    }
}
