package io.github.workload4j.gang.volume;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.ManifestWorld;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.StopReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Worlds with volumes that the real scheduler was asked about: what it binds in its first cycle fits, and where nothing
 * depends on which volume it takes, it binds what fits.
 */
class RecordedVolumesTest {

    /** A world: its name, what the scheduler of each release bound, the manifests. */
    private record World(String name, int of137, int of138, boolean isGreedy, String text) {}

    private static List<World> worlds() throws IOException {
        List<World> worlds = new ArrayList<>();
        try (InputStream in = RecordedVolumesTest.class.getResourceAsStream("/recorded/volumes.txt.gz");
                GZIPInputStream unpacked = new GZIPInputStream(in)) {
            String all = new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
            for (String record : all.substring(all.indexOf("#### ") + 5).split("(?m)^#### ")) {
                int end = record.indexOf('\n');
                String[] head = record.substring(0, end).split(" ");
                worlds.add(new World(
                        head[0],
                        Integer.parseInt(head[1]),
                        Integer.parseInt(head[2]),
                        head[3].equals("greedy"),
                        record.substring(end + 1)));
            }
        }
        return worlds;
    }

    @ParameterizedTest
    @EnumSource(
            value = KubernetesRelease.class,
            names = {"V1_37", "V1_38"})
    void answersAreThoseOfTheScheduler(KubernetesRelease release) throws IOException {
        List<String> differences = new ArrayList<>();
        ClusterSetup setup = ClusterSetup.of(release);
        int fit = 0;
        int undetermined = 0;
        List<World> worlds = worlds();
        for (World world : worlds) {
            int bound = release == KubernetesRelease.V1_37 ? world.of137() : world.of138();
            ManifestWorld manifests = ManifestWorld.of(world.text());
            Verdict verdict = manifests.answer(setup, "default", "g");
            int placed = verdict instanceof Verdict.Feasible feasible ? feasible.placed() : 0;
            fit += placed > 0 ? 1 : 0;
            if (verdict instanceof Verdict.Feasible feasible) {
                assertThat(manifests.replay(setup).objections(feasible))
                        .as(world.name())
                        .isEmpty();
            }
            if (verdict instanceof Verdict.Undetermined open) {
                undetermined++;
                if (open.stopped() != StopReason.CLAIMS) {
                    differences.add(world.name() + ": " + verdict);
                }
            } else if (placed < bound || placed > bound && !world.isGreedy()) {
                differences.add(world.name() + ": " + bound + " bound, " + verdict);
            }
        }
        System.out.println(worlds.size() + " worlds with volumes, " + fit + " fit");
        assertThat(differences).isEmpty();
        assertThat(fit).isGreaterThan(worlds.size() / 10);
        assertThat(undetermined).isLessThan(worlds.size() / 20);
    }
}
