package io.github.workload4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.check.PackingChecker;
import io.github.workload4j.gang.search.PackingSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The kernel on instances kept beside the project: never wrong, everything proved, and everything that is like a gang
 * decided.
 */
class GangInstancesTest {

    private static final Path INSTANCES = Path.of("../../shared/bench/gang-instances");

    /** As many classes as pods: not gangs, but a stress. */
    private static final List<String> STRESS = List.of("ct2d/", "public-bpp/");

    @Test
    void gangsAreDecidedAsIsKnownAndProved() throws IOException {
        assumeTrue(Files.isDirectory(INSTANCES), "the instances are not beside the project");
        List<String> undecided = new ArrayList<>();
        List<String> stress = new ArrayList<>();
        for (GangInstance instance : GangInstance.readAll(INSTANCES)) {
            boolean isStress = STRESS.stream().anyMatch(instance.id()::startsWith);
            PackingAnswer answer =
                    PackingSearch.answer(instance.packing(), isStress ? Budget.steps(1_000_000) : Budget.DEFAULT);
            assertThat(new PackingChecker(instance.packing()).objectionTo(answer))
                    .as(instance.id())
                    .isEmpty();
            if (answer instanceof PackingAnswer.Undetermined) {
                (isStress ? stress : undecided).add(instance.id());
            } else if (!instance.verdict().equals("unknown")) {
                String verdict = answer instanceof PackingAnswer.Fits ? "feasible" : "infeasible";
                assertThat(verdict).as(instance.id()).isEqualTo(instance.verdict());
            }
        }
        if (!stress.isEmpty()) {
            System.out.println("GangInstancesTest: undetermined within a million steps: " + stress);
        }
        assertThat(undecided).isEmpty();
    }
}
