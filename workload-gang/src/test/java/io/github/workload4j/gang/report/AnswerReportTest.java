package io.github.workload4j.gang.report;

import static io.github.workload4j.gang.report.ReportExample.GROUPS;
import static io.github.workload4j.gang.report.ReportExample.PODS;
import static io.github.workload4j.gang.report.ReportExample.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.gang.OwnKeys;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.packing.Budget;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerReportTest {

    @Test
    void aYesSaysWhereThePodsGo() {
        assertThat(report(4).toText()).isEqualTo("""
                        feasible ml/train: both pending pods fit, 2 pods needed
                          2 pods on 1 node
                            n1 (2)
                        for Kubernetes 1.37, the newest that serves the group's version
                        """);
    }

    @Test
    void aNoSaysWhy() {
        assertThat(report(3)).hasToString("infeasible ml/train: does not fit: 2 pods pending, 2 pods needed");
        assertThat(report(3).toText())
                .contains("why: there is room for 1 such pod, 2 are needed (1 node can take at least one)");
    }

    @Test
    void anExplanationTakesThePlaceOfTheProofInWords() {
        Explanation explanation =
                Explanation.of(ReportExample.question(3), ReportExample.verdict(3), Budget.DEFAULT.meter());
        assertThat(report(3).with(explanation).toText())
                .contains("The whole cluster takes 1 of the 2 pods needed: 1 is missing.")
                .doesNotContain("why:");
        assertThat(report(3).with(explanation).toJson()).contains("\"explanation\":{\"proof\":");
    }

    @Test
    void jsonIsOneObjectOnOneLine() {
        assertThat(report(4).toJson())
                .startsWith("{\"group\":{\"kind\":\"PodGroup\",\"namespace\":\"ml\",\"name\":\"train\"},"
                        + "\"verdict\":\"feasible\",\"reason\":null,")
                .contains("\"placement\":[{\"pod\":\"ml/a\",\"node\":\"n1\"},{\"pod\":\"ml/b\",\"node\":\"n1\"}]")
                .endsWith("\"schema\":\"urn:workload4j:schema:answer:1\"}")
                .doesNotContain("\n");
    }

    @Test
    void aPlacementIsNamedByTheCallersKeys() {
        AnswerReport report = report(4)
                .named(OwnKeys.of(Map.of(11, PODS.get(0), 12, PODS.get(1)), Map.of("rack 7", ReportExample.node(4))));
        assertThat(report.toText()).contains("  11 -> rack 7\n  12 -> rack 7\n");
        assertThat(report.toJson())
                .contains("\"placement\":[{\"pod\":\"11\",\"node\":\"rack 7\"},{\"pod\":\"12\",\"node\":\"rack 7\"}]");
    }

    @Test
    void aProvedNoHasACertificate() {
        assertThat(report(3).certificate().orElseThrow())
                .startsWith("{\"atLeast\":1,\"relaxed\":false,\"problem\":{\"resources\":[")
                .doesNotContain("\n");
        assertThat(report(4).certificate()).isEmpty();
    }

    @Test
    void theSameAnswerGivesTheSameBytes() {
        assertThat(report(3).toJson()).isEqualTo(report(3).toJson());
    }

    @Test
    void otherInputsThanThoseOfTheVerdictAreRefused() {
        ClusterSnapshot none = ClusterSnapshot.of(List.of(), List.of());
        AnswerReport report = AnswerReport.of(none, GROUPS, ReportExample.verdict(3));
        assertThatThrownBy(report::toJson)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the verdict about ml/train was not given about these inputs");
    }
}
