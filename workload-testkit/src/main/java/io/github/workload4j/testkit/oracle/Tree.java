package io.github.workload4j.testkit.oracle;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PreemptionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A group as the rules speak of it. */
final class Tree {
    final boolean leaf;
    int minimum = 1;
    boolean basic;

    @Nullable
    String key;

    ApiVersion version = ApiVersion.V1ALPHA1;

    @Nullable
    Integer priority;

    @Nullable
    PreemptionPolicy preemption;

    final List<Tree> children = new ArrayList<>();
    final List<Pod> running = new ArrayList<>();
    final List<Pod> pending = new ArrayList<>();
    final List<Pod> leavingPods = new ArrayList<>();
    int leaving;
    int foreign;
    String scheduler = "default-scheduler";

    Tree(boolean leaf) {
        this.leaf = leaf;
    }

    List<Pod> running() {
        List<Pod> all = new ArrayList<>(running);
        children.forEach(child -> all.addAll(child.running()));
        return all;
    }

    List<Pod> pending() {
        List<Pod> all = new ArrayList<>(pending);
        children.forEach(child -> all.addAll(child.pending()));
        return all;
    }

    List<Tree> trees() {
        List<Tree> all = new ArrayList<>(List.of(this));
        children.forEach(child -> all.addAll(child.trees()));
        return all;
    }

    boolean ready(boolean all) {
        return leaf
                ? running.size() + pending.size() + leaving + (all ? foreign : 0) >= minimum
                : children.stream().filter(child -> child.ready(all)).count() >= minimum;
    }

    /** Leaves out pods that wait for another scheduler than the one that tries the tree. */
    void of(String ours) {
        scheduler = ours;
        foreign = pending.size();
        pending.removeIf(pod -> !scheduler(pod).equals(ours));
        foreign -= pending.size();
        leaving = (int)
                leavingPods.stream().filter(pod -> scheduler(pod).equals(ours)).count();
        children.forEach(child -> child.of(ours));
    }

    boolean succeeds(Set<Pod> placed) {
        return leaf
                ? running.size() + pending.stream().filter(placed::contains).count() >= minimum
                : children.stream().filter(child -> child.succeeds(placed)).count() >= minimum;
    }

    /** {@return the name of the scheduler that a pod waits for} */
    static String scheduler(Pod pod) {
        return pod.spec().schedulerName().isEmpty()
                ? "default-scheduler"
                : pod.spec().schedulerName();
    }
}
