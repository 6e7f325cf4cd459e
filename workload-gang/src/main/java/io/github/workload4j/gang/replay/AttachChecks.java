package io.github.workload4j.gang.replay;

import io.github.workload4j.api.core.Disk;
import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.storage.CsiNode;
import io.github.workload4j.api.storage.VolumeAttachment;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules about what is attached to a node: drivers, their limits, disks that pods name themselves. */
final class AttachChecks {

    private final Claims claims;
    private final ReplayRules rules;

    AttachChecks(Claims claims, ReplayRules rules) {
        this.claims = claims;
        this.rules = rules;
    }

    /** {@return what is wrong with a pod that comes to a node with these pods; empty if nothing is} */
    String objection(Pod pod, String node, List<Pod> there) {
        String wrong = attaching(pod, node, there);
        return wrong.isEmpty() ? disks(pod, there) : wrong;
    }

    private String attaching(Pod pod, String name, List<Pod> pods) {
        Set<List<String>> brought = claims.keys(pod, name);
        CsiNode own = claims.nodes.get(name);
        for (List<String> key : brought) {
            if (rules.insistsOnDrivers() && insists(key.get(0)) && !lists(own, key.get(0))) {
                return "the node does not have driver " + key.get(0);
            }
        }
        List<CsiNode.Driver> limited = own == null
                ? List.of()
                : own.drivers().stream()
                        .filter(driver -> driver.count() != null)
                        .toList();
        if (brought.isEmpty() || limited.isEmpty()) {
            return "";
        }
        Set<List<String>> there = new LinkedHashSet<>();
        for (Pod other : pods) {
            there.addAll(claims.keys(other, name));
        }
        Map<String, Integer> attached = new LinkedHashMap<>();
        there.forEach(key -> attached.merge(key.get(0), 1, Integer::sum));
        Set<List<String>> lingering = new HashSet<>();
        for (VolumeAttachment each : claims.attachments.getOrDefault(name, List.of())) {
            List<String> key = key(each);
            if (key != null && !there.contains(key) && lingering.add(key)) {
                attached.merge(key.get(0), 1, Integer::sum);
            }
        }
        Map<String, Integer> anew = new LinkedHashMap<>();
        brought.stream().filter(key -> !there.contains(key)).forEach(key -> anew.merge(key.get(0), 1, Integer::sum));
        for (CsiNode.Driver driver : limited) {
            Integer more = anew.get(driver.name());
            if (more != null && attached.getOrDefault(driver.name(), 0) + more > driver.count()) {
                return "the node attaches " + driver.count() + " volumes of " + driver.name();
            }
        }
        return "";
    }

    private boolean insists(String name) {
        return claims.objects.drivers().stream()
                .anyMatch(driver -> driver.metadata().name().equals(name) && driver.preventPodSchedulingIfMissing());
    }

    private boolean lists(@Nullable CsiNode node, String driver) {
        return claims.objects.nodes().isEmpty()
                || node != null
                        && node.drivers().stream().anyMatch(each -> each.name().equals(driver));
    }

    private @Nullable List<String> key(VolumeAttachment attachment) {
        PersistentVolume volume = claims.volumes.get(attachment.persistentVolumeName());
        PersistentVolume.Csi csi = volume == null ? null : volume.spec().csi();
        return csi == null || attachment.attacher().isEmpty()
                ? null
                : List.of(attachment.attacher(), csi.volumeHandle());
    }

    private static String disks(Pod pod, List<Pod> there) {
        for (Disk disk : Claims.disks(pod)) {
            for (Pod other : there) {
                if (Claims.disks(other).stream().anyMatch(each -> isOneTooMany(each, disk))) {
                    return "disk " + disk.id() + " is used by "
                            + other.metadata().name();
                }
            }
        }
        return "";
    }

    private static boolean isOneTooMany(Disk a, Disk b) {
        if (a.type() != b.type() || !a.id().equals(b.id())) {
            return false;
        }
        boolean written = !(a.readOnly() && b.readOnly());
        return switch (a.type()) {
            case AWS_ELASTIC_BLOCK_STORE -> true;
            case GCE_PERSISTENT_DISK, ISCSI -> written;
            case RBD ->
                written
                        && a.monitors().stream().anyMatch(b.monitors()::contains)
                        && (a.pool().isEmpty() ? "rbd" : a.pool())
                                .equals(b.pool().isEmpty() ? "rbd" : b.pool());
            default -> false;
        };
    }
}
