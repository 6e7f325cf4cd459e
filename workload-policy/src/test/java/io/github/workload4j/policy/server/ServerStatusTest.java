package io.github.workload4j.policy.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerStatusTest {

    private static final ApiServer OF_137 = ApiServer.of(ClusterSetup.of(KubernetesRelease.V1_37));

    @Test
    void brokenRuleIsInvalidWithItsField() {
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ml", "g", -1);
        assertThat(ServerStatus.of(OF_137.create(group)))
                .startsWith("{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},\"status\":\"Failure\","
                        + "\"message\":\"PodGroup.scheduling.k8s.io \\\"g\\\" is invalid: "
                        + "spec.schedulingPolicy.gang.minCount: Invalid value: -1: ")
                .contains("\"reason\":\"Invalid\",\"details\":{\"name\":\"g\",\"group\":\"scheduling.k8s.io\","
                        + "\"kind\":\"PodGroup\",\"causes\":[{\"reason\":\"FieldValueInvalid\",")
                .endsWith("\"field\":\"spec.schedulingPolicy.gang.minCount\"}]},\"code\":422}");
    }

    @Test
    void refusalOfAdmissionIsForbidden() {
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ml", "g", 1);
        PodGroup ofNoClass = group.withSpec(
                group.spec().toBuilder().priorityClassName("none").build());
        assertThat(ServerStatus.of(OF_137.withCluster(List.of()).create(ofNoClass)))
                .contains("\"message\":\"no PriorityClass with name none was found\",\"reason\":\"Forbidden\"")
                .endsWith("\"code\":403}");
    }

    @Test
    void badRequestNamesNoGroup() {
        assertThat(ServerStatus.badRequest("PodGroup", "", "no object"))
                .endsWith("\"message\":\"no object\",\"reason\":\"BadRequest\",\"details\":{\"kind\":\"PodGroup\"},"
                        + "\"code\":400}");
    }
}
