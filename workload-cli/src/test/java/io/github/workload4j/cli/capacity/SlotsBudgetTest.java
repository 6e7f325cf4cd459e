package io.github.workload4j.cli.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.Run;
import io.github.workload4j.cli.screen.ExitStatus;
import org.junit.jupiter.api.Test;

/** The tables of {@code slots} are paid for by the budget of the group. */
class SlotsBudgetTest {

    private static Run slots(String... more) {
        String[] args = new String[more.length + 4];
        args[0] = "slots";
        args[1] = "-f";
        args[2] = "../examples/manifests/cluster.yaml";
        args[3] = "../examples/manifests/training.yaml";
        System.arraycopy(more, 0, args, 4, more.length);
        return Run.of(args);
    }

    @Test
    void whatTheBudgetIsNotEnoughForIsNamed() {
        Run run = slots("--steps", "1");
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains(" not counted: pods like ")
                .contains("fragmentation of nvidia.com/gpu the limit of steps was reached; more --steps may");
        assertThat(run.status()).isEqualTo(ExitStatus.UNDETERMINED);
        Run json = slots("--steps", "1", "-o", "json");
        assertThat(json.out())
                .contains("\"shapes\":[],\"fragmentation\":[],")
                .contains("\"notLookedAt\":[\"pods like ")
                .contains("],\"stopped\":\"steps\",\"objection\":null}");
        assertThat(json.status()).isEqualTo(ExitStatus.UNDETERMINED);
    }

    @Test
    void amountsThatAreTooLargeAreTheReason() {
        String pod = "memory=" + Long.MAX_VALUE;
        Run run = Run.of("slots", "-f", "../examples/manifests/cluster.yaml", "--pod", pod, "--count", "2");
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("not counted: pods like asked-pods-0, fragmentation of memory the pods ask too much memory"
                        + " together");
        assertThat(run.status()).isEqualTo(ExitStatus.UNDETERMINED);
    }

    @Test
    void tablesThatTheBudgetIsEnoughForAreThere() {
        Run run = slots("--steps", "600", "-o", "json");
        assertThat(run.out()).contains("\"shapes\":[{\"pod\":").contains("\"notLookedAt\":[\"fragmentation of ");
        assertThat(slots("--steps", "1000000").out()).isEqualTo(slots().out());
    }
}
