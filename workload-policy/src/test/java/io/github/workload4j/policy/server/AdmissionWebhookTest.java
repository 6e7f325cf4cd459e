package io.github.workload4j.policy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AdmissionWebhookTest {

    private static final AdmissionWebhook WEBHOOK =
            AdmissionWebhook.of(ApiServer.of(ClusterSetup.of(KubernetesRelease.V1_37)));

    private static String group(int minCount) {
        return "{\"apiVersion\":\"scheduling.k8s.io/v1beta1\",\"kind\":\"PodGroup\","
                + "\"metadata\":{\"name\":\"train\",\"namespace\":\"ml\",\"uid\":\"u\",\"resourceVersion\":\"1\"},"
                + "\"spec\":{\"schedulingPolicy\":{\"gang\":{\"minCount\":" + minCount + "}},"
                + "\"disruptionMode\":{\"single\":{}},\"preemptionPolicy\":\"PreemptLowerPriority\"}}";
    }

    private static String review(String rest) {
        return WEBHOOK.review("{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\","
                + "\"request\":{\"uid\":\"705ab4f5\"," + rest + "}}");
    }

    @Test
    void aGoodObjectIsAllowed() {
        assertThat(review("\"operation\":\"CREATE\",\"object\":" + group(4)))
                .isEqualTo("{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\","
                        + "\"response\":{\"uid\":\"705ab4f5\",\"allowed\":true}}");
    }

    @Test
    void aBrokenRuleIsTheServersStatusWithACause() {
        assertThat(review("\"operation\":\"CREATE\",\"object\":" + group(0)))
                .contains("\"allowed\":false,\"status\":{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},"
                        + "\"status\":\"Failure\",\"message\":\"PodGroup.scheduling.k8s.io \\\"train\\\" is invalid: "
                        + "spec.schedulingPolicy.gang.minCount: ")
                .contains("\"reason\":\"Invalid\",\"details\":{\"name\":\"train\",\"group\":\"scheduling.k8s.io\","
                        + "\"kind\":\"PodGroup\",\"causes\":[{\"reason\":\"FieldValue")
                .contains("\"field\":\"spec.schedulingPolicy.gang.minCount\"}]},\"code\":422}");
    }

    @Test
    void anUpdateIsJudgedAgainstWhatIsStored() {
        String update = "\"operation\":\"UPDATE\",\"object\":" + group(5) + ",\"oldObject\":" + group(4);
        assertThat(review(update)).contains("\"allowed\":").doesNotContain("BadRequest");
        String same = "\"operation\":\"UPDATE\",\"object\":" + group(4) + ",\"oldObject\":" + group(4);
        assertThat(review(same)).contains("\"allowed\":true");
    }

    @Test
    void whatIsNotJudgedIsAllowed() {
        assertThat(review("\"operation\":\"DELETE\",\"oldObject\":" + group(0))).contains("\"allowed\":true");
        String service = "{\"apiVersion\":\"v1\",\"kind\":\"Service\",\"metadata\":{\"name\":\"a\"}}";
        assertThat(review("\"operation\":\"CREATE\",\"object\":" + service)).contains("\"allowed\":true");
    }

    @Test
    void anObjectThatCannotBeReadIsABadRequest() {
        String bad = group(4).replace("\"minCount\":4", "\"minCount\":\"four\"");
        assertThat(review("\"operation\":\"CREATE\",\"object\":" + bad))
                .contains("\"allowed\":false")
                .contains("\"reason\":\"BadRequest\"")
                .contains("\"code\":400");
    }

    @Test
    void whatIsNoReviewIsRefused() {
        for (String text :
                new String[] {"", "{", "[]", group(4), "{\"apiVersion\":\"v1\",\"kind\":\"AdmissionReview\"}"}) {
            assertThatThrownBy(() -> WEBHOOK.review(text.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("no AdmissionReview");
        }
    }
}
