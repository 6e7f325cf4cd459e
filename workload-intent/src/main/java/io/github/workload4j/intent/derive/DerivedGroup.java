package io.github.workload4j.intent.derive;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.intent.read.IntendedGroup;
import io.github.workload4j.intent.read.Reading;
import java.util.List;

/**
 * One instance of a group that an object means, and where it is now.
 *
 * @param reading what the object means
 * @param group the group in that reading
 * @param instance which of its instances, from 0; of a group in a group, counted over all instances of that one
 * @param namespace namespace of the group and of its pods
 * @param name name of the PodGroup or CompositePodGroup; of a {@code v1alpha1} group {@code workload/podGroup}
 * @param root name of the root of its tree; the same as the name if it is one
 * @param made whether the group itself is made up; else it was in the input
 * @param pods names of the pods that are made up, in order
 * @param members how many of its pods were in the input
 */
public record DerivedGroup(
        Reading reading,
        IntendedGroup group,
        long instance,
        String namespace,
        String name,
        String root,
        boolean made,
        List<String> pods,
        int members) {

    public DerivedGroup {
        requireNonNull(reading, "reading");
        requireNonNull(group, "group");
        requireNonNull(namespace, "namespace");
        requireNonNull(name, "name");
        requireNonNull(root, "root");
        pods = List.copyOf(requireNonNull(pods, "pods"));
    }
}
