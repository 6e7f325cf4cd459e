package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.gang.FilterReason;
import io.github.workload4j.gang.FilterReasons;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingNodes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GroupQuestionTest {

    /** The scenarios whose group may be tried. */
    static Stream<Scenario> scenarios() {
        return Scenario.all().stream().filter(scenario -> opened(scenario).isPresent());
    }

    private static Optional<GroupQuestion> opened(Scenario scenario) {
        return GroupQuestion.of(scenario.snapshot(), scenario.groups(), scenario.group());
    }

    private static GroupQuestion question(Scenario scenario) {
        return opened(scenario).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void nodesWithoutRefusalAreExactlyThoseThatTakeAPod(Scenario scenario) {
        GroupQuestion question = question(scenario);
        Packing packing = question.packing();
        List<NamedPodClass> kinds = question.podClasses();
        for (int k = 0; k < kinds.size(); k++) {
            FilterReasons refusals = question.filterReasons(k);
            for (int n = 0; n < packing.nodes().count(); n++) {
                boolean takes = packing.classes().get(k).mayUse(n);
                for (int r = 0; r < packing.nodes().resources(); r++) {
                    long asked = packing.classes().get(k).request()[r];
                    takes &= asked == 0 || asked <= packing.nodes().free(r, n);
                }
                boolean inside = refusals.of(n).stream().noneMatch(FilterReason.OutsideDomain.class::isInstance);
                assertThat(refusals.mask(n) == 0).isEqualTo(takes && inside);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void changingNothingChangesNoVerdict(Scenario scenario) {
        GroupQuestion question = question(scenario);
        Verdict verdict = question.answer(Budget.DEFAULT);
        Verdict again = question.withPods(pod -> pod)
                .withMinimum(question.about().group(), question.about().minimum())
                .withTopologyKey(
                        question.about().group(), question.groups().get(0).topologyKey())
                .on(scenario.snapshot())
                .answer(Budget.DEFAULT);
        assertThat(again.word()).isEqualTo(verdict.word());
        assertThat(again.steps()).isEqualTo(verdict.steps());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void changesKeepWhatIsSaidToBeFree(Scenario scenario) {
        GroupQuestion full = question(scenario)
                .withRoom((resources, now) -> PackingNodes.of(now.count(), new long[resources.size()][now.count()]));
        assertThat(full.answer(Budget.DEFAULT)).isNotInstanceOf(Verdict.Feasible.class);
        GroupRef group = full.about().group();
        for (GroupQuestion changed : List.of(
                full.withPods(pod -> pod),
                full.withMinimum(group, full.about().minimum()),
                full.withoutRepelling(),
                full.withoutVolumes())) {
            assertThat(changed.answer(Budget.DEFAULT)).isNotInstanceOf(Verdict.Feasible.class);
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void podsThatAskForNothingAreRefusedForNoResourceButSlots(Scenario scenario) {
        GroupQuestion question = question(scenario);
        GroupQuestion free = question.withPods(pod -> new Pod(pod.metadata(), PodSpec.EMPTY, pod.status()));
        for (int k = 0; k < free.podClasses().size(); k++) {
            assertThat(free.filterReasons(k).reasons())
                    .filteredOn(FilterReason.Short.class::isInstance)
                    .allMatch(reason -> reason.equals(new FilterReason.Short("pods")));
        }
    }
}
