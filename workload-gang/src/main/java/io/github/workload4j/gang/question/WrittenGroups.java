package io.github.workload4j.gang.question;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.ManifestWriter;
import io.github.workload4j.gang.GroupRef;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Java serialization writes of groups.
 *
 * @param manifests their objects, JSON, a line each
 * @param unreadable groups that cannot be read
 * @param faults what is wrong with each
 * @param isFlat whether groups of groups are not there
 */
record WrittenGroups(String manifests, GroupRef[] unreadable, String[] faults, boolean isFlat) implements Serializable {

    static WrittenGroups of(
            Map<GroupRef, PodGroupTemplate> embedded,
            Map<GroupRef, PodGroup> podGroups,
            Map<GroupRef, CompositePodGroup> composites,
            Map<GroupRef, String> unreadable,
            boolean isFlat)
            throws ObjectStreamException {
        Map<GroupRef, List<PodGroupTemplate>> workloads = new TreeMap<>();
        embedded.forEach((ref, group) -> workloads
                .computeIfAbsent(GroupRef.workload(ref.namespace(), ref.name(), "", ""), each -> new ArrayList<>())
                .add(group));
        List<SchedulingObject> objects = new ArrayList<>(podGroups.values());
        objects.addAll(composites.values());
        workloads.forEach((ref, inside) -> objects.add(Workload.of(
                ApiVersion.V1ALPHA1, ref.namespace(), ref.name(), inside.toArray(new PodGroupTemplate[0]))));
        try {
            StringBuilder manifests = new StringBuilder();
            objects.forEach(object -> manifests.append(ManifestWriter.json().write(object)));
            return new WrittenGroups(
                    manifests.toString(),
                    unreadable.keySet().toArray(new GroupRef[0]),
                    unreadable.values().toArray(new String[0]),
                    isFlat);
        } catch (IllegalArgumentException e) {
            throw new NotSerializableException("groups: " + e.getMessage());
        }
    }

    private Object readResolve() throws InvalidObjectException {
        try {
            List<SchedulingObject> objects = new ArrayList<>();
            ManifestReader.lenient().read(manifests).forEach(document -> {
                if (!(document instanceof Decoded decoded) || !(decoded.object() instanceof SchedulingObject object)) {
                    throw new IllegalArgumentException("no group: " + document);
                }
                objects.add(object);
            });
            if (unreadable.length != faults.length) {
                throw new IllegalArgumentException(
                        "faults: " + faults.length + " (expected: " + unreadable.length + ", one for each group)");
            }
            Map<GroupRef, String> wrong = new TreeMap<>();
            for (int i = 0; i < faults.length; i++) {
                wrong.put(unreadable[i], faults[i]);
            }
            Groups groups = Groups.of(objects).withUnreadable(wrong);
            return isFlat ? groups.flat() : groups;
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new InvalidObjectException("groups: " + e.getMessage());
        }
    }
}
