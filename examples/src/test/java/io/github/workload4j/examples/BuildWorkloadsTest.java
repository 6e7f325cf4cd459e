package io.github.workload4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildWorkloadsTest {

    private record Printed(String out, String err) {
        List<ApiObject> objects() {
            return ManifestReader.strict().read(out).stream()
                    .map(document -> ((Decoded) document).object())
                    .toList();
        }
    }

    private static Printed run(String... args) throws IOException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            BuildWorkloads.main(args);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return new Printed(printed.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
    }

    @Test
    void printsBothWorkloadsInTheNewestVersionWithoutLoss() throws IOException {
        Printed printed = run();
        assertThat(printed.err).isEmpty();
        assertThat(printed.objects())
                .hasSize(2)
                .allMatch(object -> object.groupVersion().equals(ApiVersion.V1BETA1.groupVersion()));
        assertThat(printed.objects().get(1)).isEqualTo(BuildWorkloads.twoLevels());
    }

    @Test
    void saysWhatAnOlderVersionLoses() throws IOException {
        Printed printed = run("v1alpha1");
        assertThat(printed.objects()).contains(BuildWorkloads.gangOfFour());
        assertThat(printed.err).contains("compositePodGroupTemplates");
    }

    @Test
    void namesAVersionThatIsNone() {
        assertThatThrownBy(() -> run("v9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("version: scheduling.k8s.io/v9 (expected: one of the API's)");
    }

    @Test
    void aGangOfFourIsOneGroup() {
        Workload workload = BuildWorkloads.gangOfFour();
        assertThat(workload.podGroup("workers")
                        .orElseThrow()
                        .schedulingPolicy()
                        .gang()
                        .minCount())
                .isEqualTo(4);
    }
}
