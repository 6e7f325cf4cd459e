package io.github.workload4j.policy.server;

import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.json.CompactJson;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.policy.Refusal;
import java.util.List;

/** The {@code Status} with which a server refuses a request, as JSON. Source: {@code apimachinery}, api/errors. */
final class ServerStatus {

    private ServerStatus() {}

    static String of(ServerAnswer answer) {
        ApiObject object = answer.object();
        String group = object.groupVersion().contains("/")
                ? object.groupVersion().substring(0, object.groupVersion().indexOf('/'))
                : "";
        String name = object.metadata().name();
        String details = details(name, group, object.kind());
        if (!answer.refusals().isEmpty()) {
            List<String> why = answer.refusals().stream().map(Refusal::message).toList();
            return status(String.join("; ", why), "Forbidden", details, 403);
        }
        List<String> all =
                answer.violations().stream().map(Violation::toString).distinct().toList();
        String message = object.kind() + (group.isEmpty() ? "" : "." + group) + " " + CompactJson.text(name)
                + " is invalid: " + (all.size() == 1 ? all.get(0) : "[" + String.join(", ", all) + "]");
        String causes = CompactJson.list(answer.violations(), ServerStatus::cause);
        return status(message, "Invalid", details + ",\"causes\":" + causes, 422);
    }

    static String badRequest(String kind, String name, String message) {
        return status(message, "BadRequest", details(name, "", kind), 400);
    }

    private static String details(String name, String group, String kind) {
        return (name.isEmpty() ? "" : "\"name\":" + CompactJson.text(name) + ",")
                + (group.isEmpty() ? "" : "\"group\":" + CompactJson.text(group) + ",") + "\"kind\":"
                + CompactJson.text(kind);
    }

    private static String cause(Violation violation) {
        String field = violation.path().toString();
        return "{\"reason\":\"FieldValue" + violation.type().label() + "\",\"message\":"
                + CompactJson.text(violation.message())
                + (field.isEmpty() ? "" : ",\"field\":" + CompactJson.text(field)) + "}";
    }

    private static String status(String message, String reason, String details, int code) {
        return "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},\"status\":\"Failure\",\"message\":"
                + CompactJson.text(message) + ",\"reason\":\"" + reason + "\",\"details\":{" + details + "},\"code\":"
                + code + "}";
    }
}
