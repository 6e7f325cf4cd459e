package io.github.workload4j.examples;

import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.Undecodable;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.report.AnswerReport;
import io.github.workload4j.intent.derive.Derivation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program of the README: would the Jobs, JobSets or groups of some files fit the cluster in them? */
final class WouldItFit {

    private WouldItFit() {}

    /** Reads the files named, together. */
    public static void main(String[] files) throws IOException {
        List<Document> documents = new ArrayList<>();
        for (String file : files) documents.addAll(ManifestReader.strict().read(Files.readAllBytes(Path.of(file))));
        List<Document> unread =
                documents.stream().filter(Undecodable.class::isInstance).toList();
        unread.forEach(System.err::println);
        if (!unread.isEmpty()) System.exit(1);
        answers(documents).forEach(System.out::println);
    }

    static List<String> answers(List<Document> documents) {
        List<String> answers = new ArrayList<>();
        Derivation derived = Derivation.of(documents);
        derived.left().forEach(reading -> answers.add(reading.object() + ": not asked about"));
        ClusterSnapshot snapshot = ClusterSnapshot.of(derived.objects());
        Groups groups = Groups.of(derived.groups());
        for (GroupRef group : groups.waiting(snapshot)) {
            Verdict verdict = Feasibility.answer(snapshot, groups, group, Budget.DEFAULT);
            answers.add(AnswerReport.of(snapshot, groups, verdict).toText());
        }
        return answers;
    }
}
