package io.github.workload4j.api.storage;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.meta.ObjectMeta;
import org.junit.jupiter.api.Test;

class VolumeAttachmentTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new VolumeAttachment(ObjectMeta.of("a"), "d", "v", "n1"));
    }

    @Test
    void isOfItsKind() {
        assertThat(new VolumeAttachment(ObjectMeta.of("a"), "d", "v", "n1").groupVersion())
                .isEqualTo("storage.k8s.io/v1");
        assertThat(new VolumeAttachment(ObjectMeta.of("a"), "d", "v", "n1").kind())
                .isEqualTo("VolumeAttachment");
    }
}
