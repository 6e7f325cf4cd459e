package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.ManifestWorld;
import io.github.workload4j.gang.Verdict;
import org.junit.jupiter.api.Test;

/** Pods that each name a claim that no other names are alike; a claim that is named twice is one claim. */
class OwnClaimsTest {

    private static final String CLUSTER = """
            {apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: g, namespace: d},
             spec: {schedulingPolicy: {gang: {minCount: 2}}}}
            ---
            {apiVersion: resource.k8s.io/v1, kind: DeviceClass, metadata: {name: gpu}, spec: {}}
            ---
            {apiVersion: v1, kind: Node, metadata: {name: n0}, status: {allocatable: {cpu: 9, pods: 9}}}
            """;

    private static String devices(int count) {
        return "---\n{apiVersion: resource.k8s.io/v1, kind: ResourceSlice, metadata: {name: s}, spec: {driver: x.y, "
                + "nodeName: n0, pool: {name: n0, generation: 1, resourceSliceCount: 1}, devices: ["
                + "{name: g0}, {name: g1}, ".substring(0, 12 * count) + "]}}\n";
    }

    private static String claim(String name, String more) {
        return "---\n{apiVersion: resource.k8s.io/v1, kind: ResourceClaim, metadata: {name: " + name
                + ", namespace: d}, spec: {devices: {requests: [{name: r, exactly: {deviceClassName: gpu}}]}}" + more
                + "}\n";
    }

    private static String pod(String name, String... claims) {
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < claims.length; i++) {
            entries.append("{name: e")
                    .append(i)
                    .append(", resourceClaimName: ")
                    .append(claims[i])
                    .append("}, ");
        }
        return "---\n{apiVersion: v1, kind: Pod, metadata: {name: " + name + ", namespace: d}, spec: {schedulingGroup: "
                + "{podGroupName: g}, resourceClaims: [" + entries + "], containers: [{name: m}]}}\n";
    }

    private static int classes(ManifestWorld world) {
        return GroupQuestion.of(world.snapshot(), Groups.of(world.groups()), GroupRef.podGroup("d", "g"))
                .orElseThrow()
                .podClasses()
                .size();
    }

    private static Verdict answer(ManifestWorld world) {
        return world.answer(ClusterSetup.OPEN, "d", "g");
    }

    @Test
    void podsWithAClaimEachAreOfOneClass() {
        String pods = claim("a", "") + claim("b", "") + pod("p", "a") + pod("q", "b");
        ManifestWorld enough = ManifestWorld.of(CLUSTER + devices(2) + pods);
        assertThat(classes(enough)).isEqualTo(1);
        Verdict.Feasible fits = (Verdict.Feasible) answer(enough);
        assertThat(enough.replay(ClusterSetup.OPEN).objections(fits)).isEmpty();
        assertThat(fits.placement())
                .flatExtracting(Assignment::devices)
                .extracting(device -> device.device())
                .containsExactlyInAnyOrder("g0", "g1");
        assertThat(answer(ManifestWorld.of(CLUSTER + devices(1) + pods))).isInstanceOf(Verdict.Infeasible.class);
    }

    @Test
    void podsOfOneClaimShareItsDevice() {
        String other = pod("q", "a").replace("name: e0", "name: other");
        ManifestWorld world = ManifestWorld.of(CLUSTER + devices(1) + claim("a", "") + pod("p", "a") + other);
        Verdict.Feasible fits = (Verdict.Feasible) answer(world);
        assertThat(fits.placement()).allSatisfy(pod -> assertThat(pod.devices()).hasSize(1));
    }

    @Test
    void aPodThatNamesAClaimTwiceHasItOnce() {
        ManifestWorld world = ManifestWorld.of(
                CLUSTER.replace("minCount: 2", "minCount: 1") + devices(1) + claim("a", "") + pod("p", "a", "a"));
        Verdict.Feasible fits = (Verdict.Feasible) answer(world);
        assertThat(world.replay(ClusterSetup.OPEN).objections(fits)).isEmpty();
    }

    @Test
    void claimsThatAskSomethingElseAreApart() {
        ManifestWorld world = ManifestWorld.of(CLUSTER
                + devices(2)
                + claim("a", "")
                + claim("b", "").replace("gpu}", "gpu, count: 2}")
                + pod("p", "a")
                + pod("q", "b"));
        assertThat(classes(world)).isEqualTo(2);
        assertThat(answer(world)).isInstanceOf(Verdict.Infeasible.class);
    }

    @Test
    void aClaimThatMayBeFreedAgainIsTheOnlyOneOfItsClass() {
        String given = ", status: {allocation: {devices: {results: [{request: r, driver: x.y, pool: n0, device: %s"
                + ", bindingFailureConditions: [broken]}]}}, devices: [{driver: x.y, pool: n0, device: %s"
                + ", conditions: [{type: broken, status: '%s', reason: r, message: m, "
                + "lastTransitionTime: '2026-01-01T00:00:00Z'}]}]}";
        String sound = claim("a", String.format(given, "g0", "g0", "False"));
        String broken = claim("b", String.format(given, "g1", "g1", "True"));
        String pods = pod("p", "a") + pod("q", "b");
        ManifestWorld world = ManifestWorld.of(CLUSTER + devices(2) + sound + broken + pods);
        assertThat(classes(world)).isEqualTo(2);
        assertThat(answer(world)).isInstanceOf(Verdict.Undetermined.class);
        String mended = broken.replace("'True'", "'False'");
        ManifestWorld both = ManifestWorld.of(CLUSTER + devices(2) + sound + mended + pods);
        assertThat(classes(both)).isEqualTo(1);
        assertThat(answer(both)).isInstanceOf(Verdict.Feasible.class);
    }
}
