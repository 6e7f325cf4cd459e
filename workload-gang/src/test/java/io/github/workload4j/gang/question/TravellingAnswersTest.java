package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Travel;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.proof.check.PackingChecker;
import io.github.workload4j.gang.report.AnswerReport;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the conformance cases ask: pods, groups in groups, affinity, spread, volumes. */
class TravellingAnswersTest {

    private static final Budget BUDGET = Budget.steps(100_000);

    private static final List<UnaryOperator<GroupQuestion>> CHANGES = List.of(
            question -> question,
            question -> question.withRequest("cpu", 1_500).withRequestAtMost("memory", 1 << 20),
            question ->
                    question.withoutRequest("cpu").withMinimum(question.about().group(), 2),
            question -> question.withTopologyKey(question.about().group(), null).withoutRepelling(),
            question -> question.withTopologyKey(question.about().group(), "kubernetes.io/hostname"),
            question -> question.alone(
                    question.groups().get(question.groups().size() - 1).group()),
            question -> question.withSharedClaimsBound()
                    .withPods(pod -> pod.withSpec(pod.spec().toBuilder()
                            .affinity(null)
                            .nodeSelector(Map.of())
                            .build())),
            question -> question.withoutVolumes());

    static Stream<Scenario> scenarios() {
        return Stream.of("scheduling", "volumes").flatMap(folder -> Scenario.all(folder).stream());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void verdictsComeBackAsTheyWentAndAreOnTheQuestionThere(Scenario scenario) throws Exception {
        Verdict verdict = Feasibility.answer(scenario.snapshot(), scenario.groups(), scenario.group(), Budget.DEFAULT);
        Verdict read = Travel.again(verdict);
        assertThat(read).isEqualTo(verdict);
        assertThat(report(scenario, read)).isEqualTo(report(scenario, verdict));
        GroupQuestion.of(scenario.snapshot(), scenario.groups(), scenario.group())
                .ifPresent(question -> {
                    assertThatCode(() -> question.requireOwn(read)).doesNotThrowAnyException();
                    if (read instanceof Verdict.Infeasible no && no.evidence() instanceof Evidence.Certified proof) {
                        assertThat(new PackingChecker(proof.packing()).objectionTo(proof.certificate(), 1))
                                .isEmpty();
                    }
                });
    }

    private static List<Object> report(Scenario scenario, Verdict verdict) {
        ClusterSnapshot snapshot = scenario.snapshot();
        AnswerReport report = AnswerReport.of(snapshot, scenario.groups(), verdict);
        return List.of(report.toJson(), report.certificate(), report.toString());
    }

    /** Opened anew, from what was written, on the other side. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void questionsAreAnsweredThereAsHere(Scenario scenario) throws Exception {
        ClusterSnapshot snapshot = scenario.snapshot();
        GroupRef group = scenario.group();
        Groups groups = Travel.again(scenario.groups());
        assertThat(groups).hasToString(scenario.groups().toString());
        assertThat(Feasibility.answer(snapshot, groups, group, BUDGET))
                .isEqualTo(Feasibility.answer(snapshot, scenario.groups(), group, BUDGET));
        GroupQuestion question = GroupQuestion.of(snapshot, groups, group).orElse(null);
        if (question != null) {
            for (UnaryOperator<GroupQuestion> change : CHANGES) {
                assertTravels(change.apply(question));
            }
        }
        List<GroupRef> waiting = groups.waiting(snapshot);
        GroupQuestion.together(snapshot, groups, waiting, 1).ifPresent(TravellingAnswersTest::assertTravels);
    }

    private static void assertTravels(GroupQuestion question) {
        try {
            GroupQuestion read = Travel.again(question);
            assertThat(read.answer(BUDGET)).isEqualTo(question.answer(BUDGET));
            assertThat(read.packing()).isEqualTo(question.packing());
            assertThat(read).hasToString(question.toString());
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
