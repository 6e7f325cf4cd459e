package io.github.workload4j.intent.derive;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What was assumed about one group.
 *
 * @param namespace its namespace
 * @param name its name; of a {@code v1alpha1} group {@code workload/podGroup}, with the replica key if there is one
 * @param pods names of pods that were made up to complete it
 * @param ungated how many of its pods were taken to have no gates
 * @param missing how many pods it lacks all the same, since there is none to copy or they differ; 0 for none
 */
public record Completed(String namespace, String name, List<String> pods, int ungated, int missing) {

    public Completed {
        requireNonNull(namespace, "namespace");
        requireNonNull(name, "name");
        pods = List.copyOf(requireNonNull(pods, "pods"));
    }
}
