package io.github.workload4j.gang;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.device.DeviceObjects;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.storage.StorageObjects;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.replay.Replay;
import java.util.ArrayList;
import java.util.List;

/** A cluster with groups, written as manifests. */
public record ManifestWorld(List<Node> nodes, List<Pod> pods, List<SchedulingObject> groups, List<ApiObject> others) {

    public static ManifestWorld of(String text) {
        ManifestWorld world =
                new ManifestWorld(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        ManifestReader.strict().read(text).forEach(document -> world.add(((Decoded) document).object()));
        return world;
    }

    private void add(ApiObject object) {
        if (object instanceof Node node) {
            nodes.add(node);
        } else if (object instanceof Pod pod) {
            pods.add(pod);
        } else if (object instanceof SchedulingObject group) {
            groups.add(group);
        } else {
            others.add(object);
        }
    }

    public StorageObjects storage() {
        return StorageObjects.of(others.stream().filter(StorageObjects::isOne).toList());
    }

    private DeviceObjects devices() {
        return DeviceObjects.of(
                others.stream().filter(object -> !StorageObjects.isOne(object)).toList());
    }

    public ClusterSnapshot snapshot() {
        return ClusterSnapshot.of(nodes, pods).withStorage(storage()).withDevices(devices());
    }

    public Verdict answer(ClusterSetup setup, String namespace, String group) {
        return Feasibility.answer(
                snapshot().withSetup(setup), Groups.of(groups), GroupRef.podGroup(namespace, group), Budget.DEFAULT);
    }

    /** {@return the question about a PodGroup, which may be tried} */
    public GroupQuestion question(String namespace, String group) {
        return GroupQuestion.of(snapshot(), Groups.of(groups), GroupRef.podGroup(namespace, group))
                .orElseThrow();
    }

    public Replay replay(ClusterSetup setup) {
        return Replay.of(nodes, pods, groups)
                .withSetup(setup)
                .withStorage(storage())
                .withDevices(devices());
    }
}
