package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VolumeNoteTest {

    @Test
    void listsAreCopied() {
        List<String> names = new ArrayList<>(List.of("v"));
        VolumeNote.SharedClaim shared = new VolumeNote.SharedClaim("ns/c", 2, 1, names);
        VolumeNote.Pinned pinned = new VolumeNote.Pinned("p", "c", "v", names, 1);
        VolumeNote.Serving serving = new VolumeNote.Serving("v", "");
        List<VolumeNote.Serving> sample = new ArrayList<>(List.of(serving));
        List<VolumeNote.Funnel.Step> steps =
                new ArrayList<>(List.of(new VolumeNote.Funnel.Step(VolumeNote.Funnel.Asked.CLASS, 1)));
        VolumeNote.Funnel funnel =
                new VolumeNote.Funnel("local", "10Gi", 2, "", steps, sample, VolumeNote.Funnel.Making.NOBODY);
        names.add("w");
        steps.clear();
        sample.clear();
        assertThat(shared.volumes()).containsExactly("v");
        assertThat(pinned.nodes()).containsExactly("v");
        assertThat(funnel.sample()).containsExactly(serving);
        assertThat(funnel.steps()).hasSize(1);
    }

    @Test
    void namesArePresent() {
        assertThatThrownBy(() -> new VolumeNote.AttachLimit(null, "d", 1, 1, 0)).hasMessage("node");
        assertThatThrownBy(() -> new VolumeNote.AttachLimit("n", null, 1, 1, 0)).hasMessage("driver");
        assertThat(new VolumeNote.HiddenReason()).isEqualTo(new VolumeNote.HiddenReason());
    }
}
