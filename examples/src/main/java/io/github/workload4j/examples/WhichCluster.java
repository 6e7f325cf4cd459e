package io.github.workload4j.examples;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.fleet.ClusterAnswer;
import io.github.workload4j.gang.fleet.ClusterRanking;
import io.github.workload4j.gang.fleet.ScarcestResource;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.intent.derive.Derivation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which of several clusters takes a job, the best first? */
final class WhichCluster {

    private WhichCluster() {}

    /** Takes the file of the job, and the files of clusters, which are called like their files. */
    public static void main(String[] args) throws IOException {
        Map<String, ClusterSnapshot> clusters = new TreeMap<>();
        for (String file : List.of(args).subList(1, args.length)) {
            String name = Path.of(file).getFileName().toString().replaceFirst("[.].*", "");
            List<Document> cluster = ManifestReader.strict().read(Files.readAllBytes(Path.of(file)));
            clusters.put(name, ClusterSnapshot.of(Derivation.of(cluster).objects()));
        }
        lines(ManifestReader.strict().read(Files.readAllBytes(Path.of(args[0]))), clusters)
                .forEach(System.out::println);
    }

    static List<String> lines(List<Document> job, Map<String, ClusterSnapshot> clusters) {
        Derivation derived = Derivation.of(job);
        List<Pod> pods = derived.objects().stream()
                .filter(Pod.class::isInstance)
                .map(Pod.class::cast)
                .toList();
        Groups groups = Groups.of(derived.groups());
        GroupRef group = groups.waiting(ClusterSnapshot.of(pods)).get(0);

        ClusterRanking ranking = ClusterRanking.of(clusters, pods, groups, group, Budget.DEFAULT);
        return ranking.answers().stream().map(WhichCluster::line).toList();
    }

    private static String line(ClusterAnswer answer) {
        ScarcestResource scarcest = answer.scarcest();
        String takes = answer.takesIt() && scarcest != null
                ? ", takes " + scarcest.asked() + " of " + scarcest.free() + " " + scarcest.resource()
                : "";
        return answer.cluster() + ": " + answer.verdict().word() + takes;
    }
}
