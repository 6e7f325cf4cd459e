package io.github.workload4j.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.ChosenDomain;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.replay.Replay;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answer and oracle say what a reader of the rules says. */
class ByReadingTest {

    /** One tiny cluster: the objects, which group is asked about, and what is said of it. */
    record Case(String name, String group, String verdict, String domain, List<ApiObject> objects) {

        <T> List<T> all(Class<T> type) {
            return objects.stream().filter(type::isInstance).map(type::cast).toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (InputStream in = ByReadingTest.class.getResourceAsStream("/scheduling-by-reading.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String one : text.substring(text.indexOf("\n== ") + 4).split("\n== ")) {
                int end = one.indexOf('\n');
                String[] head = one.substring(0, end).split("; ");
                List<ApiObject> objects = new ArrayList<>();
                String stream =
                        String.join("\n---\n", one.substring(end).strip().split("\n"));
                for (Document document : ManifestReader.strict().read(stream)) {
                    objects.add(((Decoded) document).object());
                }
                cases.add(new Case(head[0], head[1], head[2], head.length > 3 ? head[3] : "", objects));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theAnswerIsTheReaders(Case one) {
        ClusterSnapshot snapshot = ClusterSnapshot.of(one.all(Node.class), one.all(Pod.class));
        Groups groups = Groups.of(one.all(SchedulingObject.class));
        GroupRef group = groups.named(one.group(), snapshot).get(0);
        Verdict verdict = Feasibility.answer(snapshot, groups, group, Budget.DEFAULT);
        String said = verdict.word()
                + verdict.reason().map(reason -> " " + reason.code()).orElse("");
        if (verdict instanceof Verdict.Feasible feasible) {
            said += " " + feasible.placed();
            assertThat(feasible.isMaximal()).isTrue();
            assertThat(Replay.of(one.all(Node.class), one.all(Pod.class), one.all(SchedulingObject.class))
                            .objections(feasible))
                    .isEmpty();
            if (!one.domain().isEmpty()) {
                assertThat(feasible.domains())
                        .extracting(ChosenDomain::value)
                        .containsExactly(one.domain().substring(1, one.domain().length() - 1));
            }
        }
        assertThat(said).isEqualTo(one.verdict());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theOracleSaysTheSame(Case one) {
        ClusterSnapshot snapshot = ClusterSnapshot.of(one.all(Node.class), one.all(Pod.class));
        Groups groups = Groups.of(one.all(SchedulingObject.class));
        GroupRef group = groups.named(one.group(), snapshot).get(0);
        OracleAnswer answer = Oracle.of(
                        one.all(Node.class), one.all(Pod.class), one.all(SchedulingObject.class), List.of())
                .answer(groups.rootOf(group));
        String said = answer.verdict()
                + (answer.most() > 0 ? " " + answer.most() : "")
                + String.join(
                        "",
                        answer.reasons().stream().map(reason -> " " + reason).toList());
        assertThat(said).isEqualTo(one.verdict());
    }
}
