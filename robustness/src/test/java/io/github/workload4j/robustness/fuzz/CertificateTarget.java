package io.github.workload4j.robustness.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.workload4j.robustness.Command;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The input is an answer about fixed questions. It is read or refused with a word, and nothing untrue is accepted: a
 * verdict is the known one or "undetermined", no placement has more pods than the most.
 */
final class CertificateTarget implements Target.Attack {

    private static final String QUESTIONS = "src/test/resources/questions.yaml";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> truth = new HashMap<>();

    @Override
    public void on(byte[] input) throws IOException {
        Command run = Command.run(input, List.of("verify", "-f", QUESTIONS, "--answer", "-", "-o", "json"));
        run.requireSound();
        assertThat(run.status()).isBetween(0, 2);
        if (run.status() == 2) {
            assertThat(run.err()).startsWith("error: ");
            return;
        }
        JsonNode found = JSON.readTree(run.out()).get("answers");
        boolean isAccepted = true;
        List<JsonNode> accepted = new ArrayList<>();
        for (JsonNode one : found) {
            isAccepted &= one.get("accepted").asBoolean();
            if (one.get("accepted").asBoolean()) {
                accepted.add(one);
            }
        }
        assertThat(run.status() == 0).isEqualTo(isAccepted);
        for (JsonNode one : accepted) {
            String verdict = one.get("verdict").asText();
            assertThat(verdict)
                    .isIn(
                            "undetermined",
                            truth().get(one.get("group").toString())
                                    .get("verdict")
                                    .asText());
        }
        if (isAccepted) {
            for (JsonNode answer : JSON.readTree(input).get("groups")) {
                JsonNode known = truth().get(answer.get("group").toString());
                assertThat(answer.get("placed").asInt())
                        .isLessThanOrEqualTo(known.get("placed").asInt());
                if (answer.get("maximal").asBoolean()) {
                    assertThat(answer.get("placed")).isEqualTo(known.get("placed"));
                }
            }
        }
    }

    private Map<String, JsonNode> truth() throws IOException {
        if (truth.isEmpty()) {
            Command check = Command.run(new byte[0], List.of("check", "-f", QUESTIONS, "-o", "json"));
            for (JsonNode answer : JSON.readTree(check.out()).get("groups")) {
                truth.put(answer.get("group").toString(), answer);
            }
        }
        return truth;
    }
}
