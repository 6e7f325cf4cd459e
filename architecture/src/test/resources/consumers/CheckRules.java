package consumer;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.policy.rule.ManifestRules;

/** Asks whether the API server of its release would accept a group. */
public final class CheckRules {

    private CheckRules() {}

    public static void main(String[] args) {
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ml", "Train", 4);
        System.out.println(ManifestRules.standard().checkCreate(group).get(0).path());
    }
}
