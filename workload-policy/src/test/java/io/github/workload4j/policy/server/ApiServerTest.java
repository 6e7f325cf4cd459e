package io.github.workload4j.policy.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupStatus;
import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.Condition;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.policy.Refusal;
import io.github.workload4j.policy.Rule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiServerTest {

    private static final ApiServer OF_137 = ApiServer.of(ClusterSetup.of(KubernetesRelease.V1_37));
    private static final PodGroup GANG = PodGroup.gang(ApiVersion.V1BETA1, "", "train", 4);

    @Test
    void answerShowsWhatWasFilledIn() {
        ServerAnswer answer = OF_137.create(GANG);
        assertThat(answer.isAccepted()).isTrue();
        assertThat(answer.release()).isEqualTo(KubernetesRelease.V1_37);
        assertThat(answer.object().metadata().namespace()).isEqualTo("default");
        assertThat(answer.filled())
                .hasToString("[spec.disruptionMode: {\"single\":{}}, spec.preemptionPolicy: \"PreemptLowerPriority\"]");
    }

    @Test
    void answerShowsWhatWasDropped() {
        PodGroup group = GANG.withSpec(GANG.spec().toBuilder()
                .schedulingConstraints(new SchedulingConstraints(List.of()))
                .build());
        FeatureGates gates = FeatureGates.of(FeatureGate.GENERIC_WORKLOAD);
        ServerAnswer answer =
                ApiServer.of(ClusterSetup.OPEN.withFeatureGates(gates)).create(group);
        assertThat(answer.isAccepted()).isTrue();
        assertThat(answer.dropped())
                .hasToString("[spec.schedulingConstraints: TopologyAwareWorkloadScheduling is off]");
    }

    @Test
    void defaultThatIsDroppedAgainWasNeverAskedFor() {
        PodGroup group = PodGroup.gang(ApiVersion.V1ALPHA2, "ns", "g", 1);
        FeatureGates gates = FeatureGates.of(FeatureGate.GENERIC_WORKLOAD);
        ServerAnswer answer =
                ApiServer.of(ClusterSetup.OPEN.withFeatureGates(gates)).create(group);
        assertThat(answer.isAccepted()).isTrue();
        assertThat(answer.dropped()).isEmpty();
        assertThat(answer.filled()).isEmpty();
    }

    @Test
    void statusIsNotSetOnCreate() {
        PodGroup group =
                GANG.withStatus(new PodGroupStatus(List.of(Condition.builder().build()), List.of()));
        assertThat(((PodGroup) OF_137.create(group).object()).status()).isEqualTo(PodGroupStatus.EMPTY);
    }

    @Test
    void metadataThatAServerAloneSetsIsNotTakenFromACreate() {
        ObjectMeta sent = GANG.metadata().toBuilder()
                .uid("u")
                .creationTimestamp(Instant.EPOCH)
                .deletionTimestamp(Instant.EPOCH)
                .deletionGracePeriodSeconds(30L)
                .selfLink("/x")
                .build();
        assertThat(OF_137.create(GANG.withMetadata(sent)).object())
                .isEqualTo(OF_137.create(GANG).object());
    }

    @Test
    void refusedRequestIsNotJudged() {
        PodGroup group = GANG.withSpec(GANG.spec().toBuilder()
                .priorityClassName("none")
                .priority(2_000_000_000)
                .build());
        ServerAnswer answer = OF_137.withCluster(List.of()).create(group);
        assertThat(answer.refusals())
                .extracting(Refusal::message)
                .containsExactly("no PriorityClass with name none was found");
        assertThat(answer.violations()).isEmpty();
        assertThat(answer.isAccepted()).isFalse();
    }

    @Test
    void manifestAsWrittenIsNoUpdateOfWhatBecameOfIt() {
        PriorityClass usual = new PriorityClass(ObjectMeta.of("usual"), 10, true, "", PreemptionPolicy.NEVER);
        ApiServer server =
                ApiServer.of(ClusterSetup.of(KubernetesRelease.V1_38)).withCluster(List.of(usual));
        PodGroup stored = (PodGroup) server.create(GANG).object();
        assertThat(server.assumingCurrentVersions().update(stored, GANG).violations())
                .extracting(Violation::toString)
                .containsExactly(
                        "spec.priorityClassName: Invalid value: null: field is immutable",
                        "spec.priority: Invalid value: null: field is immutable",
                        "spec.preemptionPolicy: Invalid value: null: field is immutable");
        assertThat(server.assumingCurrentVersions().update(stored, stored).isAccepted())
                .isTrue();
    }

    @Test
    void updateSaysOfWhichVersionItIs() {
        PodGroup stored = (PodGroup) OF_137.create(GANG).object();
        assertThat(OF_137.update(stored, GANG).violations())
                .extracting(Violation::rule)
                .containsExactly("M-U1");
    }

    @Test
    void namespaceOfAPriorityClassIsCleared() {
        PriorityClass named = new PriorityClass(ObjectMeta.of("ns", "high"), 10, false, "", null);
        ServerAnswer answer = OF_137.create(named);
        assertThat(answer.isAccepted()).isTrue();
        assertThat(answer.object().metadata().namespace()).isEmpty();
    }

    @Test
    void updateOfTheStatusLeavesTheRestAsItIs() {
        PodGroup stored = (PodGroup) OF_137.create(GANG).object();
        PodGroup sent = PodGroup.gang(ApiVersion.V1BETA1, "default", "train", 9)
                .withStatus(new PodGroupStatus(List.of(Condition.builder().build()), List.of()));
        ServerAnswer answer = OF_137.assumingCurrentVersions().updateStatus(stored, sent);
        assertThat(((PodGroup) answer.object()).spec()).isEqualTo(stored.spec());
        assertThat(answer.violations()).extracting(Violation::rule).containsExactly("S-2", "S-3", "S-5", "S-6");
    }

    /** Measured on 1.36.3: what is filled in is judged before a missing Workload refuses the group. */
    @Test
    void aMissingWorkloadIsLookedForOnceNoRuleIsBroken() {
        ApiServer server =
                ApiServer.of(ClusterSetup.of(KubernetesRelease.V1_36)).withCluster(List.of());
        PodGroup group = PodGroup.gang(ApiVersion.V1ALPHA2, "ns", "g", 2);
        PodGroup lost = group.withSpec(group.spec().toBuilder()
                .workloadRef(new TemplateRef.Named("w", "t"))
                .build());
        ServerAnswer refused = server.create(lost);
        assertThat(refused.refusals()).extracting(Refusal::rule).containsExactly(Rule.D_7);
        assertThat(refused.violations()).isEmpty();
        PodGroup both = lost.withSpec(lost.spec().toBuilder()
                .priorityClassName("system-node-critical")
                .build());
        ServerAnswer broken = server.create(both);
        assertThat(broken.refusals()).isEmpty();
        assertThat(broken.violations())
                .extracting(violation -> violation.path().toString())
                .containsExactly("spec.priority");
    }
}
