package io.github.workload4j.policy.rule;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.policy.FeatureGate;
import io.github.workload4j.policy.FeatureGates;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
        return new RuleContext(version, RuleOptions.STANDARD);
    }

    /** {@return the context of a version with every gate on but some} */
    static RuleContext without(ApiVersion version, FeatureGate... off) {
        Set<FeatureGate> gates = EnumSet.allOf(FeatureGate.class);
        gates.removeAll(List.of(off));
        return new RuleContext(version, RuleOptions.STANDARD.withGates(new FeatureGates(gates)));
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
