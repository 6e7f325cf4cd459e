package io.github.workload4j.gang.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.ManifestWriter;
import io.github.workload4j.gang.eligibility.NodeRules;
import io.github.workload4j.gang.eligibility.SchedulerRules;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which features of a node a pod needs, by release: the answer and the checker say the same, each by its own code. */
class DeclaredFeaturesTest {

    private static final String FEATURES =
            "RestartAllContainersOnContainerExits UserNamespacesHostNetworkSupport VolumeBindMountOptions"
                    + " SecurityProfileOCI PodCertificateMLDSA";
    private static final Node PLAIN = read(Node.class, "kind: Node\nmetadata: {name: node-1}\n");
    private static final Node DECLARING = read(
            Node.class,
            "kind: Node\nmetadata: {name: node-1}\nstatus: {declaredFeatures: [" + FEATURES.replace(' ', ',') + "]}\n");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1.35 | RestartAllContainersOnContainerExits | containers: [{name: c, restartPolicyRules: [{action:"
                        + " RestartAllContainers}]}]",
                "1.35 | RestartAllContainersOnContainerExits | initContainers: [{name: c, restartPolicyRules: [{action:"
                        + " Restart}, {action: RestartAllContainers}]}]",
                "none |                                  | ephemeralContainers: [{name: c, restartPolicyRules:"
                        + " [{action: RestartAllContainers}]}]",
                "none |                                  | containers: [{name: c, restartPolicyRules: [{action:"
                        + " Restart}]}]",
                "1.36 | UserNamespacesHostNetworkSupport | hostNetwork: true, hostUsers: false",
                "none |                                  | hostNetwork: true, hostUsers: true",
                "none |                                  | hostUsers: false",
                "1.37 | VolumeBindMountOptions           | containers: [{name: c, volumeMounts: [{name: a}, {name: b,"
                        + " bindMountOptions: [noexec]}]}]",
                "1.37 | VolumeBindMountOptions           | ephemeralContainers: [{name: c, volumeMounts: [{name: b,"
                        + " bindMountOptions: [noexec]}]}]",
                "none |                                  | initContainers: [{name: c, volumeMounts: [{name: b,"
                        + " bindMountOptions: []}]}]",
                "1.38 | SecurityProfileOCI               | securityContext: {seccompProfile: {type: OCI}}",
                "1.38 | SecurityProfileOCI               | ephemeralContainers: [{name: c, securityContext:"
                        + " {seccompProfile: {type: OCI}}}]",
                "1.38 | SecurityProfileOCI               | initContainers: [{name: c, securityContext: {runAsUser: 1,"
                        + " seccompProfile: {type: OCI}}}]",
                "none |                                  | securityContext: {seccompProfile: {type: RuntimeDefault}}",
                "1.38 | PodCertificateMLDSA              | volumes: [{name: v, projected: {sources: [{secret: {}},"
                        + " {podCertificate: {keyType: MLDSA65}}]}}]",
                "none |                                  | volumes: [{name: v, projected: {sources: [{podCertificate:"
                        + " {keyType: ED25519}}]}}]",
                "none |                                  | volumes: [{name: v, projected: {sources: [{configMap: {name:"
                        + " m}}]}}]",
            })
    void aPodNeedsAFeatureFromARelease(String since, String feature, String spec) {
        Pod pod = read(Pod.class, "kind: Pod\nmetadata: {name: p}\nspec: {" + spec + "}\n");
        FeatureGates declared = FeatureGates.DEFAULTS.with(FeatureGate.NODE_DECLARED_FEATURES, true);
        for (KubernetesRelease release : KubernetesRelease.all()) {
            boolean needs = !since.equals("none") && release.isAtLeast(KubernetesRelease.parse(since));
            SchedulerRules rules = SchedulerRules.of(release, ClusterSetup.OPEN.withFeatureGates(declared));
            NodeChecks checker = new NodeChecks(ReplayRules.of(release, declared));
            assertThat(NodeRules.of(pod, rules).lacking(PLAIN))
                    .as(release + " " + spec)
                    .isEqualTo(checker.lacking(pod, PLAIN))
                    .isEqualTo(needs ? List.of(feature) : List.of());
            assertThat(NodeRules.of(pod, rules).admits(DECLARING)).isTrue();
            assertThat(checker.lacking(pod, DECLARING)).isEmpty();
        }
        ReplayRules without = ReplayRules.of(KubernetesRelease.V1_35, FeatureGates.DEFAULTS);
        assertThat(new NodeChecks(without).lacking(pod, PLAIN)).isEmpty();
        assertThat(read(Pod.class, ManifestWriter.yaml().write(pod))).isEqualTo(pod);
    }

    private static <T extends ApiObject> T read(Class<T> kind, String text) {
        String manifest = text.startsWith("kind") ? "apiVersion: v1\n" + text : text;
        return kind.cast(((Decoded) ManifestReader.strict().read(manifest).get(0)).object());
    }
}
