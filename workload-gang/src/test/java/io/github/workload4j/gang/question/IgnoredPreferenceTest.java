package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IgnoredPreferenceTest {

    private static final GroupRef TRAIN = GroupRef.podGroup("ml", "train");

    private static List<IgnoredPreference> of(String... specs) {
        List<Pod> pods = new ArrayList<>();
        for (int i = 0; i < specs.length; i++) {
            String pod = "{apiVersion: v1, kind: Pod, metadata: {namespace: ml, name: p" + i
                    + "}, spec: {schedulingGroup: {podGroupName: train}, " + specs[i] + "}}";
            for (Document document : ManifestReader.strict().read(pod)) {
                pods.add((Pod) ((Decoded) document).object());
            }
        }
        return IgnoredPreference.of(ClusterSnapshot.of(List.of(), pods), Groups.of(List.of()), TRAIN);
    }

    @Test
    void wishesOfPendingPodsAreListedByKind() {
        String node =
                "affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, preference:"
                        + " {matchExpressions: [{key: disk, operator: Exists}]}}]}}";
        String apart = "affinity: {podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1,"
                + " podAffinityTerm: {topologyKey: zone}}]}}";
        String with = apart.replace("podAntiAffinity", "podAffinity");
        String spread =
                "topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway}]";
        assertThat(of(spread, node, spread, apart, with))
                .containsExactly(
                        new IgnoredPreference(IgnoredPreference.What.PREFERRED_NODE_AFFINITY, 1, "ml/p1"),
                        new IgnoredPreference(IgnoredPreference.What.PREFERRED_POD_AFFINITY, 1, "ml/p4"),
                        new IgnoredPreference(IgnoredPreference.What.PREFERRED_POD_ANTI_AFFINITY, 1, "ml/p3"),
                        new IgnoredPreference(IgnoredPreference.What.SCHEDULE_ANYWAY, 2, "ml/p0"));
    }

    @Test
    void rulesAreNoWishes() {
        assertThat(of(
                        "topologySpreadConstraints:"
                                + " [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule}]",
                        "affinity: {podAffinity:"
                                + " {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: zone}]}}"))
                .isEmpty();
    }
}
