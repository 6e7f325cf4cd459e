package io.github.workload4j.policy.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import org.junit.jupiter.api.Test;

class UpdateTest {

    private static final PodGroup GROUP = PodGroup.gang(ApiVersion.V1BETA1, "ns", "g", 1);

    @Test
    void anUpdateIsOfTheSpecOrOfTheStatus() {
        assertThat(Update.of(GROUP, GROUP).status()).isFalse();
        assertThat(Update.ofStatus(GROUP, GROUP).status()).isTrue();
    }

    @Test
    void bothObjectsAreOfOneKind() {
        Workload workload = Workload.of(ApiVersion.V1BETA1, "ns", "w", PodGroupTemplate.gang("a", 1));
        assertThatThrownBy(() -> Update.of(GROUP, workload))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("updated: Workload (expected: PodGroup, as the stored object)");
        assertThatThrownBy(() -> Update.of(null, workload)).hasMessage("old");
    }

    @Test
    void updateReadsAsOneLineWithoutItsObjects() {
        assertThat(Update.of(GROUP, GROUP)).hasToString("Update[PodGroup ns/g]");
        assertThat(Update.ofStatus(GROUP, GROUP)).hasToString("Update[status of PodGroup ns/g]");
    }
}
