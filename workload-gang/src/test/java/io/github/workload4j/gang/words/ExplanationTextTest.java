package io.github.workload4j.gang.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.TightGang;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTextTest {

    /** Pods of so many kinds that no node takes, and one more that fits. */
    private static String explained(int tooLarge) {
        List<Long> cpu = new ArrayList<>();
        for (long more = 0; more < tooLarge; more++) {
            cpu.add(5_000 + more);
        }
        cpu.add(1_000L);
        GroupQuestion question = TightGang.of(1, 4_000, cpu, false);
        Explanation explanation = Explanation.of(question, question.answer(Budget.DEFAULT), Budget.DEFAULT.meter());
        return String.join("\n", ExplanationText.of(explanation, Style.PLAIN, Voice.COMMAND));
    }

    @Test
    void whatHoldsOfTheKindsListedIsNotSaidOfAll() {
        assertThat(explained(8))
                .startsWith("  The whole cluster takes 1 of the 9 pods needed: 8 are missing.")
                .contains("\n  Of kinds of pods no more than 8 are listed.");
        assertThat(explained(2)).doesNotContain("are listed");
    }
}
