package io.github.workload4j.intent.compile;

import static io.github.workload4j.api.release.KubernetesRelease.V1_35;
import static io.github.workload4j.api.release.KubernetesRelease.V1_36;
import static io.github.workload4j.api.release.KubernetesRelease.V1_37;
import static io.github.workload4j.api.release.KubernetesRelease.V1_38;
import static io.github.workload4j.intent.compile.RecordedItems.text;
import static io.github.workload4j.intent.compile.RecordedItems.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.Job;
import io.github.workload4j.api.JobScheduling;
import io.github.workload4j.api.JobSpec;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadPodGroupSchedulingPolicy;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the controllers of 1.36, 1.37 and 1.38 made of random Jobs, and single facts. */
class JobControllerTest {

    private static Job job(JobSpec.Builder spec) {
        return new Job(
                ObjectMeta.builder().namespace("ml").name("train").uid("uid-1").build(), spec.build());
    }

    private static JobSpec.Builder gang(@Nullable Integer parallelism, @Nullable Integer minCount) {
        return JobSpec.builder()
                .parallelism(parallelism)
                .scheduling(
                        new JobScheduling(new WorkloadPodGroupSchedulingPolicy.Gang(minCount), null, List.of(), null));
    }

    private static SchedulingPolicy policy(JobSpec.Builder spec) {
        return JobController.of(V1_38).objects(job(spec)).podGroup().spec().schedulingPolicy();
    }

    /** The controller itself was run against a store in memory, once for each Job. */
    @Test
    void whatIsMadeOfRandomJobsIsWhatTheControllersMade() {
        List<String> differences = new ArrayList<>();
        List<String> lines = Recorded.lines("jobs.jsonl.gz");
        for (String line : lines) {
            PlainValue recorded = Recorded.value(line);
            KubernetesRelease release = KubernetesRelease.parse(text(recorded.field("release")));
            Job job = (Job) Recorded.object(text(recorded.field("job")));
            Workload[] existing = objects(recorded.field("existing")).toArray(Workload[]::new);
            JobObjects made = JobController.of(release).objects(job, existing);
            compare(line, objects(recorded.field("workloads")), listOf(made.workload()), differences);
            compare(line, objects(recorded.field("podGroups")), listOf(made.podGroup()), differences);
            compare(
                    line,
                    recorded.field("pods").whole().orElseThrow(),
                    (long) made.pods().size(),
                    differences);
            compare(line, texts(recorded.field("indexes")), indexes(made), differences);
            if (recorded.field("pod").isThere() && !made.pods().isEmpty()) {
                Pod first = made.pods().get(0);
                ObjectMeta nameless = first.metadata().toBuilder().name("").build();
                Object theirs = Recorded.object(text(recorded.field("pod")));
                compare(line, theirs, first.withMetadata(nameless), differences);
            }
        }
        assertThat(differences.stream().limit(3)).isEmpty();
        assertThat(lines).hasSize(500);
    }

    private static List<Object> objects(PlainValue recorded) {
        return texts(recorded).stream().map(Recorded::object).toList();
    }

    private static List<Object> listOf(@Nullable Object object) {
        return object == null ? List.of() : List.of(object);
    }

    private static List<String> indexes(JobObjects made) {
        return made.pods().stream()
                .map(pod -> pod.metadata().annotations().getOrDefault("batch.kubernetes.io/job-completion-index", ""))
                .sorted()
                .toList();
    }

    private static void compare(String line, Object theirs, Object ours, List<String> differences) {
        if (!theirs.equals(ours)) {
            differences.add("ours:   " + ours + "\ntheirs: " + theirs + "\nof " + line);
        }
    }

    @Test
    void aGangWithoutACountIsAsLargeAsTheParallelismAndAtLeastOne() {
        assertThat(policy(gang(4, null))).isEqualTo(new SchedulingPolicy.Gang(4));
        assertThat(policy(gang(null, null))).isEqualTo(new SchedulingPolicy.Gang(1));
        assertThat(policy(gang(0, null))).isEqualTo(new SchedulingPolicy.Gang(1));
        assertThat(policy(gang(4, 2))).isEqualTo(new SchedulingPolicy.Gang(2));
    }

    @Test
    void aJobThatSaysNothingIsBasic() {
        assertThat(policy(JobSpec.builder().parallelism(4))).isEqualTo(new SchedulingPolicy.Basic());
    }

    @Test
    void withItsGateOffOrIn135ThereAreOnlyPods() {
        Job job = job(gang(4, null));
        FeatureGates off = V1_38.workloadGates().with(FeatureGate.WORKLOAD_WITH_JOB, false);
        for (JobController controller : List.of(
                JobController.of(V1_35), JobController.of(ClusterSetup.of(V1_38).withFeatureGates(off)))) {
            JobObjects made = controller.objects(job);
            assertThat(made.workload()).isNull();
            assertThat(made.podGroup()).isNull();
            assertThat(made.missing()).isNull();
            assertThat(made.pods())
                    .hasSize(4)
                    .allSatisfy(pod -> assertThat(pod.spec().schedulingGroup()).isNull());
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        Job delegated = new Job(
                ObjectMeta.builder()
                        .namespace("ml")
                        .name("train")
                        .annotations(Map.of(
                                "scheduling.k8s.io/workload-name",
                                "parent",
                                "scheduling.k8s.io/group-template-name",
                                "workers"))
                        .build(),
                JobSpec.builder().parallelism(2).build());
        JobObjects made = JobController.of(V1_38).objects(delegated);
        assertThat(made.missing().workloadName()).isEqualTo("parent");
        assertThat(made.missing().templateName()).isEqualTo("workers");
        assertThat(made.pods()).isEmpty();
    }

    @Test
    void aJobOfBillionsTakesNoMemory() {
        JobObjects made = JobController.of(V1_37).objects(job(gang(Integer.MAX_VALUE, null)));
        assertThat(made.pods()).hasSize(Integer.MAX_VALUE);
        assertThat(made.pods().get(Integer.MAX_VALUE - 1).metadata().name()).isEqualTo("train-2147483646");
    }

    @Test
    void noMorePodsRunAtOnceThanMustStillEndWell() {
        JobSpec.Builder spec = JobSpec.builder().parallelism(4).completions(2);
        assertThat(JobController.of(V1_36).objects(job(spec)).pods()).hasSize(2);
        assertThat(JobController.of(V1_36)
                        .objects(job(spec.completions(null).parallelism(-3)))
                        .pods())
                .isEmpty();
    }

    /** Ten thousand Jobs take some hundredths of a second; the bound is for machines that do other things. */
    @Test
    void tenThousandJobsTakeLittleTime() {
        JobController controller = JobController.of(V1_38);
        int made = 0;
        long start = System.nanoTime();
        for (int i = 0; i < 10_000; i++) {
            Job job = new Job(ObjectMeta.of("ml", "train-" + i), gang(8, null).build());
            made += controller.objects(job).pods().size();
        }
        assertThat(made).isEqualTo(80_000);
        assertThat((System.nanoTime() - start) / 1_000_000).as("milliseconds").isLessThan(5_000);
    }
}
