package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.Job;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobDelegationRulesTest {

    private static final String NAMES = "scheduling.k8s.io/workload-name: w, scheduling.k8s.io/group-template-name: t";

    @Test
    void blockIsNotBesideTheGroupOfTheTemplate() {
        assertThat(create("", "g", true)).containsExactly("J-21");
        assertThat(create("", "g", false)).isEmpty();
    }

    @Test
    void blockIsNotBesideTheAnnotations() {
        assertThat(create(NAMES, "", true)).as("one violation for both").containsExactly("J-22");
        assertThat(create(NAMES, "", false)).isEmpty();
    }

    @Test
    void annotationsComeInPairs() {
        assertThat(create("scheduling.k8s.io/workload-name: w", "", false)).containsExactly("J-23");
        assertThat(create("scheduling.k8s.io/workload-name: \"\"", "", false)).containsExactly("J-23", "J-23");
    }

    @Test
    void whatIsStoredStaysAllowed() {
        Job both = job(NAMES, "g", true);
        assertThat(update(both, both)).isEmpty();
        Job half = job("scheduling.k8s.io/workload-name: w", "", false);
        assertThat(update(half, half)).isEmpty();
        assertThat(update(job("", "", true), both)).containsExactly("J-21", "J-22");
    }

    @Test
    void noneOfThisHoldsIn137() {
        assertThat(ManifestRules.standard().checkCreate(job(NAMES, "g", true))).isEmpty();
    }

    private static List<String> create(String annotations, String group, boolean block) {
        return rules(of138().checkCreate(job(annotations, group, block)));
    }

    private static List<String> update(Job old, Job updated) {
        return rules(of138().checkUpdate(old, updated));
    }

    private static ManifestRules of138() {
        return ManifestRules.standard().withRelease(KubernetesRelease.V1_38);
    }

    private static List<String> rules(List<Violation> violations) {
        return violations.stream().map(Violation::rule).toList();
    }

    private static Job job(String annotations, String group, boolean block) {
        return Judged.object(
                Job.class,
                "apiVersion: batch/v1\nkind: Job\n"
                        + "metadata: {name: j, namespace: ns, annotations: {" + annotations + "}}\n"
                        + "spec:\n  parallelism: 2\n"
                        + (block ? "  scheduling: {schedulingPolicy: {gang: {minCount: 2}}}\n" : "")
                        + "  template: {spec: {"
                        + (group.isEmpty() ? "" : "schedulingGroup: {podGroupName: " + group + "}")
                        + "}}\n");
    }
}
