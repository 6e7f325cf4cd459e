package io.github.workload4j.examples.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SubmitResourceTest {

    private static final String WORKLOAD = "{\"apiVersion\":\"scheduling.k8s.io/v1beta1\",\"kind\":\"Workload\","
            + "\"metadata\":{\"name\":\"train\",\"namespace\":\"ml\"},\"spec\":{\"podGroupTemplates\":"
            + "[{\"name\":\"workers\",\"schedulingPolicy\":{\"gang\":{\"minCount\":4}}}]}}";

    private static Response post(String body) {
        return RestAssured.given().contentType(ContentType.JSON).body(body).post("/workloads");
    }

    @Test
    void aGoodWorkloadComesBackAsItsManifest() {
        Response answer = post(WORKLOAD);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).isEqualTo(WORKLOAD);
    }

    @Test
    void aFaultyWorkloadIsRefusedWithItsField() {
        Response answer = post(WORKLOAD.replace("\"minCount\":4", "\"minCount\":0"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("spec.podGroupTemplates[0].schedulingPolicy.gang.minCount");
    }

    @Test
    void whatIsNoManifestIsABadRequest() {
        assertThat(post(WORKLOAD.replace("podGroupTemplates", "podGroups")).statusCode())
                .isEqualTo(400);
    }
}
