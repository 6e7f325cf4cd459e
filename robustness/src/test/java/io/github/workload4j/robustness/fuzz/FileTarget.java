package io.github.workload4j.robustness.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.robustness.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A file that an option names, by the first letter: a catalogue ({@code C}), reservations ({@code R}), a cluster of
 * several ({@code W}), the cluster of {@code when} with its annotations ({@code E}). It is used or refused with a word,
 * and the same again.
 */
final class FileTarget implements Target.Attack {

    private static final byte[] CLUSTER = """
            apiVersion: v1
            kind: Node
            metadata: {name: a1, labels: {rack: a}}
            status: {allocatable: {cpu: 4, memory: 8Gi, pods: 5}}
            ---
            apiVersion: scheduling.k8s.io/v1beta1
            kind: PodGroup
            metadata: {name: g, namespace: q}
            spec: {schedulingPolicy: {gang: {minCount: 2}}, schedulingConstraints: {topology: [{key: rack}]}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: g-0, namespace: q}
            spec: {schedulingGroup: {podGroupName: g}, containers: [{name: c, resources: {requests: {cpu: 3}}}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: g-1, namespace: q}
            spec: {schedulingGroup: {podGroupName: g}, containers: [{name: c, resources: {requests: {cpu: 3}}}]}
            """.getBytes(StandardCharsets.UTF_8);
    private static final String NOW = "--now=2026-12-01T00:00:00Z";

    private static final Map<Character, List<String>> CALLS = Map.of(
            'C', List.of("whatif", "-f", "-", "--catalogue", "FILE", "--steps=2000"),
            'R', List.of("when", "-f", "-", NOW, "--reservations", "FILE", "--steps=2000"),
            'W', List.of("where", "-f", "-", "--cluster", "eu=FILE", "--steps=2000"),
            'E', List.of("when", "-f", "FILE", NOW, "--ends-at=ends", "--lasts=lasts", "--steps=2000", "-o=json"));

    @Override
    public void on(byte[] input) throws IOException {
        List<String> call = CALLS.get(input.length == 0 ? 'C' : (char) input[0]);
        if (call == null) {
            return;
        }
        Path file = Files.createTempFile("workload", ".txt");
        try {
            Files.write(file, Arrays.copyOfRange(input, Math.min(1, input.length), input.length));
            List<String> args = call.stream()
                    .map(word -> word.replace("FILE", file.toString()))
                    .toList();
            Command run = Command.run(CLUSTER, args);
            run.requireSound();
            if (run.status() == 2) {
                assertThat(run.err()).contains("error: ");
            }
            assertThat(Command.run(CLUSTER, args)).isEqualTo(run);
        } finally {
            Files.delete(file);
        }
    }
}
