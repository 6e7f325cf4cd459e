package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.screen.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of an answer says what it does not know, and nothing is called impossible that may only be unread. */
class IncompleteInputsTest {

    private static final String NODE = """
            apiVersion: v1
            kind: Node
            metadata: {name: n1}
            status: {allocatable: {cpu: 8, memory: 3058Mi, pods: 110}}
            """;

    private static final String GROUP = """
            apiVersion: scheduling.k8s.io/v1beta1
            kind: PodGroup
            metadata: {name: train, namespace: ml}
            spec: {schedulingPolicy: {gang: {minCount: 1}}}
            """;

    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: p, namespace: ml}
            spec:
              schedulingGroup: {podGroupName: train}
              containers: [{name: c, resources: {requests: {cpu: 4}}}]
            """;

    private static final String TOO_BIG = POD.replace("cpu: 4", "cpu: 9");

    @TempDir
    private Path folder;

    private Run run(String line, String... documents) throws IOException {
        Path file = Files.writeString(folder.resolve("all.yaml"), String.join("---\n", documents));
        return Run.of((line + " -f " + file).split(" "));
    }

    @Test
    void nothingIsInfeasibleWhileAFileIsMissing() throws IOException {
        Run run = run("check -o json -f nope.yaml", NODE, GROUP, TOO_BIG);
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.out())
                .contains(
                        "\"verdict\":\"undetermined\",\"reason\":\"IncompleteInputs\",\"detail\":\"does not fit"
                                + " by the inputs that could be used; the others may change that\"",
                        "\"dependsOn\":[{\"what\":\"unreadInputs\",\"pods\":1,\"detail\":\"inputs that could not be"
                                + " used, such as nope.yaml\"}]",
                        "\"certificate\":null",
                        "{\"file\":\"nope.yaml\",\"line\":null,\"what\":\"no such file or directory\"}",
                        "\"infeasible\":0",
                        "\"undetermined\":1");
    }

    @Test
    void whatIsOpenForAnotherReasonIsNotSaidNotToFit() throws IOException {
        String beyond = POD.replace("cpu: 4", "memory: " + Long.MAX_VALUE);
        assertThat(run("check -o json -f nope.yaml", NODE, GROUP, beyond).out())
                .contains("\"verdict\":\"undetermined\",\"reason\":null,")
                .contains("\"stopped\":\"amounts\"")
                .contains("unreadInputs");
        assertThat(run("check -f nope.yaml", NODE, GROUP, beyond).out())
                .contains("the pods ask too much memory together", "such as nope.yaml")
                .doesNotContain("does not fit");
    }

    @Test
    void aQueueDoesNotSayThatNothingFitsWhileAFileIsMissing() throws IOException {
        Run run = run("queue --largest -f nope.yaml", NODE, GROUP, TOO_BIG);
        assertThat(run.out())
                .contains("0 of 1 group got in, 1 is not decided\nwhether some fit in another order is not known\n");
        String phases = Files.readString(Path.of("src/test/resources/golden/queue/phases.yaml"));
        assertThat(run("queue -f nope.yaml", phases.replace("cpu: 3", "cpu: 30"))
                        .out())
                .contains("0 of 2 groups got in, 2 are not decided\n")
                .doesNotContain("gated");
    }

    @Test
    void ofAClusterThatCannotBeReadNothingElseIsSaid() throws IOException {
        String asksMore = POD.replace("cpu: 4", "cpu: 4, example.com/gpu: 1");
        Run run = run("where --cluster a=nope.yaml", GROUP, asksMore);
        assertThat(run.out())
                .startsWith("ml/train: 0 of 1 cluster is known to take it, 1 is not decided\n")
                .contains(
                        "why: no node of it could be read\n     depends on inputs that could not be used, such as nope")
                .doesNotContain("classes");
    }

    @Test
    void textSaysSoToo() throws IOException {
        Run run = run("check -f nope.yaml --explain", NODE, GROUP, TOO_BIG);
        assertThat(run.out())
                .startsWith("undetermined  ml/train  does not fit by the inputs that could be used; the others may"
                        + " change that")
                .contains(
                        "\n  as far as the inputs could be used:\n",
                        "depends on inputs that could not be used, such as nope.yaml\n");
    }

    @Test
    void soDoPictures() throws IOException {
        Run run = run("check -f nope.yaml -o html", NODE, GROUP, TOO_BIG);
        assertThat(run.out())
                .contains("is not decided", "inputs that could not be used, such as nope.yaml")
                .doesNotContain("does not fit");
    }

    @Test
    void aFileThatIsMissingBearsOnWhatFitsToo() throws IOException {
        Run run = run("check -o json -f nope.yaml", NODE, GROUP, POD);
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.out()).contains("\"verdict\":\"feasible\"", "{\"what\":\"unreadInputs\",\"pods\":1,");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "Node, '', undetermined",
        "Pod, ml, undetermined",
        "Pod, other, infeasible",
        "PodGroup, ml, infeasible",
        "PodDisruptionBudget, ml, infeasible"
    })
    void whatMayBeAmongTheUnreadDecides(String kind, String namespace, String verdict) throws IOException {
        String version = switch (kind) {
            case "PodGroup" -> "scheduling.k8s.io/v1beta1";
            case "PodDisruptionBudget" -> "policy/v1";
            default -> "v1";
        };
        String unread = "apiVersion: " + version + "\nkind: " + kind + "\nmetadata: {name: x, namespace: '" + namespace
                + "'}\nspec: [1]\n";
        Run run = run("check -o json --group ml/train", NODE, GROUP, TOO_BIG, unread);
        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.out())
                .contains("\"verdict\":\"" + verdict + "\"", "all.yaml\",\"line\":18,\"what\":\"" + kind + " ");
    }

    @Test
    void aPodElsewhereMayHelpOneThatWantsToBeWithOthers() throws IOException {
        String with = TOO_BIG + """
                  affinity:
                    podAffinity:
                      requiredDuringSchedulingIgnoredDuringExecution:
                      - {topologyKey: zone, labelSelector: {}, namespaceSelector: {}}
                """;
        String unread = "apiVersion: v1\nkind: Pod\nmetadata: {name: x, namespace: other}\nspec: [1]\n";
        assertThat(run("check -o json", NODE, GROUP, with, unread).out()).contains("\"verdict\":\"undetermined\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "whatif", "slots", "queue", "whatif --min-count 1", "check --explain"})
    void whatDependsOnVolumesIsNoPlainYes(String command) throws IOException {
        String pod = POD + "  volumes: [{name: v, persistentVolumeClaim: {claimName: data}}]\n";
        Run json = run(command + " -o json", NODE, GROUP, pod);
        assertThat(json.status()).isEqualTo(ExitStatus.DEPENDS);
        assertThat(json.out())
                .contains(
                        "\"dependsOn\":[{\"what\":\"volumes\",\"pods\":1,\"detail\":\"volumes of 1 pod, such as"
                                + " ml/p: no PersistentVolumeClaim in the inputs (`kubectl get pvc -A -o yaml` prints"
                                + " them)\"}]",
                        "\"incomplete\":[]");
        Run text = run(command, NODE, GROUP, pod);
        assertThat(text.status()).isEqualTo(ExitStatus.DEPENDS);
        assertThat(text.out()).contains("depends on what a snapshot does not show: volumes of 1 pod, such as ml/p");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "whatif", "slots", "queue"})
    void wishesAreListedAndDecideNothing(String command) throws IOException {
        String pod = POD
                + "  topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway}]\n";
        Run json = run(command + " -o json", NODE, GROUP, pod);
        assertThat(json.status()).isZero();
        assertThat(json.out()).contains("\"ignored\":[{\"what\":\"scheduleAnyway\",\"pods\":1,", "\"dependsOn\":[]");
        assertThat(run(command, NODE, GROUP, pod).out())
                .contains("ignored, because preferences never decide what fits: topology");
    }

    @Test
    void whatDependsOnSomethingAndDoesNotFitIsStillANo() throws IOException {
        String pod = TOO_BIG + "  volumes: [{name: v, persistentVolumeClaim: {claimName: data}}]\n";
        assertThat(run("check", NODE, GROUP, pod).status()).isEqualTo(ExitStatus.NO);
    }

    @Test
    void aGroupThatCannotBeReadIsThere() throws IOException {
        Run run = run("check -o json", NODE, POD, GROUP.replace("spec: {", "spec: {newField: 1, "));
        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.out())
                .contains("\"verdict\":\"error\",\"reason\":\"GroupUnreadable\",\"detail\":\"PodGroup ml/train cannot"
                        + " be read: ")
                .contains("all.yaml:16:8: spec.newField: unknown field");
    }

    @Test
    void aGroupOfAVersionThatIsNotThereIsThere() throws IOException {
        Run run = run("check", NODE, POD, GROUP.replace("v1beta1", "v1"));
        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.out()).startsWith("error         ml/train  GroupUnreadable: PodGroup ml/train cannot be read: ");
    }

    @Test
    void groupsOfOtherSchedulersAreNoFault() throws IOException {
        String other =
                "apiVersion: scheduling.volcano.sh/v1beta1\nkind: PodGroup\nmetadata: {name: q, namespace: ml}\n";
        Run run = run("check -o json", NODE, GROUP, POD, other);
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("\"incomplete\":[]");
    }

    @Test
    void jsonHasExactAmountsWhereTextRounds() throws IOException {
        String pod = POD.replace("cpu: 4", "memory: 3Gi");
        assertThat(run("check -o json --explain", NODE, GROUP, pod).out())
                .contains("{\"resource\":\"memory\",\"asked\":3221225472,\"free\":3206545408,");
        assertThat(run("slots -o json", NODE, GROUP, pod).out())
                .contains("\"requests\":[{\"resource\":\"memory\",\"amount\":3221225472}]");
    }

    @Test
    void anAmountBelowZeroIsRefusedAtItsPlace() throws IOException {
        Run run = run("check", NODE, GROUP, POD.replace("cpu: 4", "cpu: -100"));
        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.err())
                .contains("all.yaml:16:54: error: spec.containers[0].resources.requests[cpu]: Invalid value:"
                        + " \"-100\": must be");
        assertThat(run.out()).startsWith("gated");
    }

    @Test
    void jsonSaysWhatIsWarnedOf() throws IOException {
        assertThat(run("check -o json", GROUP, POD).out())
                .contains("\"warnings\":[\n\"no nodes in the inputs: nothing fits");
    }
}
