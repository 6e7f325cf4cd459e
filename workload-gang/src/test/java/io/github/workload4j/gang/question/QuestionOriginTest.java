package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Travel;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotDifference;
import io.github.workload4j.gang.packing.Budget;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of a question travels, and what is wrong with one that does not. */
class QuestionOriginTest {

    private static final GroupRef TRAIN = GroupRef.podGroup("ml", "train");
    private static final GroupRef WORKERS = GroupRef.podGroup("ml", "workers");

    private final Groups groups = Groups.of(List.of(
            PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 2),
            PodGroup.gang(ApiVersion.V1BETA1, "ml", "workers", 1)));

    private final ClusterSnapshot snapshot = ClusterSnapshot.builder()
            .node("n0", Map.of("rack", "r0"), Map.of("cpu", "4", "pods", "9"))
            .pending("a", TRAIN, Map.of("cpu", "1"))
            .pending("b", TRAIN, Map.of("cpu", "2"))
            .pending("c", WORKERS, Map.of("cpu", "3"))
            .build();

    private final GroupQuestion question =
            GroupQuestion.of(snapshot, groups, TRAIN).orElseThrow();

    @Test
    void severalGroupsTravelTogether() throws Exception {
        GroupQuestion both = GroupQuestion.together(snapshot, groups, List.of(TRAIN, WORKERS), 2)
                .orElseThrow();
        assertThat(both.answer(Budget.DEFAULT)).isInstanceOf(Verdict.Infeasible.class);
        assertThat(Travel.again(both).answer(Budget.DEFAULT)).isEqualTo(both.answer(Budget.DEFAULT));
        GroupQuestion less = both.withRequestAtMost("cpu", 1_000);
        assertThat(less.answer(Budget.DEFAULT)).isInstanceOf(Verdict.Feasible.class);
        assertThat(Travel.again(Travel.again(less)).answer(Budget.DEFAULT)).isEqualTo(less.answer(Budget.DEFAULT));
    }

    @Test
    void theSameIsTheSameBytes() throws IOException {
        GroupQuestion other = GroupQuestion.of(snapshot, groups, TRAIN).orElseThrow();
        assertThat(Travel.written(other.withRequest("cpu", 1)))
                .isEqualTo(Travel.written(question.withRequest("cpu", 1)));
    }

    @Test
    void whatAFunctionSaysDoesNotTravel() {
        GroupQuestion roomy = question.withRoom((resources, free) -> free).withMinimum(TRAIN, 1);
        assertThatThrownBy(() -> Travel.written(roomy))
                .isInstanceOf(NotSerializableException.class)
                .hasMessage(
                        "question: what is free on its nodes is said by a function (withRoom), which does not travel");
    }

    @Test
    void aQuestionOfAnotherSnapshotDoesNotTravel() {
        GroupQuestion there = question.on(snapshot.with(new SnapshotDifference(List.of(), List.of())));
        assertThatThrownBy(() -> Travel.written(there))
                .isInstanceOf(NotSerializableException.class)
                .hasMessageContaining("open it of that one");
    }

    @Test
    void groupsThatCannotBeReadTravelAlong() throws Exception {
        Groups read = Travel.again(groups.withUnreadable(Map.of(GroupRef.podGroup("ml", "odd"), "odd.yaml: line 3")));
        assertThat(Feasibility.answer(snapshot, read, GroupRef.podGroup("ml", "odd"), Budget.DEFAULT)
                        .reason())
                .contains(Reason.GROUP_UNREADABLE);
    }

    @Test
    void whatIsNoQuestionIsRefused() throws IOException {
        assertRefused(question.withMinimum(TRAIN, 2), "\"minCount\":2", "\"minCount\":9", "may not be tried");
        assertRefused(question, "\"minCount\":2", "\"minCount\":x", "groups: ");
        assertRefused(question.withRequest("cpu", 7_000), "\"cpu\":\"7\"", "\"cpu\":[7]", "question: no pod: ");
    }

    private static void assertRefused(GroupQuestion question, String from, String to, String message)
            throws IOException {
        String bytes = new String(Travel.written(question), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains(from);
        byte[] forged = bytes.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Travel.read(forged))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageContaining(message);
    }
}
