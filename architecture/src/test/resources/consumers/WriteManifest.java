package consumer;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.yaml.ManifestWriter;

/** Makes a Workload and writes it. */
public final class WriteManifest {

    private WriteManifest() {}

    public static void main(String[] args) {
        Workload workload = Workload.of(ApiVersion.V1BETA1, "ml", "train", PodGroupTemplate.gang("workers", 4));
        System.out.println(ManifestWriter.yaml().write(workload).lines().findFirst().orElse("nothing"));
    }
}
