package io.github.workload4j.gang.question;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.device.ResourceClaimSpec;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.DeviceNote;
import io.github.workload4j.gang.DeviceRoom;
import io.github.workload4j.gang.DevicesAsked;
import io.github.workload4j.gang.NodeDevices;
import io.github.workload4j.gang.VolumeNote;
import io.github.workload4j.gang.podclass.Compilation;
import io.github.workload4j.gang.podclass.DeviceRules;
import io.github.workload4j.gang.podclass.PlacedVolumes;
import io.github.workload4j.gang.podclass.PodClasses;
import io.github.workload4j.gang.podclass.VolumeNotes;
import io.github.workload4j.gang.proof.ClaimedDevices;
import io.github.workload4j.gang.volume.QuestionVolumes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the pods of a question claim beside room on nodes: devices and volumes. */
public final class QuestionClaims {

    private final GroupQuestion question;
    private final PodClasses classes;
    private final @Nullable DeviceRules devices;
    private final @Nullable QuestionVolumes volumes;

    QuestionClaims(GroupQuestion question) {
        this.question = question;
        this.classes = question.classes();
        this.devices = classes.devices();
        this.volumes = classes.volumes();
    }

    /** {@return what the pods ask of devices; in time linear in devices} */
    public DevicesAsked devicesAsked() {
        return devices == null ? DevicesAsked.NONE : devices.asked();
    }

    /** {@return what columns of the packing rest on that are about devices; empty if there are none} */
    public Optional<ClaimedDevices> claimedDevices() {
        return Optional.ofNullable(new Compilation(classes).claimedDevices());
    }

    /** {@return what a pod of a kind asks of devices, where any are known: its claims that have none yet, in order} */
    public List<ResourceClaimSpec> ofDevices(int podClass) {
        return devices == null ? List.of() : devices.claims(podClass);
    }

    /** {@return for how many pods of a kind a node has devices, {@code atMost} at most; if they claim none, for all} */
    public DeviceRoom deviceRoom(int podClass, int node, long atMost) {
        return devices == null ? new DeviceRoom(atMost, true) : devices.room(podClass, node, atMost);
    }

    /** {@return the devices that a node reaches and that suit a claim of some pod; none if no pod claims any} */
    public NodeDevices devices(int node) {
        return devices == null ? new NodeDevices(0, 0) : devices.devices(node);
    }

    /** {@return where kube-scheduler's own choice of devices is likely to fail for a placement of the question} */
    public List<DeviceNote> deviceNotes(List<Assignment> placement) {
        requireNonNull(placement, "placement");
        return devices == null ? List.of() : devices.notes(question.names().steps(placement), placement);
    }

    /** {@return claims for volumes that several pods share and that are not bound, as {@code namespace/name}} */
    public List<String> shared() {
        Set<String> shared = new TreeSet<>();
        classes.entries()
                .forEach(member -> shared.addAll(member.signature().volumes().shared()));
        return List.copyOf(shared);
    }

    /** {@return what there is to know about the volumes of the pods, except why single nodes do not take a pod} */
    public List<VolumeNote> volumeNotes() {
        return volumes == null ? List.of() : VolumeNotes.of(classes, volumes, question.packing());
    }

    /** {@return what there is to know about the volumes of a placement of the question} */
    public List<VolumeNote> volumeNotes(List<Assignment> placement) {
        requireNonNull(placement, "placement");
        return volumes == null ? List.of() : PlacedVolumes.smallestFirst(classes, volumes, placement);
    }

    /** {@return whose claims it is about, in a line} */
    @Override
    public String toString() {
        return "QuestionClaims[" + question + "]";
    }
}
