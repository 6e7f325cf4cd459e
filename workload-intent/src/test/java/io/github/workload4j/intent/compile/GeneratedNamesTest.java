package io.github.workload4j.intent.compile;

import static io.github.workload4j.api.release.KubernetesRelease.V1_37;
import static io.github.workload4j.api.release.KubernetesRelease.V1_38;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The literals are upstream's, or were recomputed from its description. */
class GeneratedNamesTest {

    @Test
    void aWorkloadIsNamedAfterItsOwnerAndTheOwnersUid() {
        assertThat(GeneratedNames.workload("job", "uid-1")).isEqualTo("job-647cf7d9");
    }

    @Test
    void aPodGroupOf137IsNamedAfterWorkloadAndTemplate() {
        assertThat(GeneratedNames.podGroup(V1_37, "wl", "workers", "uid-1")).isEqualTo("wl-workers-7999579445");
    }

    @Test
    void aPodGroupOf138IsNamedAfterItsOwnerToo() {
        assertThat(GeneratedNames.podGroup(V1_38, "workload", "template", "uid-1"))
                .isEqualTo("workload-template-57db668b94");
        assertThat(GeneratedNames.podGroup(V1_38, "wl", "workers", "uid-1")).isEqualTo("wl-workers-7949b67949");
    }

    @Test
    void anEmptyPartIsLeftOutWithItsDash() {
        assertThat(GeneratedNames.podGroup(V1_37, "", "", "")).isEqualTo("65bb57b6b5");
        assertThat(GeneratedNames.podGroup(V1_37, "", "template", "")).isEqualTo("template-5cbb944dc9");
        assertThat(GeneratedNames.podGroup(V1_37, "workload", "", "")).isEqualTo("workload-c5546b9dd");
        assertThat(GeneratedNames.podGroup(V1_38, "", "", "")).isEqualTo("6f6fd8cd5");
        assertThat(GeneratedNames.podGroup(V1_38, "", "template", "")).isEqualTo("template-7865ccf4cf");
        assertThat(GeneratedNames.podGroup(V1_38, "workload", "", "")).isEqualTo("workload-76fc8fddcb");
    }

    @Test
    void longPartsShareTheRoom() {
        String name = GeneratedNames.podGroup(V1_38, "w".repeat(300), "t".repeat(300), "uid-1");
        assertThat(name).hasSize(253).matches("w{120,122}-t{120}[t]?-[4-9bcdf]{8,10}");
        assertThat(GeneratedNames.podGroup(V1_38, "w".repeat(300), "t", "uid-1"))
                .hasSize(253)
                .contains("w-t-");
        assertThat(GeneratedNames.workload("j".repeat(300), "uid-1"))
                .hasSize(253)
                .endsWith("j-647cf7d9");
    }

    /** Random names of up to 260 bytes, of which the parts and the UID may be empty. */
    @Test
    void namesAreThoseThatTheLibraryOf138Makes() {
        List<String> lines = Recorded.lines("names.csv.gz");
        assertThat(lines).hasSize(1000);
        for (String line : lines) {
            String[] parts = line.split(",", -1);
            assertThat(GeneratedNames.workload(parts[0], parts[2])).isEqualTo(parts[3]);
            assertThat(GeneratedNames.podGroup(V1_38, parts[0], parts[1], parts[2]))
                    .isEqualTo(parts[4]);
        }
    }
}
