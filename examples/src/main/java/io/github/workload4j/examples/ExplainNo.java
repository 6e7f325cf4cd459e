package io.github.workload4j.examples;

import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.explain.DomainFit;
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.report.AnswerReport;
import io.github.workload4j.gang.report.WhatIfReport;
import io.github.workload4j.gang.whatif.NearestFits;
import io.github.workload4j.intent.derive.Derivation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java of docs/guide.md: why a group does not fit, and what would help. */
final class ExplainNo {

    private ExplainNo() {}

    /** Reads the files named, together, and explains each group that waits. */
    public static void main(String[] files) throws IOException {
        List<Document> documents = new ArrayList<>();
        for (String file : files) documents.addAll(ManifestReader.strict().read(Files.readAllBytes(Path.of(file))));
        Derivation derived = Derivation.of(documents);
        ClusterSnapshot snapshot = ClusterSnapshot.of(derived.objects());
        Groups groups = Groups.of(derived.groups());
        for (GroupRef group : groups.waiting(snapshot)) {
            lines(snapshot, groups, group).forEach(System.out::println);
        }
    }

    /** {@return what to tell people, in a few texts; none if the group may not be tried} */
    static List<String> lines(ClusterSnapshot snapshot, Groups groups, GroupRef group) {
        List<String> lines = new ArrayList<>();
        GroupQuestion question = GroupQuestion.of(snapshot, groups, group).orElse(null);
        if (question == null) return lines;

        Verdict verdict = question.answer(Budget.DEFAULT);
        Explanation why = Explanation.of(question, verdict, Budget.DEFAULT.meter());
        for (DomainFit domain : why.domains()) {
            lines.add(group + ": " + domain.fits() + " of " + domain.needed() + " pods fit");
        }
        lines.add(AnswerReport.of(snapshot, groups, verdict).with(why).toText());

        NearestFits help = NearestFits.of(question, verdict, Budget.DEFAULT.meter());
        lines.add(WhatIfReport.of(verdict, help.suggestions()).toText());
        return lines;
    }
}
