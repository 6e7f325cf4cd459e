package io.github.workload4j.cli.input;

import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.cli.screen.ExitStatus;
import io.github.workload4j.cli.screen.Progress;
import io.github.workload4j.cli.screen.Terminal;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.replay.Replay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of a command, read to their ends.
 *
 * @param snapshot nodes and pods
 * @param groups groups
 * @param inputs where they come from
 * @param unread what of them answers do not know: whole inputs, then documents
 * @param unreadable whether an input could not be read
 */
public record LoadedCluster(
        ClusterSnapshot snapshot, Groups groups, ClusterInputs inputs, List<Unread> unread, boolean unreadable) {

    public LoadedCluster {
        unread = List.copyOf(unread);
    }

    /**
     * Reads leniently, since {@link UnknownFields} says what that lets pass.
     *
     * @param pods a group that is in no file, or null
     * @param isCluster whether the files are to be a cluster, and not groups alone
     */
    static LoadedCluster read(
            Terminal terminal,
            List<String> files,
            ClusterSetup setup,
            AssumeOption assumed,
            @Nullable PodOption pods,
            boolean isCluster,
            Progress progress) {
        Inputs reading = new Inputs(terminal, progress);
        ClusterInputs cluster = new ClusterInputs(terminal);
        reading.read(files, ManifestReader.lenient(), cluster);
        KubernetesRelease release = setup.release().orElseGet(cluster::likelyRelease);
        if (pods != null) {
            cluster.ask(pods, release);
        }
        cluster.complete(assumed.assumptions(), release);
        if (isCluster) {
            cluster.requireCluster(!reading.hasUnreadable());
        }
        List<Unread> unread = new ArrayList<>(reading.unread());
        unread.addAll(cluster.unread());
        return new LoadedCluster(
                cluster.snapshot().withSetup(setup),
                cluster.groups().in(setup),
                cluster,
                unread,
                reading.hasUnreadable());
    }

    /** {@return the pods of a group and of those inside it that are finished or being deleted} */
    public GoneMembers goneMembers(GroupRef group) {
        Set<GroupRef> own = new TreeSet<>(groups.leavesOf(group));
        own.add(group);
        return inputs.members().gone(own);
    }

    /** {@return a checker of placements that looks at the objects themselves, with the gates of the cluster} */
    public Replay replay() {
        return inputs.replay().withSetup(snapshot.setup());
    }

    /** {@return what the inputs that could not be read leave open} */
    public Doubts doubts() {
        return new Doubts(snapshot, groups, unread);
    }

    /** {@return the exit status, which is the given one if all inputs were fine} */
    public int status(int answer) {
        return unreadable ? ExitStatus.UNUSABLE : inputs.hasErrors() ? ExitStatus.NO : answer;
    }

    /** {@return for the root of each group, the roots whose pods must run before its own are there} */
    public Map<GroupRef, List<GroupRef>> before(Collection<GroupRef> asked) {
        Map<GroupRef, List<GroupRef>> before = new HashMap<>();
        for (GroupRef group : asked) {
            GroupRef root = groups.rootOf(group);
            before.put(root, inputs.meant().before(root));
        }
        return before;
    }
}
