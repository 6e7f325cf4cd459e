package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The ten situations in which people ask why, by name, each with the sentence that a tired person must find at the top.
 * The whole texts are in {@code golden/explain}.
 */
class InfeasibleSituationsTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden/explain");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "fragmented-rack | The best example.com/rack, r1, takes 1 of the 2 pods needed: 1 is missing.",
                "gpu-shortage | nvidia.com/gpu: 40 needed, 32 free, 8 short.",
                "taint | the taint dedicated=inference:NoSchedule, not tolerated: without it the group fits",
                "selector-matches-nothing | No node takes a pod, not even one: label node-pool=a100 missing.",
                "pinned-domain | The example.com/rack in which it runs already, ra, takes 1 of the 3 pods needed",
                "composite-child-starves | The best example.com/rack, r0, takes 2 of the 3 pods that ml/learner needs",
                "one-pod-too-big | no node has more than 256Gi free, and a pod asks 384Gi",
                "anti-affinity-too-few-nodes | The pods may not share a node or domain, and 4 nodes are open to them.",
                "spread | the topology spread over topology.kubernetes.io/zone: without it the group fits",
                "budget-spent | Undecided: the search found no placement of the 73 pods needed, and no proof"
            })
    void saysWhatIsMissing(String situation, String sentence) throws IOException {
        Run run = Run.of(
                "check", "--explain", "-f", FOLDER.resolve(situation + ".yaml").toString(), "--steps", "20000000");
        boolean budget = situation.equals("budget-spent");
        String printed = Files.readString(FOLDER.resolve(situation + ".txt"));
        assertThat(oneLine(printed)).contains(sentence);
        if (!budget) {
            assertThat(printed).isEqualTo(run.out() + run.err() + "exit status " + run.status() + "\n");
            assertThat(run.status()).isEqualTo(1);
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\n\\s*", " ");
    }
}
