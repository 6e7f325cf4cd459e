package io.github.workload4j.examples;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.intent.derive.Derivation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program of docs/from-manifest.md: would the Jobs, JobSets and the like of some files fit? */
final class FromManifest {

    private FromManifest() {}

    /** Reads the files named, together. */
    public static void main(String[] files) throws IOException {
        answers(files).forEach(System.out::println);
    }

    static List<String> answers(String... files) throws IOException {
        List<String> answers = new ArrayList<>();
        List<Document> documents = new ArrayList<>();
        for (String file : files) documents.addAll(ManifestReader.strict().read(Files.readAllBytes(Path.of(file))));
        List<Node> nodes = new ArrayList<>();
        for (Document document : documents) {
            if (document instanceof Decoded decoded && decoded.object() instanceof Node node) nodes.add(node);
        }
        Derivation derived = Derivation.of(documents);
        ClusterSnapshot snapshot = ClusterSnapshot.of(nodes, derived.pods());
        Groups groups = Groups.of(derived.groups());
        derived.left().forEach(reading -> answers.add(reading.object() + ": not asked about"));
        for (GroupRef group : groups.waiting(snapshot)) {
            Verdict verdict = Feasibility.answer(snapshot, groups, group, Budget.DEFAULT);
            answers.add(group + ": " + verdict.word());
        }
        return answers;
    }
}
