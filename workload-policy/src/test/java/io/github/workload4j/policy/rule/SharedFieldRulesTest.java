package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.ClaimSource;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.policy.Rule;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedFieldRulesTest {

    private static final Change CREATE = new Change.Create(Subject.LEAF);
    private static final Change UPDATE = new Change.Update(Subject.LEAF, Rule.B_GU, Rule.B_U3);
    private static final RuleContext CONTEXT = Judged.in(ApiVersion.V1BETA1);
    private static final SchedulingPolicy NO_POLICY = SchedulingPolicy.of(null, null);

    @Test
    void bothMembersOfAPolicyAreJudged() {
        SchedulingPolicy both = SchedulingPolicy.of(new SchedulingPolicy.Basic(), new SchedulingPolicy.Gang(-1));
        assertThat(Judged.by(at -> SharedFieldRules.policy(both, NO_POLICY, CREATE, at)))
                .containsExactly(
                        "B-7 schedulingPolicy: Invalid value: \"{basic, gang}\": must specify exactly one of: `basic`,"
                                + " `gang`",
                        "B-7 schedulingPolicy.gang.minCount: Invalid value: -1: must be greater than or equal to 1");
    }

    @Test
    void aMemberAddedToAPolicyIsASwitchAndAUnionOfTwo() {
        SchedulingPolicy gang = new SchedulingPolicy.Gang(1);
        SchedulingPolicy both = SchedulingPolicy.of(new SchedulingPolicy.Basic(), new SchedulingPolicy.Gang(0));
        assertThat(Judged.by(at -> SharedFieldRules.policy(both, gang, UPDATE, at)))
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly(
                        "B-7 schedulingPolicy", "B-U3 schedulingPolicy.basic", "B-7 schedulingPolicy.gang.minCount");
    }

    @Test
    void aTopologyKeyIsALabelKey() {
        assertThat(constraints("topology.kubernetes.io/zone")).isEmpty();
        assertThat(constraints("")).containsExactly("B-7 schedulingConstraints.topology[0].key: Required value");
        assertThat(constraints("Example.com/rack")).hasSize(1);
        assertThat(Judged.by(at -> SharedFieldRules.constraints(
                        SchedulingConstraints.sameDomain("rack"), null, CREATE, false, Rule.B_7, at)))
                .containsExactly("B-7 schedulingConstraints: Forbidden");
    }

    private static List<String> constraints(String key) {
        return Judged.by(at -> SharedFieldRules.constraints(SchedulingConstraints.sameDomain(key), null, CREATE, at));
    }

    @Test
    void thereAreAtMostFourClaimsEachWithOneSource() {
        PodGroupResourceClaim good = new PodGroupResourceClaim("a", ClaimSource.of("x", null));
        assertThat(claims(List.of(good))).isEmpty();
        assertThat(claims(Collections.nCopies(5, good)))
                .containsExactly("B-7 resourceClaims: Too many: 5: must have at most 4 items");
        assertThat(claims(List.of(good, good)))
                .containsExactly(
                        "B-7 resourceClaims[1]: Duplicate value: {\"name\":\"a\",\"resourceClaimName\":\"x\"}");
        assertThat(claims(List.of(new PodGroupResourceClaim("", ClaimSource.of("X", "")))))
                .as("two sources, no name, and neither source is well formed")
                .hasSize(4);
    }

    private static List<String> claims(List<PodGroupResourceClaim> claims) {
        return Judged.by(at -> SharedFieldRules.claims(claims, List.of(), CREATE, CONTEXT, at));
    }

    @Test
    void aModeIsAUnion() {
        assertThat(Judged.by(at -> SharedFieldRules.disruptionMode(DisruptionMode.of(true, false), null, CREATE, at)))
                .isEmpty();
        assertThat(Judged.by(at -> SharedFieldRules.disruptionMode(DisruptionMode.of(true, true), null, CREATE, at)))
                .containsExactly("B-8 disruptionMode: Invalid value: \"{single, all}\": must specify exactly one of:"
                        + " `single`, `all`");
    }

    @Test
    void aPriorityIsAtMostAThousandMillion() {
        assertThat(Judged.by(at -> SharedFieldRules.priority(1_000_000_000, null, CREATE, true, true, at)))
                .isEmpty();
        assertThat(Judged.by(at -> SharedFieldRules.priority(1_000_000_001, null, CREATE, true, true, at)))
                .containsExactly("B-7 priority: Invalid value: 1000000001: must be less than or equal to 1000000000");
        assertThat(Judged.by(at -> SharedFieldRules.priority(0, null, CREATE, false, true, at)))
                .as("zero is set")
                .containsExactly("B-7 priority: Forbidden");
        assertThat(Judged.by(at -> SharedFieldRules.priorityClass("A", "", CREATE, true, at)))
                .hasSize(1);
    }

    @Test
    void aPreemptionPolicyIsOneOfTwoWordsAndNeedsItsGate() {
        RuleContext off = Judged.without(ApiVersion.V1BETA1, FeatureGate.POD_GROUP_PREEMPTION_POLICY);
        PreemptionPolicy never = PreemptionPolicy.NEVER;
        assertThat(Judged.by(at -> SharedFieldRules.preemptionPolicy(never, null, CREATE, CONTEXT, at)))
                .isEmpty();
        assertThat(Judged.by(at -> SharedFieldRules.preemptionPolicy(never, null, CREATE, off, at)))
                .containsExactly("B-9 preemptionPolicy: Forbidden");
        assertThat(Judged.by(at ->
                        SharedFieldRules.preemptionPolicy(new PreemptionPolicy("Always"), null, CREATE, CONTEXT, at)))
                .hasSize(1);
    }
}
