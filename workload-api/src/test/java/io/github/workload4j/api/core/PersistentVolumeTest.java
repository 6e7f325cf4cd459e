package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersistentVolumeTest {

    private static final PersistentVolume.Spec SPEC = new PersistentVolume.Spec(
            Map.of("storage", Quantity.parse("10Gi")),
            new PersistentVolume.Csi("csi.example.com", "h"),
            Disk.of(Disk.Type.CINDER, "id", false),
            List.of("ReadWriteOnce"),
            new PersistentVolume.ClaimRef("ns", "claim", "uid"),
            "fast",
            "Block",
            new NodeSelector(List.of()),
            "gold");

    @Test
    void rejectsNullAndIsEqualByContent() {
        PersistentVolume volume = new PersistentVolume(ObjectMeta.of("v"), SPEC, new PersistentVolume.Status("Bound"));
        requireValue(volume);
        assertThat(volume.groupVersion() + " " + volume.kind()).isEqualTo("v1 PersistentVolume");
    }

    @Test
    void itsPartsAreValues() {
        requireValue(SPEC, "csi", "disk", "claimRef", "nodeAffinity", "volumeAttributesClassName");
        requireValue(new PersistentVolume.Csi("csi.example.com", "h"));
        requireValue(new PersistentVolume.ClaimRef("ns", "claim", ""));
        requireValue(new PersistentVolume.Status("Bound"));
    }
}
