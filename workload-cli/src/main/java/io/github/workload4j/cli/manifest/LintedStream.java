package io.github.workload4j.cli.manifest;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.cli.input.Problem;
import io.github.workload4j.policy.lint.Lints;
import io.github.workload4j.policy.lint.Warning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objects of all inputs, kept with their documents, because a lint looks across them. */
final class LintedStream {

    private final List<ApiObject> objects = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();
    private final List<Integer> findings = new ArrayList<>();

    /** Takes a document and the place of its finding. */
    public void add(int finding, Document document) {
        if (document instanceof Decoded decoded) {
            objects.add(decoded.object());
            documents.add(document);
            findings.add(finding);
        }
    }

    /** Adds the warnings to the findings they belong to; of a cluster only if one is named. */
    public void warn(List<Finding> all, @Nullable ClusterSetup setup) {
        List<Warning> warnings = new ArrayList<>(Lints.check(objects));
        if (setup != null) {
            warnings.addAll(Lints.ofRelease(objects, setup));
        }
        for (Warning warning : warnings) {
            Problem problem = Problem.of(documents.get(warning.object()), warning);
            int at = findings.get(warning.object());
            all.set(at, all.get(at).withWarning(problem));
        }
    }
}
