package io.github.workload4j.api.edit;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.convert.Conversion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an edit says, of a text that gives it something to say of every sort. */
class EditedTest {

    private static final Edited EDITED = edit("one.yaml", "two.yaml");

    private static Edited edit(String... names) {
        String group = """
                apiVersion: scheduling.k8s.io/v1alpha3
                kind: PodGroup
                metadata: {name: g}
                spec:
                  <<: {preemptionPolicy: Never}
                  schedulingPolicy: {basic: {}}
                """;
        List<ManifestStream> streams = List.of(names).stream()
                .map(name -> new ManifestStream(name, group.getBytes(UTF_8)))
                .toList();
        return ManifestEditor.of(Conversion.to(ApiVersion.V1ALPHA2)).edit(streams);
    }

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(EDITED);
        requireValue(EDITED.losses().get(0));
        requireValue(EDITED.notes().get(0));
    }

    @Test
    void textsAreInTheOrderGiven() {
        assertThat(EDITED.streams()).extracting(EditedStream::name).containsExactly("one.yaml", "two.yaml");
        assertThat(edit("two.yaml", "one.yaml").streams())
                .extracting(EditedStream::name)
                .containsExactly("two.yaml", "one.yaml");
    }

    @Test
    void lossesAndNotesNameTheirText() {
        assertThat(EDITED.losses()).extracting(DocumentLoss::stream).containsExactly("one.yaml", "two.yaml");
        assertThat(EDITED.losses()).extracting(loss -> loss.path().toString()).containsOnly("spec.preemptionPolicy");
        assertThat(EDITED.notes()).extracting(EditNote::stream).containsExactly("one.yaml", "two.yaml");
    }
}
