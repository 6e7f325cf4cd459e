package io.github.workload4j.policy.rule;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import java.util.List;
import java.util.function.Consumer;

/** What a class of rules says when it is asked directly. */
final class Judged {

    private Judged() {}

    /**
     * {@return a line for each violation: the id of the rule, path and message; the counting run must agree on their
     * number}
     */
    static List<String> by(Consumer<Findings> rules) {
        Findings counting = Findings.counting();
        rules.accept(counting);
        Findings recording = Findings.recording();
        rules.accept(recording);
        List<String> lines = recording.violations().stream()
                .map(violation -> violation.rule() + " " + violation)
                .toList();
        if (lines.size() != counting.count()) {
            throw new AssertionError(counting.count() + " counted, recorded are " + lines);
        }
        return lines;
    }

    /** {@return the context of a version with every gate on} */
    static RuleContext in(ApiVersion version) {
        return RuleContext.of(newest(version), version, RuleOptions.STANDARD);
    }

    /** {@return the context of a version with every gate on but some} */
    static RuleContext without(ApiVersion version, FeatureGate... off) {
        KubernetesRelease release = newest(version);
        FeatureGates gates = release.workloadGates();
        for (FeatureGate gate : off) {
            gates = gates.with(gate, false);
        }
        return new RuleContext(release, version, gates, RuleOptions.STANDARD);
    }

    private static KubernetesRelease newest(ApiVersion version) {
        return KubernetesRelease.newestServing(version, "Workload").orElseThrow();
    }

    /** {@return the object of a manifest} */
    static <T extends ApiObject> T object(Class<T> kind, String manifest) {
        Document document = ManifestReader.strict().read(manifest).get(0);
        if (document instanceof Decoded decoded) {
            return kind.cast(decoded.object());
        }
        throw new AssertionError(document);
    }
}
