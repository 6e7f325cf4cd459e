package io.github.workload4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.ManifestWriter;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written and read again is equal. */
class RoundTripTest {

    @Provide
    Arbitrary<ApiObject> valid() {
        return Manifests.valid().objects();
    }

    @Provide
    Arbitrary<ApiObject> wellFormed() {
        return Manifests.wellFormed().objects();
    }

    @Property(seed = "1")
    void validObjectsSurviveYaml(@ForAll("valid") ApiObject object) {
        assertThat(read(ManifestWriter.yaml().write(object))).isEqualTo(object);
    }

    @Property(seed = "2")
    void wellFormedObjectsSurviveYaml(@ForAll("wellFormed") ApiObject object) {
        assertThat(read(ManifestWriter.yaml().write(object))).isEqualTo(object);
    }

    @Property(seed = "3")
    void wellFormedObjectsSurviveJson(@ForAll("wellFormed") ApiObject object) {
        assertThat(read(ManifestWriter.json().write(object))).isEqualTo(object);
    }

    private static ApiObject read(String text) {
        List<Document> documents = ManifestReader.strict().read(text);
        assertThat(documents).as(text).hasSize(1);
        assertThat(documents.get(0)).as(text).isInstanceOf(Decoded.class);
        return ((Decoded) documents.get(0)).object();
    }
}
