package io.github.workload4j.cli.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateRulesTest {

    @TempDir
    Path folder;

    private Run validate(String kind, String spec, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), kind + "\nmetadata: {name: a}\nspec:\n" + spec);
        String[] args = new String[more.length + 2];
        args[0] = "validate";
        args[1] = file.toString();
        System.arraycopy(more, 0, args, 2, more.length);
        return Run.of(args);
    }

    private static final String STATEFUL = "apiVersion: apps/v1\nkind: StatefulSet";

    @Test
    void referencesOfTemplatesAreJudgedAsThoseOfPods() throws IOException {
        String spec = "  template:\n    spec: {containers: [], schedulingGroup: {podGroupName: No_}}\n";
        Run run = validate(STATEFUL, spec);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("a.yaml:6:60: error: spec.template.spec.schedulingGroup.podGroupName: Invalid");
        assertThat(validate(STATEFUL, spec.replace("Name: No_}", "Name: n1}")).out())
                .isEqualTo("nothing checked, 1 skipped (empty, or of other APIs)\n");
    }

    @Test
    void aReferenceOfAWrongTypeIsToldAsThat() throws IOException {
        String spec = "  template:\n    spec: {containers: [], schedulingGroup: {podGroupName: 7}}\n";
        Run run = validate(STATEFUL, spec);
        assertThat(run.out())
                .contains("podGroupName: found a number `7`: expected text")
                .contains("invalid: 1 error");
    }

    @Test
    void aReferenceOfAnotherReleaseIsNone() throws IOException {
        String spec = "  template:\n    spec: {containers: [], workloadRef: {name: w, podGroup: a}}\n";
        assertThat(validate(STATEFUL, spec, "--release", "1.35").status()).isZero();
        assertThat(validate(STATEFUL, spec, "--release", "1.37").out())
                .contains("spec.template.spec.workloadRef: Forbidden: the field is one of Kubernetes 1.35 only");
    }

    @Test
    void theTemplateOfAJobIsJudgedToo() throws IOException {
        String spec = "  template:\n    spec: {containers: [], schedulingGroup: {podGroupName: No_}}\n";
        assertThat(validate("apiVersion: batch/v1\nkind: Job", spec).out())
                .contains("spec.template.spec.schedulingGroup.podGroupName: Invalid");
    }

    private static final String CRON = "apiVersion: batch/v1\nkind: CronJob";

    @Test
    void theJobsOfACronJobAreJudgedAsJobs() throws IOException {
        String spec = "  jobTemplate:\n    spec:\n      parallelism: 4\n      scheduling: {schedulingPolicy: {gang:"
                + " {minCount: 5}}}\n";
        Run run = validate(CRON, spec);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "a.yaml:8:56: error: spec.jobTemplate.spec.scheduling.schedulingPolicy.gang.minCount: Invalid");
        assertThat(validate(CRON, spec.replace("minCount: 5", "minCount: 4")).status())
                .isZero();
        assertThat(validate(CRON, spec.replace("{minCount: 5}", "{minCount: 4, most: 5}"))
                        .out())
                .contains("spec.jobTemplate.spec.scheduling.schedulingPolicy.gang.most");
        assertThat(validate(CRON, "  jobTemplate: {spec: {parallelism: x}}\n").out())
                .isEqualTo("nothing checked, 1 skipped (empty, or of other APIs)\n");
    }

    @Test
    void delegationInACronJobIsJudgedFrom138On() throws IOException {
        String spec =
                "  jobTemplate:\n    metadata: {annotations: {scheduling.k8s.io/workload-name: w}}\n    spec: {}\n";
        assertThat(validate(CRON, spec, "--release", "1.38").out())
                .contains("spec.jobTemplate.metadata.annotations[scheduling.k8s.io/group-template-name]: Required");
        assertThat(validate(CRON, spec, "--release", "1.37").status()).isZero();
    }
}
