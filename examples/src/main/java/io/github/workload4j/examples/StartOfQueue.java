package io.github.workload4j.examples;

import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.timetable.Outlook;
import io.github.workload4j.gang.timetable.Reservation;
import io.github.workload4j.gang.timetable.Start;
import io.github.workload4j.gang.timetable.Timetable;
import io.github.workload4j.intent.derive.Derivation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** When does each group that waits start, one after the other by name? */
final class StartOfQueue {

    private StartOfQueue() {}

    /** Takes the moment that the files show, and the files. */
    public static void main(String[] args) throws IOException {
        List<Document> documents = new ArrayList<>();
        for (String file : List.of(args).subList(1, args.length)) {
            documents.addAll(ManifestReader.strict().read(Files.readAllBytes(Path.of(file))));
        }
        lines(documents, Instant.parse(args[0]), List.of()).forEach(System.out::println);
    }

    static List<String> lines(List<Document> documents, Instant now, List<Reservation> reservations) {
        Derivation derived = Derivation.of(documents);
        ClusterSnapshot snapshot = ClusterSnapshot.of(derived.objects());
        Groups groups = Groups.of(derived.groups());
        List<Start.Refusal> proofs = new ArrayList<>();
        Timetable timetable = Timetable.of(
                snapshot,
                groups,
                groups.waiting(snapshot),
                Map.of(),
                Outlook.byDeadlines(now, reservations),
                Budget.DEFAULT.meter(),
                group -> {},
                proofs::add);
        List<String> lines = new ArrayList<>();
        for (Start start : timetable.starts()) {
            String at = start.at().map(Instant::toString).orElse("no start was found");
            lines.add(start.group() + ": " + at + (start.exact() ? ", no earlier" : ", perhaps earlier"));
        }
        timetable.overbooked().forEach(each -> lines.add("too much: " + each));
        lines.add("proofs that a group does not start before: " + proofs.size());
        return lines;
    }
}
