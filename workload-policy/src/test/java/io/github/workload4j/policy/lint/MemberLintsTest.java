package io.github.workload4j.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.ClaimSource;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodResourceClaim;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class MemberLintsTest {

    private static final PodGroup GROUP = PodGroup.gang(ApiVersion.V1BETA1, "ns", "g", 2);

    @Test
    void aGangNeedsAsManyPodsAsItsCount() {
        assertThat(lints(GROUP, pod("a"), pod("b"))).isEmpty();
        assertThat(lints(GROUP, pod("a"))).containsExactly(Lint.MIN_COUNT_ABOVE_PODS);
        assertThat(lints(GROUP)).as("without pods there is nothing to say").isEmpty();
    }

    @Test
    void podsOfAGroupHaveOneSchedulerAndOnePriority() {
        assertThat(lints(GROUP, pod("a"), pod("b", spec -> spec.schedulerName("other"))))
                .containsExactly(Lint.DIFFERENT_SCHEDULERS);
        assertThat(lints(GROUP, pod("a"), pod("b", spec -> spec.schedulerName("default-scheduler"))))
                .as("the default by name")
                .isEmpty();
        assertThat(lints(GROUP, pod("a"), pod("b", spec -> spec.priority(1))))
                .containsExactly(Lint.DIFFERENT_PRIORITIES);
    }

    @Test
    void aClaimIsSharedByNameAndSource() {
        PodGroup sharing = GROUP.withSpec(GROUP.spec().toBuilder()
                .resourceClaims(new PodGroupResourceClaim("gpu", ClaimSource.of("x", null)))
                .build());
        assertThat(lints(sharing, pod("a"), claiming("gpu", "x"))).isEmpty();
        assertThat(lints(sharing, pod("a"), claiming("gpu", "y"))).containsExactly(Lint.CLAIM_NOT_SHARED);
        assertThat(lints(sharing, pod("a"), claiming("other", "y"))).isEmpty();
    }

    private static List<Lint> lints(ApiObject... objects) {
        return Lints.check(List.of(objects)).stream().map(Warning::lint).toList();
    }

    private static Pod claiming(String name, String claim) {
        return pod("b", spec -> spec.resourceClaims(List.of(new PodResourceClaim(name, claim, null))));
    }

    private static Pod pod(String name) {
        return pod(name, spec -> spec);
    }

    private static Pod pod(String name, UnaryOperator<PodSpec.Builder> change) {
        PodSpec.Builder spec = PodSpec.builder().schedulingGroup(new PodSchedulingGroup("g"));
        return new Pod(
                ObjectMeta.of("ns", name),
                change.apply(spec).build(),
                PodStatus.builder().build());
    }
}
