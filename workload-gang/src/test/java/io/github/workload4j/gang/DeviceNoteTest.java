package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

/** A note about devices says who gets none, and who has the device by then. */
class DeviceNoteTest {

    @Test
    void namesBothPods() {
        DeviceNote note = new DeviceNote("p1", "n1", "gpu-0", "p0");
        assertThat(note).isEqualTo(new DeviceNote("p1", "n1", "gpu-0", "p0"));
        assertThat(note.toString()).contains("p1").contains("p0").contains("gpu-0");
        assertThatNullPointerException().isThrownBy(() -> new DeviceNote("p1", "n1", null, "p0"));
    }
}
