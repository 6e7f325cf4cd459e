package io.github.workload4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookTest {

    private static final String REVIEW = """
            {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "request": {"uid": "1",
             "operation": "CREATE", "object": {"apiVersion": "scheduling.k8s.io/v1beta1", "kind": "PodGroup",
             "metadata": {"name": "train", "namespace": "ml"},
             "spec": {"schedulingPolicy": {"gang": {"minCount": 0}}}}}}""";

    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = Webhook.start(0);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private HttpURLConnection post(String body) throws Exception {
        URI uri = new URI("http", null, "localhost", server.getAddress().getPort(), "/validate", null, null);
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return connection;
    }

    @Test
    void aFaultyGroupIsRefusedWithItsField() throws Exception {
        HttpURLConnection answer = post(REVIEW);
        assertThat(answer.getResponseCode()).isEqualTo(200);
        assertThat(new String(answer.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("\"allowed\":false")
                .contains("\"field\":\"spec.schedulingPolicy.gang.minCount\"");
    }

    @Test
    void whatIsNoReviewIsABadRequest() throws Exception {
        assertThat(post("{}").getResponseCode()).isEqualTo(400);
    }
}
