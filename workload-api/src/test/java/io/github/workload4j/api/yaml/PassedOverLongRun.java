package io.github.workload4j.api.yaml;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** JSON means what it means as YAML: forty times what {@code PassedOverTest} tries. */
class PassedOverLongRun {

    @Test
    void jsonMeansWhatItMeansAsYaml() {
        for (int seed = 0; seed < 8_000; seed++) {
            PassedOverTest.requireSameAsYaml(PassedOverTest.document(new Random(seed)));
            PassedOverTest.requireSameAsYaml(PassedOverTest.list(new Random(seed)));
        }
    }
}
