package io.github.workload4j.api;

/** A group as an object of its own: a group of pods, or a group of groups. */
public sealed interface GroupObject extends SchedulingObject permits PodGroup, CompositePodGroup {

    /** {@return what the group asks} */
    GroupSpec spec();
}
