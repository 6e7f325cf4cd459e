package io.github.workload4j.gang.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.repair.FewestMoves;
import io.github.workload4j.gang.whatif.NearestFits;
import io.github.workload4j.gang.whatif.NodesToAdd;
import io.github.workload4j.gang.whatif.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhatIfReportTest {

    private static final GroupRef GROUP = GroupRef.podGroup("ml", "train");

    private static WhatIfReport report() {
        GroupQuestion question = ReportExample.question(3);
        Verdict verdict = ReportExample.verdict(3);
        List<Suggestion> suggestions = new ArrayList<>(
                NearestFits.of(question, verdict, Budget.DEFAULT.meter()).suggestions());
        suggestions.addAll(
                NodesToAdd.of(question, verdict, Budget.DEFAULT.meter()).suggestions());
        return WhatIfReport.of(verdict, suggestions);
    }

    @Test
    void eachChangeThatAloneIsEnoughIsALine() {
        assertThat(report().toText()).isEqualTo("""
                        infeasible ml/train: does not fit: 2 pods pending, 2 pods needed
                        with any one of these it would fit:
                          - start with 1 instead of 2 (ml/train); 2 do not fit
                          - ask at most 1.5 cpu per pod instead of 2; more would not fit
                          - add 1 node like n1 (3 cpu)
                        """);
        assertThat(report()).hasToString("infeasible ml/train, 3 changes that would help");
    }

    /** Of two nodes of four cores each has one in use: the pod that moves leaves one node empty. */
    @Test
    void thePodsToMoveAreAChangeToo() {
        ClusterSnapshot snapshot = ClusterSnapshot.builder()
                .node("n1", Map.of(), Map.of("cpu", "4", "pods", "10"))
                .node("n2", Map.of(), Map.of("cpu", "4", "pods", "10"))
                .running("shop", "web", "n1", Map.of("cpu", "1"))
                .running("shop", "api", "n2", Map.of("cpu", "1"))
                .pending("a", GROUP, Map.of("cpu", "4"))
                .build();
        Groups groups = Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 1)));
        GroupQuestion question = GroupQuestion.of(snapshot, groups, GROUP).orElseThrow();
        Verdict verdict = question.answer(Budget.DEFAULT);
        WhatIfReport none = WhatIfReport.of(verdict, List.of());
        assertThat(none.toJson()).contains("\"repair\":null");
        WhatIfReport found = none.with(FewestMoves.of(question, verdict, groups, List.of(), Budget.DEFAULT.meter()));
        assertThat(found.toText()).isEqualTo("""
                        infeasible ml/train: does not fit: 1 pod pending
                        with this it would fit:
                          - move shop/api from n2 to n1; no controller is named that creates it anew
                        """);
        assertThat(found.toJson()).contains("\"repair\":{\"moves\":[").contains("\"fewest\":true");
    }

    @Test
    void jsonHoldsEachChangeAsDataAndInWords() {
        assertThat(report().toJson())
                .contains("{\"kind\":\"lowerMinimum\",\"group\":\"ml/train\",\"most\":1,\"asked\":2,\"exact\":true,"
                        + "\"text\":\"start with 1 instead of 2 (ml/train); 2 do not fit\"}")
                .contains("\"evictions\":null")
                .endsWith("\"schema\":\"urn:workload4j:schema:suggestions:1\"}")
                .doesNotContain("\"args\"");
    }
}
