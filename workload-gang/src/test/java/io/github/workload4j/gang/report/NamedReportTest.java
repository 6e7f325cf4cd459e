package io.github.workload4j.gang.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.ManifestWorld;
import io.github.workload4j.gang.OwnKeys;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.repair.FewestMoves;
import io.github.workload4j.gang.whatif.Evictions;
import io.github.workload4j.gang.whatif.NearestFits;
import io.github.workload4j.gang.whatif.NodesToAdd;
import io.github.workload4j.gang.whatif.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports in a caller's keys, of worlds in which pods are called pod-..., and nodes node-.... */
class NamedReportTest {

    private static final String NODE = """
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: %s, labels: {kubernetes.io/hostname: h%1$s}}
            spec: {unschedulable: %s}
            status: {allocatable: {cpu: "%s", pods: "9"}}
            """;
    private static final String MEMBER = """
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: %s, namespace: ml, labels: {app: train}}
            spec:
              priority: 9
              schedulingGroup: {podGroupName: train}
              containers: [{name: c, resources: {requests: {cpu: "2"}}}]
              volumes: [%s]
            """;
    private static final String OTHER = """
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: %s, namespace: sys}
            spec:
              priority: %s
              nodeName: %s
              containers: [{name: c, resources: {requests: {cpu: "%s"}}}]
              affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [%s]}}
            """;
    private static final String GUARDS = "{labelSelector: {matchLabels: {app: train}}, namespaceSelector: {},"
            + " topologyKey: kubernetes.io/hostname}";
    private static final String GROUP = """
            ---
            apiVersion: scheduling.k8s.io/v1beta1
            kind: PodGroup
            metadata: {name: train, namespace: ml}
            spec: {priority: 9, schedulingPolicy: {gang: {minCount: 2}}}
            """;
    private static final String VOLUME = """
            ---
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: v}
            spec:
              capacity: {storage: 1Gi}
              accessModes: [ReadWriteOnce]
              storageClassName: local
              local: {path: /d}
              %s
              nodeAffinity:
                required:
                  nodeSelectorTerms:
                    - matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [hnode-a]}]
            status: {phase: %s}
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: c, namespace: ml, annotations: {pv.kubernetes.io/bind-completed: "yes"}}
            spec:
              accessModes: [ReadWriteOnce]
              storageClassName: local
              resources: {requests: {storage: 1Gi}}
              volumeName: v
            status: {phase: Bound}
            """;

    private static String world(String what) {
        String members = GROUP + MEMBER.formatted("pod-0", "") + MEMBER.formatted("pod-1", "");
        String nodes = NODE.formatted("node-a", false, 3) + NODE.formatted("node-b", false, 3);
        return switch (what) {
            case "fits" -> members + nodes;
            case "short" -> members + NODE.formatted("node-a", false, 3);
            case "cordoned" -> members + nodes.replace("unschedulable: false", "unschedulable: true");
            case "repelled" -> members + nodes + OTHER.formatted("pod-guard", 0, "node-a", 0, GUARDS);
            case "occupied" -> members + nodes + OTHER.formatted("pod-low", 1, "node-a", 3, "");
            default ->
                GROUP
                        + MEMBER.formatted("pod-0", "{name: d, persistentVolumeClaim: {claimName: c}}")
                        + MEMBER.formatted("pod-1", "")
                        + nodes
                        + VOLUME.formatted("claimRef: {name: c, namespace: ml}", "Bound")
                        + OTHER.formatted("pod-low", 1, "node-a", 3, "");
        };
    }

    /** {@return every form of everything that is said of a world} */
    private static List<String> said(ManifestWorld world, OwnKeys<?, ?> keys) {
        ClusterSnapshot snapshot = world.snapshot();
        Groups groups = Groups.of(world.groups());
        GroupQuestion question = GroupQuestion.of(snapshot, groups, GroupRef.podGroup("ml", "train"))
                .orElseThrow();
        var verdict = question.answer(Budget.DEFAULT);
        var meter = Budget.DEFAULT.meter();
        AnswerReport answer = AnswerReport.of(snapshot, groups, verdict).named(keys);
        AnswerReport explained = answer.with(Explanation.of(question, verdict, meter));
        List<Suggestion> suggestions =
                new ArrayList<>(NearestFits.of(question, verdict, meter).suggestions());
        suggestions.addAll(NodesToAdd.of(question, verdict, meter).suggestions());
        WhatIfReport found = WhatIfReport.of(verdict, suggestions).named(keys);
        WhatIfReport whatIf = Evictions.of(question, verdict, groups, List.of(), meter)
                .map(found::with)
                .orElse(found)
                .with(FewestMoves.of(question, verdict, groups, List.of(), meter));
        return List.of(
                answer.toText(),
                answer.toJson(),
                answer.certificate().orElse(""),
                explained.toText(),
                explained.toJson(),
                whatIf.toText(),
                whatIf.toJson());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fits|uid of p0 -> uid of na",
                "short|add 1 node like uid of na",
                "cordoned|uncordon uid of na, uid of nb",
                "repelled|drop the anti-affinity of a pod that is there: uid of pguard on uid of na over",
                "occupied|evict uid of plow",
                "bound|uid of p0: claim c is bound to volume v, which only uid of na reaches"
            })
    void everyFormNamesPodsAndNodesByTheCallersKeys(String what, String sentence) {
        ManifestWorld world = ManifestWorld.of(world(what));
        Map<Object, Pod> pods = new HashMap<>();
        world.pods().forEach(pod -> pods.put("uid of " + pod.metadata().name().replace("pod-", "p"), pod));
        Map<Object, Node> nodes = new HashMap<>();
        world.nodes()
                .forEach(node -> nodes.put("uid of " + node.metadata().name().replace("node-", "n"), node));

        assertThat(said(world, OwnKeys.of(pods, nodes)))
                .noneMatch(text -> text.matches("(?s).*\\b(pod|node)-.*"))
                .anyMatch(text -> text.contains(sentence));
    }

    @Test
    void whatHasNoKeyKeepsItsName() {
        List<String> said = said(ManifestWorld.of(world("repelled")), OwnKeys.of(Map.of(), Map.of()));
        assertThat(said).anyMatch(text -> text.contains("evict sys/pod-guard"));
        assertThat(said).anyMatch(text -> text.contains("\"names\":[\"node-a\",\"node-b\"]"));
    }
}
