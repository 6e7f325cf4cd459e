package io.github.workload4j.robustness.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.convert.Conversion;
import io.github.workload4j.api.convert.Converted;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.ManifestWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Whatever can be read can be converted to every version, in any order, and written. */
final class ConversionTarget implements Target.Attack {

    @Override
    public void on(byte[] input) {
        List<ApiObject> objects = Manifest.objects(input);
        List<ApiObject> reversed = new ArrayList<>(objects);
        Collections.reverse(reversed);
        for (ApiVersion version : ApiVersion.values()) {
            Conversion conversion = Conversion.to(version).takingObjectsAsWhole();
            Converted there = conversion.convert(objects);
            there.objects()
                    .forEach(object ->
                            assertThat(ManifestWriter.yaml().write(object)).isNotEmpty());
            there.losses().forEach(loss -> assertThat(objects).anyMatch(object -> object == loss.object()));
            Converted other = conversion.convert(reversed);
            assertThat(other.objects()).containsExactlyInAnyOrderElementsOf(there.objects());
            assertThat(other.losses()).containsExactlyInAnyOrderElementsOf(there.losses());
            conversion.flatteningComposites().convert(objects);
            Conversion.to(version).convert(objects);
            objects.forEach(conversion::convert);
            if (objects.stream()
                    .allMatch(object -> object instanceof SchedulingObject one && one.apiVersion() == version)) {
                assertThat(there).isEqualTo(new Converted(objects, List.of()));
            }
        }
    }
}
