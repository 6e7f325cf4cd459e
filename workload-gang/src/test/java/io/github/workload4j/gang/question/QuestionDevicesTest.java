package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.gang.DeviceNote;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.ManifestWorld;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pod that names a claim, and a node of too little cpu whose device the claim may get meanwhile. */
class QuestionDevicesTest {

    private static final String GROUP_AND_CLASS = """
        apiVersion: scheduling.k8s.io/v1beta1
        kind: PodGroup
        metadata: {name: g, namespace: d}
        spec: {schedulingPolicy: {gang: {minCount: 1}}}
        ---
        apiVersion: resource.k8s.io/v1
        kind: DeviceClass
        metadata: {name: gpu}
        spec: {}
        """;

    private static final String WORLD = GROUP_AND_CLASS + """
        ---
        apiVersion: v1
        kind: Node
        metadata: {name: small, labels: {kubernetes.io/hostname: small}}
        status: {allocatable: {cpu: 1, pods: 9}}
        ---
        apiVersion: v1
        kind: Node
        metadata: {name: large, labels: {kubernetes.io/hostname: large}}
        status: {allocatable: {cpu: 9, pods: 9}}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: d}
        spec:
          schedulingGroup: {podGroupName: g}
          resourceClaims: [{name: c, resourceClaimName: shared}]
          containers: [{name: main, resources: {requests: {cpu: 2}}}]
        ---
        apiVersion: resource.k8s.io/v1
        kind: ResourceSlice
        metadata: {name: small}
        spec:
          driver: gpu.example.com
          nodeName: small
          pool: {name: small, generation: 1, resourceSliceCount: 1}
          devices: [{name: gpu-0}]
        ---
        apiVersion: resource.k8s.io/v1
        kind: ResourceSlice
        metadata: {name: large}
        spec:
          driver: gpu.example.com
          nodeName: large
          pool: {name: large, generation: 1, resourceSliceCount: 1}
          devices: [{name: gpu-0}]
        ---
        apiVersion: resource.k8s.io/v1
        kind: ResourceClaim
        metadata: {name: shared, namespace: d}
        spec: {devices: {requests: [{name: r, exactly: {deviceClassName: gpu}}]}}
        """;

    private static final String ALLOCATED = """
        status:
          allocation:
            devices: {results: [{request: r, driver: gpu.example.com, pool: small, device: gpu-0}]}
            nodeSelector:
              nodeSelectorTerms:
              - matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [small]}]
        """;

    @Test
    void aQuestionAskedOfAnotherSnapshotSeesTheClaimsAsTheyAreThere() {
        ManifestWorld world = ManifestWorld.of(WORLD);
        ClusterSnapshot open = world.snapshot();
        Groups all = Groups.of(world.groups());
        GroupRef group = GroupRef.podGroup("d", "g");
        GroupQuestion question = GroupQuestion.of(open, all, group).orElseThrow();
        ClusterSnapshot allocated = ManifestWorld.of(WORLD + ALLOCATED).snapshot();
        assertThat(question.answer(Budget.DEFAULT)).isInstanceOf(Verdict.Feasible.class);
        assertThat(Feasibility.answer(allocated, all, group, Budget.DEFAULT)).isInstanceOf(Verdict.Infeasible.class);
        assertThat(question.on(allocated).answer(Budget.DEFAULT)).isInstanceOf(Verdict.Infeasible.class);
        assertThat(question.on(allocated).on(open).answer(Budget.DEFAULT)).isInstanceOf(Verdict.Feasible.class);
    }

    @Test
    void aQuestionAboutDevicesIsOpenedForEachCaller() {
        ManifestWorld world = ManifestWorld.of(WORLD);
        ClusterSnapshot snapshot = world.snapshot();
        Groups all = Groups.of(world.groups());
        GroupRef group = GroupRef.podGroup("d", "g");
        assertThat(Feasibility.open(snapshot, all, group)).isNotSameAs(Feasibility.open(snapshot, all, group));
        Verdict first = Feasibility.answer(snapshot, all, group, Budget.DEFAULT);
        assertThat(first).isInstanceOf(Verdict.Feasible.class);
        assertThat(Feasibility.answer(snapshot, all, group, Budget.DEFAULT)).isEqualTo(first);
    }

