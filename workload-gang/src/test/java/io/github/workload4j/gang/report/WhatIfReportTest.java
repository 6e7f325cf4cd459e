package io.github.workload4j.gang.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.whatif.NearestFits;
import io.github.workload4j.gang.whatif.NodesToAdd;
import io.github.workload4j.gang.whatif.Suggestion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatIfReportTest {

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
