package io.github.workload4j.gang.podclass;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.device.DeviceObjects;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.devices.ClaimUse;
import io.github.workload4j.gang.devices.PodClaims;
import io.github.workload4j.gang.eligibility.ClusterView;
import io.github.workload4j.gang.eligibility.PodAntiAffinity;
import io.github.workload4j.gang.eligibility.SchedulerRules;
import io.github.workload4j.gang.group.GroupTree;
import io.github.workload4j.gang.group.Membership;
import io.github.workload4j.gang.group.Nominations;
import io.github.workload4j.gang.inside.Inside;
import io.github.workload4j.gang.volume.ClusterVolumes;
import io.github.workload4j.gang.volume.QuestionVolumes;
import io.github.workload4j.gang.volume.VolumeSignature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the pending pods of a question meet.
 *
 * @param snapshot what the question is asked of
 * @param view what rules about other pods see of it
 * @param membership who belongs to the groups
 * @param rules how the scheduler counts
 * @param nominations who else waits for nodes
 * @param repelled what pods that are there forbid others
 * @param labels the keys of labels that some rule looks at
 * @param claims the claims of the cluster; null if nothing is known of devices
 * @param usedOnce the keys of claims that one pending pod uses, and no other
 */
record Surroundings(
        ClusterSnapshot snapshot,
        ClusterView view,
        Membership membership,
        SchedulerRules rules,
        Nominations nominations,
        PodAntiAffinity.Repelled repelled,
        Set<String> labels,
        @Nullable PodClaims claims,
        Set<String> usedOnce) {

    /** {@return what pods of groups meet in a snapshot; the labels that they themselves look at are not known yet} */
    static Surroundings of(
            ClusterSnapshot snapshot, GroupTree root, Membership membership, SchedulerRules rules, Set<String> labels) {
        PodAntiAffinity.Repelled repelled = Inside.of(snapshot).view().repelled();
        addKeys(snapshot, repelled, labels);
        return of(snapshot, root, membership, rules, labels, repelled);
    }

    /** Adds the keys of labels by which other pods tell those apart that they keep away. */
    private static void addKeys(ClusterSnapshot snapshot, PodAntiAffinity.Repelled repelled, Set<String> keys) {
        for (PodAntiAffinity.Closed each : repelled.terms()) {
            PodSignature.addKeys(each.term().selector(), keys);
        }
        for (Pod pod : snapshot.nominated()) {
            PodSignature.addKeys(pod, keys);
        }
    }

    private static Surroundings of(
            ClusterSnapshot snapshot,
            GroupTree root,
            Membership membership,
            SchedulerRules rules,
            Set<String> labels,
            PodAntiAffinity.Repelled repelled) {
        PodClaims claims = claims(snapshot, rules);
        return new Surroundings(
                snapshot,
                Inside.of(snapshot).view(),
                membership,
                rules,
                Nominations.of(snapshot, root, membership),
                repelled,
                labels,
                claims,
                claims == null ? Set.of() : usedOnce(claims, root, membership));
    }

    /** {@return the claims of a cluster, or null if nothing is known of devices} */
    private static @Nullable PodClaims claims(ClusterSnapshot snapshot, SchedulerRules rules) {
        DeviceObjects objects = snapshot.devices();
        boolean maps = rules.mapsExtendedResources();
        return objects.isEmpty()
                ? null
                : Inside.of(snapshot)
                        .remembered()
                        .recall("claims " + maps, PodClaims.class, () -> new PodClaims(objects, maps));
    }

    private static Set<String> usedOnce(PodClaims claims, GroupTree root, Membership membership) {
        Map<String, Integer> uses = new HashMap<>();
        root.leaves()
                .forEach(leaf -> membership.queued(leaf).stream()
                        .filter(pod -> claims.mayShare(pod, leaf.facts().claims()))
                        .forEach(pod -> claims.of(pod, leaf.facts().claims())
                                .forEach(use -> uses.merge(use.key(), 1, Integer::sum))));
        uses.values().removeIf(count -> count > 1);
        return uses.keySet();
    }

    /** {@return the same in another snapshot with the same members} */
    Surroundings on(ClusterSnapshot other, GroupTree root) {
        boolean none = repelled == PodAntiAffinity.Repelled.NONE;
        PodAntiAffinity.Repelled there =
                none ? repelled : Inside.of(other).view().repelled();
        Set<String> keys = new TreeSet<>(labels);
        addKeys(other, there, keys);
        return of(other, root, membership, rules, keys, there);
    }

    /** {@return the same, as if no pod that is there kept others away} */
    Surroundings withoutRepelling() {
        return new Surroundings(
                snapshot,
                view,
                membership,
                rules,
                nominations,
                PodAntiAffinity.Repelled.NONE,
                labels,
                claims,
                usedOnce);
    }

    /** {@return what is known about the volumes of pods, or null if they have none} */
    @Nullable
    QuestionVolumes volumes(List<Pod> pods, QuestionVolumes.Sharing sharing) {
        for (Pod pod : pods) {
            if (!pod.spec().volumes().isEmpty()) {
                return QuestionVolumes.of(clusterVolumes(), pods, sharing);
            }
        }
        return null;
    }

    private ClusterVolumes clusterVolumes() {
        return Inside.of(snapshot)
                .remembered()
                .recall(
                        "volumes " + rules.roundsCapacities() + " " + rules.looksForDrivers(),
                        ClusterVolumes.class,
                        () -> new ClusterVolumes(
                                Inside.of(snapshot).volumes(),
                                Inside.of(snapshot).view(),
                                rules));
    }

    /** {@return the claims for devices of a pod in a group; pods that each have one of their own are alike} */
    List<ClaimUse> claims(Pod pod, GroupTree leaf) {
        if (claims == null) {
            return List.of();
        }
        List<ClaimUse> uses = new ArrayList<>();
        for (ClaimUse use : claims.of(pod, leaf.facts().claims())) {
            uses.add(isOwn(use) ? use.asOwn() : use);
        }
        return uses;
    }

    /** {@return whether a pod claims what another of its group does, as both claims are made from templates alone} */
    private boolean hasClaimsLike(Pod pod, Pod other, GroupTree leaf) {
        PodClaims.@Nullable OfGroup group = leaf.facts().claims();
        return claims != null
                && pod.spec().resourceClaims().equals(other.spec().resourceClaims())
                && !claims.mayShare(pod, group)
                && !claims.mayShare(other, group)
                && !claims.mayBeServed(pod)
                && !claims.mayBeServed(other);
    }

    /** A claim that may be freed again is told by its key. */
    private boolean isOwn(ClaimUse use) {
        return claims != null
                && usedOnce.contains(use.key())
                && use.consumers() > 0
                && claims.failing(use).isEmpty();
    }

    /**
     * {@return what rules see of a pod in a group}
     *
     * @param known a pod whose signature is known, or null
     */
    PodSignature signature(Pod pod, GroupTree leaf, VolumeSignature volumes, PodClasses.@Nullable Entry known) {
        List<ClaimUse> own = known != null && hasClaimsLike(pod, known.pod(), leaf)
                ? known.signature().claims()
                : claims(pod, leaf);
        return PodSignature.of(pod, labels, rules, volumes, own, known);
    }
}
