package consumer;

import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.intent.compile.ItemRules;
import io.github.workload4j.intent.compile.GeneratedNames;

/** Names the Workload that a controller makes for an object of its own. */
public final class NameWorkload {

    private NameWorkload() {}

    public static void main(String[] args) {
        ItemRules.of(KubernetesRelease.values()[KubernetesRelease.values().length - 1]);
        System.out.println(GeneratedNames.workload("llm", "8c1f-42").substring(0, 4));
    }
}
