package consumer;

import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.ManifestWriter;
import io.github.workload4j.api.yaml.Undecodable;
import java.nio.charset.StandardCharsets;

/** Reads YAML and JSON, what the quick readers take and what Jackson and SnakeYAML are needed for. */
public final class ReadManifest {

    private static final String YAML =
            """
            apiVersion: scheduling.k8s.io/v1beta1
            kind: Workload
            metadata: &names {name: train, namespace: ml}
            spec:
              podGroupTemplates:
              - name: workers
                schedulingPolicy: {gang: {minCount: 4}}
            """;
    private static final String FAULTY_JSON =
            """
            {"spec": {"schedulingPolicy": }}""";

    private ReadManifest() {}

    public static void main(String[] args) {
        for (String text : new String[] {YAML, FAULTY_JSON}) {
            for (Document document : ManifestReader.strict().read(text.getBytes(StandardCharsets.UTF_8))) {
                if (document instanceof Decoded decoded) {
                    System.out.println(ManifestWriter.json().write(decoded.object()).replaceAll("\\s", ""));
                } else if (document instanceof Undecodable undecodable) {
                    System.out.println(undecodable.faults().get(0));
                }
            }
        }
    }
}