    private static ManifestWorld withClaimOf(String owner) {
        String owners = owner.isEmpty() ? "" : ", ownerReferences: [" + owner.replace("{", "{apiVersion: v1, ") + "]";
        return ManifestWorld.of(WORLD.replace("{name: p, namespace: d}", "{name: p, namespace: d, uid: u1}")
                .replace("resourceClaimName: shared}]", "resourceClaimTemplateName: t}]")
                .replace(
                        "cpu: 2}}}]",
                        "cpu: 2}}}]\nstatus: {resourceClaimStatuses: [{name: c, resourceClaimName: shared}]}")
                .replace("{name: shared, namespace: d}", "{name: shared, namespace: d" + owners + "}"));
    }

    /** The pod's status names the claim as made for it. */
    @ParameterizedTest
    @CsvSource({
        "'', feasible",
        "'{kind: Pod, name: p, uid: u1, controller: true}', feasible",
        "'{kind: Pod, name: p, uid: u2, controller: true}', infeasible",
        "'{kind: Pod, name: q, controller: true}', infeasible",
        "'{kind: PodGroup, name: g, uid: u3, controller: true}', feasible",
        "'{kind: PodGroup, name: h, uid: u3, controller: true}', infeasible",
        "'{kind: Job, name: j, uid: u4, controller: true}', infeasible",
        "'{kind: Job, name: j, uid: u4}', feasible"
    })
    void aClaimMadeForAnotherObjectIsNotThePods(String owner, String word) {
        ManifestWorld world = withClaimOf(owner);
        Verdict.Feasible ifOwn = (Verdict.Feasible) withClaimOf("").answer(ClusterSetup.OPEN, "d", "g");
        assertThat(world.answer(ClusterSetup.OPEN, "d", "g").word()).isEqualTo(word);
        assertThat(world.replay(ClusterSetup.OPEN).objections(ifOwn).isEmpty()).isEqualTo(word.equals("feasible"));
    }

    /** A device that both pods may have, and another that only the first may have. */
    private static final String RARE = """
        {apiVersion: v1, kind: Node, metadata: {name: n1}, status: {allocatable: {cpu: 9, pods: 9}}}
        ---
        {apiVersion: resource.k8s.io/v1, kind: DeviceClass, metadata: {name: any}, spec: {}}
        ---
        {apiVersion: resource.k8s.io/v1, kind: DeviceClass, metadata: {name: rare}, spec: {selectors: [{cel:
          {expression: 'device.driver == "a.example.com"'}}]}}
        ---
        {apiVersion: resource.k8s.io/v1, kind: ResourceSlice, metadata: {name: a}, spec: {driver: a.example.com,
          nodeName: n1, pool: {name: n1, generation: 1, resourceSliceCount: 1}, devices: [{name: gpu-0}]}}
        ---
        {apiVersion: resource.k8s.io/v1, kind: ResourceSlice, metadata: {name: b}, spec: {driver: b.example.com,
          nodeName: n1, pool: {name: n1, generation: 1, resourceSliceCount: 1}, devices: [{name: gpu-1}]}}
        ---
        {apiVersion: resource.k8s.io/v1, kind: ResourceClaim, metadata: {name: any, namespace: d}, spec: {devices:
          {requests: [{name: r, exactly: {deviceClassName: any}}]}}}
        ---
        {apiVersion: resource.k8s.io/v1, kind: ResourceClaim, metadata: {name: rare, namespace: d}, spec: {devices:
          {requests: [{name: r, exactly: {deviceClassName: rare}}]}}}
        ---
        {apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: g, namespace: d}, spec:
          {schedulingPolicy: {gang: {minCount: 2}}}}
        """;

    private static String pod(String name, String claim) {
        return "---\n{apiVersion: v1, kind: Pod, metadata: {name: " + name
                + ", namespace: d}, spec: {schedulingGroup: {podGroupName: g}, containers: [{name: m}],"
                + " resourceClaims: [{name: c, resourceClaimName: " + claim + "}]}}\n";
    }

