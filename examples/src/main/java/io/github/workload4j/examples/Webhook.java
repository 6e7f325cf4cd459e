package io.github.workload4j.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.policy.server.AdmissionWebhook;
import io.github.workload4j.policy.server.ApiServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A validating webhook on the JDK's own server. A cluster asks by HTTPS: put it behind what has the certificate. */
public final class Webhook {

    private static final AdmissionWebhook WEBHOOK =
            AdmissionWebhook.of(ApiServer.of(ClusterSetup.of(KubernetesRelease.V1_37)));

    private Webhook() {}

    /** Listens on the port named, or on 8080. */
    public static void main(String[] args) throws IOException {
        System.out.println(
                start(args.length > 0 ? Integer.parseInt(args[0]) : 8080).getAddress());
    }

    static HttpServer start(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/validate", Webhook::answer);
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] review = exchange.getRequestBody().readAllBytes();
            byte[] answer;
            try {
                answer = WEBHOOK.review(review);
            } catch (IllegalArgumentException e) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
