package io.github.workload4j.robustness.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.intent.IntentReader;
import io.github.workload4j.intent.derive.Assumption;
import io.github.workload4j.intent.derive.Derivation;
import io.github.workload4j.intent.read.Reading;
import io.github.workload4j.intent.read.ReadingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Objects of every controller are read as groups in every mode, or told with places; reading again is the same. */
final class IntentTarget implements Target.Attack {

    @Override
    public void on(byte[] input) {
        List<Document> documents = ManifestReader.lenient().read(input);
        List<ApiObject> objects = documents.stream()
                .filter(Decoded.class::isInstance)
                .map(document -> ((Decoded) document).object())
                .toList();
        List<Pod> pods = objects.stream()
                .filter(Pod.class::isInstance)
                .map(Pod.class::cast)
                .toList();
        for (ReadingMode mode : ReadingMode.values()) {
            IntentReader reader = new IntentReader();
            documents.forEach(reader::add);
            List<Reading> readings = reader.readings(mode);
            assertThat(reader.readings(mode)).isEqualTo(readings);
            for (Set<Assumption> assumed : List.of(Set.<Assumption>of(), EnumSet.allOf(Assumption.class))) {
                Derivation derivation = Derivation.of(readings, pods, List.of(), assumed);
                assertThat(derivation.left()).allMatch(readings::contains);
            }
        }
    }
}
