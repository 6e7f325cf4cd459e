package io.github.workload4j.intent.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.workload4j.api.yaml.ManifestReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class DerivedGroupTest {

    @Test
    void instancesInInstancesAreCountedOverAll() {
        Derivation derivation = Derivation.of(ManifestReader.lenient().read("""
                apiVersion: leaderworkerset.x-k8s.io/v1
                kind: LeaderWorkerSet
                metadata:
                  name: lws
                  annotations: {leaderworkerset.sigs.k8s.io/subgroup-exclusive-topology: rack}
                spec:
                  replicas: 2
                  leaderWorkerTemplate:
                    size: 4
                    subGroupPolicy: {subGroupSize: 2}
                    workerTemplate: {spec: {containers: [{name: c}]}}
                """));
        assertThat(derivation.derived())
                .filteredOn(group -> group.group().isComposite())
                .extracting(DerivedGroup::name, DerivedGroup::root, DerivedGroup::instance, DerivedGroup::made)
                .containsExactly(tuple("lws-0", "lws-0", 0L, true), tuple("lws-1", "lws-1", 1L, true));
        List<DerivedGroup> leaves = derivation.derived().stream()
                .filter(group -> !group.group().isComposite())
                .toList();
        assertThat(leaves).hasSize(4).allMatch(group -> group.pods().size() == 2 && group.members() == 0);
        assertThat(leaves).extracting(DerivedGroup::root).containsExactly("lws-0", "lws-0", "lws-1", "lws-1");
    }
}
