package io.github.workload4j.policy.server;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.json.CompactJson;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.api.yaml.Undecodable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an {@code AdmissionReview} in one call: whether the object may be created or updated, and if not the
 * {@code Status} that an API server gives for it, with a cause for each broken rule.
 *
 * <pre>{@code
 * AdmissionWebhook webhook = AdmissionWebhook.of(ApiServer.of(ClusterSetup.of(KubernetesRelease.V1_37)));
 * String answer = webhook.review(body);
 * }</pre>
 *
 * <p>Objects of kinds that this library does not judge, and operations other than create and update, are allowed. An
 * update of a status is judged as one. Unknown fields are passed over, as a server has dropped them before it asks; an
 * object that cannot be read at all is refused as a bad request. Immutable and thread-safe.
 */
public final class AdmissionWebhook {

    private final ApiServer server;

    private AdmissionWebhook(ApiServer server) {
        this.server = server;
    }

    /** {@return a webhook that says what a server would} */
    public static AdmissionWebhook of(ApiServer server) {
        return new AdmissionWebhook(requireNonNull(server, "server"));
    }

    /** {@return one line: which server it speaks for} */
    @Override
    public String toString() {
        return "AdmissionWebhook[" + server + "]";
    }

    /**
     * {@return the {@code AdmissionReview} to answer with, as JSON in UTF-8}
     *
     * @param review the {@code AdmissionReview} of the request, as JSON in UTF-8
     * @throws IllegalArgumentException if it is none, or has no {@code request} with a {@code uid}; what to answer then
     *     is HTTP status 400
     */
    public byte[] review(byte[] review) {
        return review(new String(requireNonNull(review, "review"), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * {@return the same as text}
     *
     * @throws IllegalArgumentException as {@link #review(byte[])}
     */
    public String review(String review) {
        requireNonNull(review, "review");
        List<Document> documents = ManifestReader.lenient().read(review);
        Document document = documents.size() == 1 ? documents.get(0) : null;
        if (document instanceof Undecodable undecodable) {
            throw new IllegalArgumentException(
                    "no AdmissionReview: " + undecodable.faults().get(0));
        }
        PlainValue request = document == null || !document.kind().equals("AdmissionReview")
                ? null
                : document.content().orElseThrow().field("request");
        String uid = request == null ? "" : request.field("uid").text().orElse("");
        if (request == null || uid.isEmpty()) {
            throw new IllegalArgumentException("no AdmissionReview with a request and its uid");
        }
        String status = refusal(request);
        return "{\"apiVersion\":" + CompactJson.text(document.apiVersion()) + ",\"kind\":\"AdmissionReview\","
                + "\"response\":{\"uid\":" + CompactJson.text(uid) + ",\"allowed\":" + (status == null)
                + (status == null ? "" : ",\"status\":" + status) + "}}";
    }

    /** {@return the status with which a request is refused; null if it is allowed} */
    private @Nullable String refusal(PlainValue request) {
        String operation = request.field("operation").text().orElse("");
        if (!operation.equals("CREATE") && !operation.equals("UPDATE")) {
            return null;
        }
        Document now =
                ManifestReader.lenient().read(request.field("object").json()).get(0);
        if (now instanceof Undecodable undecodable) {
            return unreadable(undecodable);
        }
        if (!(now instanceof Decoded decoded)) {
            return null;
        }
        ServerAnswer answer =
                operation.equals("CREATE") ? server.create(decoded.object()) : update(request, decoded.object());
        return answer == null || answer.isAccepted() ? null : ServerStatus.of(answer);
    }

    /** {@return what the server does with an update; null if the stored object cannot be read} */
    private @Nullable ServerAnswer update(PlainValue request, ApiObject now) {
        Document old =
                ManifestReader.lenient().read(request.field("oldObject").json()).get(0);
        if (!(old instanceof Decoded stored) || !stored.object().kind().equals(now.kind())) {
            return null;
        }
        return request.field("subResource").text().orElse("").equals("status")
                ? server.updateStatus(stored.object(), now)
                : server.update(stored.object(), now);
    }

    private static String unreadable(Undecodable object) {
        List<String> faults = object.faults().stream().map(Fault::toString).toList();
        return ServerStatus.badRequest(object.kind(), object.name(), String.join("; ", faults));
    }
}
