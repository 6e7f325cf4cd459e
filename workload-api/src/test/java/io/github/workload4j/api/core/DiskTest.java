package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiskTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new Disk(Disk.Type.RBD, "image", false, List.of("m1"), "pool"));
    }

    @Test
    void eachTypeHasItsField() {
        assertThat(Arrays.stream(Disk.Type.values()).map(Disk.Type::field)).doesNotHaveDuplicates();
    }
}
