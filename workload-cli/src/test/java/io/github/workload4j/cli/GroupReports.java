package io.github.workload4j.cli;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.question.Opening;
import io.github.workload4j.gang.repair.FewestMoves;
import io.github.workload4j.gang.report.AnswerReport;
import io.github.workload4j.gang.report.WhatIfReport;
import io.github.workload4j.gang.whatif.NearestFits;
import io.github.workload4j.gang.whatif.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the library's own reports say about a group, as JSON.
 *
 * @param answer the verdict, explained
 * @param suggestions what would help
 */
record GroupReports(String answer, String suggestions) {

    /** {@return the reports about each group that waits in a folder of manifests} */
    static List<GroupReports> of(Path folder) throws IOException {
        List<Node> nodes = new ArrayList<>();
        List<Pod> pods = new ArrayList<>();
        List<SchedulingObject> objects = new ArrayList<>();
        for (String name : List.of("nodes.yaml", "pods.yaml", "group.yaml")) {
            for (Document document : ManifestReader.lenient().read(Files.readAllBytes(folder.resolve(name)))) {
                Object object = document instanceof Decoded decoded ? decoded.object() : document;
                if (object instanceof Node node) {
                    nodes.add(node);
                } else if (object instanceof Pod pod) {
                    pods.add(pod);
                } else if (object instanceof SchedulingObject scheduling) {
                    objects.add(scheduling);
                }
            }
        }
        ClusterSnapshot snapshot = ClusterSnapshot.of(nodes, pods);
        Groups groups = Groups.of(objects);
        return groups.waiting(snapshot).stream()
                .map(group -> of(snapshot, groups, group))
                .toList();
    }

    private static GroupReports of(ClusterSnapshot snapshot, Groups groups, GroupRef group) {
        Opening opening = Feasibility.open(snapshot, groups, group);
        Verdict verdict = Feasibility.answer(snapshot, groups, group, Budget.DEFAULT);
        Explanation explanation = Explanation.of(opening, verdict, Budget.DEFAULT.meter());
        List<Suggestion> suggestions = opening instanceof Opening.Open open
                ? NearestFits.of(open.question(), verdict, Budget.DEFAULT.meter())
                        .suggestions()
                : List.of();
        AnswerReport report = AnswerReport.of(snapshot, groups, verdict);
        WhatIfReport whatIf = WhatIfReport.of(verdict, suggestions);
        if (opening instanceof Opening.Open open && verdict instanceof Verdict.Infeasible) {
            WorkMeter meter = Budget.steps(100_000).meter();
            whatIf = whatIf.with(FewestMoves.of(open.question(), verdict, groups, List.of(), meter));
        }
        return new GroupReports(report.with(explanation).toJson(), whatIf.toJson());
    }
}
