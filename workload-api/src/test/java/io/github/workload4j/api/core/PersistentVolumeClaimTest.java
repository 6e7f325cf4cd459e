package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersistentVolumeClaimTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        PersistentVolumeClaim claim = new PersistentVolumeClaim(
                ObjectMeta.of("ns", "c"), PersistentVolumeClaim.Spec.EMPTY, PersistentVolumeClaim.Status.EMPTY);
        requireValue(claim);
        assertThat(claim.groupVersion() + " " + claim.kind()).isEqualTo("v1 PersistentVolumeClaim");
    }

    @Test
    void itsPartsAreValues() {
        requireValue(
                new PersistentVolumeClaim.Spec(
                        List.of("ReadWriteOnce"),
                        LabelSelector.EVERYTHING,
                        new ResourceRequirements(Map.of("storage", Quantity.parse("1Gi")), Map.of()),
                        "v",
                        "fast",
                        "Block",
                        "gold"),
                "selector",
                "storageClassName",
                "volumeAttributesClassName");
        requireValue(new PersistentVolumeClaim.Status("Lost"));
    }
}
