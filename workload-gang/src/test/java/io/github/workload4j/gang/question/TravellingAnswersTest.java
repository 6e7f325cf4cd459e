package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.Travel;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.proof.check.PackingChecker;
import io.github.workload4j.gang.report.AnswerReport;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the conformance cases ask: pods, groups in groups, affinity, spread, volumes. */
class TravellingAnswersTest {

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
}