    private static List<DeviceNote> notes(String pods) {
        ManifestWorld world = ManifestWorld.of(RARE + pods);
        GroupQuestion question = world.question("d", "g");
        Verdict.Feasible feasible = (Verdict.Feasible) question.answer(Budget.DEFAULT);
        return question.claims().deviceNotes(feasible.placement());
    }

    @Test
    void saysWhoGetsNoneWhereEachTakesTheFirstThatWillDo() {
        assertThat(notes(pod("p0", "any") + pod("p1", "rare")))
                .containsExactly(new DeviceNote("p1", "n1", "gpu-0", "p0"));
        assertThat(notes(pod("p0", "rare") + pod("p1", "any"))).isEmpty();
    }

    @Test
    void namesTheConditionsThatAPodWaitsFor() {
        String waiting = WORLD.replace(
                "devices: [{name: gpu-0}]", "devices: [{name: gpu-0, bindingConditions: [a.example.com/Attached]}]");
        Verdict.Feasible feasible = (Verdict.Feasible) ManifestWorld.of(waiting).answer(ClusterSetup.OPEN, "d", "g");
        assertThat(feasible.placement().get(0).devices().get(0).waitsFor()).containsExactly("a.example.com/Attached");
    }

    @Test
    void aClaimWhoseConditionFailedLeavesItOpen() {
        String failing = ALLOCATED
                        .replace("device: gpu-0}", "device: gpu-0, bindingFailureConditions: [a.example.com/Broken]}")
                        .replace("pool: small", "pool: large")
                        .replace("values: [small]", "values: [large]")
                + """
                  devices: [{driver: gpu.example.com, pool: large, device: gpu-0, conditions: [{type:
                    a.example.com/Broken, status: 'True', reason: r, message: m,
                    lastTransitionTime: '2026-01-01T00:00:00Z'}]}]
                """;
        assertThat(ManifestWorld.of(WORLD + failing).answer(ClusterSetup.OPEN, "d", "g"))
                .isInstanceOfSatisfying(
                        Verdict.Undetermined.class,
                        open -> assertThat(open.toString())
                                .contains("condition a.example.com/Broken of device gpu-0 holds"));
        assertThat(ManifestWorld.of(WORLD + failing.replace("'True'", "'False'"))
                        .answer(ClusterSetup.OPEN, "d", "g"))
                .isInstanceOf(Verdict.Feasible.class);
    }

    private static final String NODE_WITH_A_DEVICE = """
        ---
        apiVersion: v1
        kind: Node
        metadata: {name: n#}
        status: {allocatable: {cpu: 1, pods: 9}}
        ---
        apiVersion: resource.k8s.io/v1
        kind: ResourceSlice
        metadata: {name: n#}
        spec: {driver: gpu.example.com, nodeName: n#, pool: {name: n#, generation: 1, resourceSliceCount: 1},
          devices: [{name: gpu-0}]}
        """;

    private static final String POD_WITH_A_CLAIM = """
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: p#, namespace: d}
        spec:
          schedulingGroup: {podGroupName: g}
          resourceClaims: [{name: c, resourceClaimName: c#}]
          containers: [{name: main, resources: {requests: {cpu: 1}}}]
        ---
        apiVersion: resource.k8s.io/v1
        kind: ResourceClaim
        metadata: {name: c#, namespace: d}
        spec: {devices: {requests: [{name: r, exactly: {deviceClassName: gpu}}]}}
        """;

    @Test
    void placementsAreGoneThroughWithoutRecursion() throws InterruptedException {
        StringBuilder world = new StringBuilder(GROUP_AND_CLASS);
        for (int i = 0; i < 150; i++) {
            world.append(NODE_WITH_A_DEVICE.replace("#", "" + i));
            world.append(i < 30 ? POD_WITH_A_CLAIM.replace("#", "" + i) : "");
        }
        ManifestWorld all = ManifestWorld.of(world.toString());
        GroupQuestion question = all.question("d", "g");
        List<Verdict> verdicts = new ArrayList<>();
        Thread small = new Thread(null, () -> verdicts.add(question.answer(Budget.DEFAULT)), "small stack", 200_000);
        small.start();
        small.join();
        assertThat(verdicts)
                .singleElement()
                .isInstanceOfSatisfying(
                        Verdict.Feasible.class,
                        fits -> assertThat(fits.placed()).isEqualTo(30));
    }
}
