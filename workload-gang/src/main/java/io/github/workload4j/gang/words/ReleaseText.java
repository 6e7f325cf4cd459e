package io.github.workload4j.gang.words;

import io.github.workload4j.gang.AnswerRelease;
import io.github.workload4j.gang.AnswerRelease.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** For which release answers are, in a sentence. */
public final class ReleaseText {

    private ReleaseText() {}

    /** {@return a line for all of these answers, or none if there is no answer} */
    public static List<String> lines(Collection<AnswerRelease> releases) {
        Map<Source, Set<String>> bySource = new EnumMap<>(Source.class);
        for (AnswerRelease each : releases) {
            bySource.computeIfAbsent(each.source(), source -> new TreeSet<>())
                    .add(each.release().toString());
        }
        List<String> parts = new ArrayList<>();
        bySource.forEach((source, names) -> parts.add(Counted.all(names) + ", " + why(source)));
        String gates = releases.stream()
                .flatMap(each -> each.gates().stream())
                .map(each -> "; feature gates: " + each)
                .findFirst()
                .orElse("");
        return parts.isEmpty() ? List.of() : List.of("for " + String.join("; ", parts) + gates);
    }

    private static String why(Source source) {
        return switch (source) {
            case GIVEN -> "as asked";
            case KUBELETS -> "as the nodes' kubelets say";
            case API_VERSION -> "the newest that serves the group's version";
            case NEWEST -> "the newest final release";
        };
    }
}
