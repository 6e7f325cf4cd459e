package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;

import io.github.workload4j.api.meta.ObjectMeta;
import org.junit.jupiter.api.Test;

class VolumeTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(Volume.ofClaim("data", "claim"));
        requireValue(new Volume.Claim("claim"));
        requireValue(new Volume.Ephemeral(new PersistentVolumeClaim(
                ObjectMeta.EMPTY, PersistentVolumeClaim.Spec.EMPTY, PersistentVolumeClaim.Status.EMPTY)));
        requireValue(new Volume.Inline(Disk.of(Disk.Type.ISCSI, "iqn", true)));
    }
}
