package io.github.workload4j.examples;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.Undecodable;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.intent.derive.Derivation;
import io.github.workload4j.policy.rule.ManifestRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program of the README: reads a cluster and Jobs, JobSets or groups with their pods, says what the server would
 * object to, and where the pods would go.
 */
final class WouldItFit {

    private WouldItFit() {}

    /** Reads the files named, together. */
    public static void main(String[] files) throws IOException {
        List<Document> documents = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (String file : files) {
            for (Document document : ManifestReader.strict().read(Files.readAllBytes(Path.of(file)))) {
                documents.add(document);
                if (document instanceof Undecodable bad) bad.faults().forEach(fault -> unread.add(file + ":" + fault));
                if (!(document instanceof Decoded decoded)) continue;
                if (decoded.object() instanceof Node node) nodes.add(node);
                else ManifestRules.standard().checkCreate(decoded.object()).forEach(System.out::println);
            }
        }
        unread.forEach(System.err::println);
        Derivation derived = Derivation.of(documents);
        ClusterSnapshot snapshot = ClusterSnapshot.of(nodes, derived.pods());
        Groups groups = Groups.of(derived.groups());
        for (GroupRef group : groups.waiting(snapshot)) {
            Verdict verdict = Feasibility.answer(snapshot, groups, group, Budget.DEFAULT);
            System.out.println(group + ": " + verdict.word() + (unread.isEmpty() ? "" : ", as far as could be read"));
            if (verdict instanceof Verdict.Feasible yes) yes.placement().forEach(System.out::println);
        }
        System.exit(unread.isEmpty() ? 0 : 1);
    }
}
