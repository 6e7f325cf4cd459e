package io.github.workload4j.api.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The page says of each release what {@link KubernetesRelease} says; {@code -Dgolden.update=true} writes it. */
class ReleasesPageTest {

    private static final Path PAGE = Path.of("../docs/releases.md");

    private static final String HEAD = """
            # Which release has which version

            The Workload API is young; its versions are not served by every release of Kubernetes. `workload convert \
            --to
            VERSION` writes another one, and says what is lost.

            | Kubernetes | serves | if these gates are on |
            |---|---|---|
            """;

    private static final String FOOT = """

            Read from the code of %s. `KubernetesRelease` says the same in Java, with
            every gate, its default and its needs.

            - In `v1alpha1` the pod groups are in the Workload itself, and pods name them with `workloadRef`. Since \
            `v1alpha2`
              a Workload holds templates, PodGroups are objects of their own, and pods name them with `schedulingGroup`.
            - A newest release that is not out yet was read as a pre-release, and may still change.
            """;

    private static String page() {
        StringBuilder text = new StringBuilder(HEAD);
        List<String> measured = new ArrayList<>();
        for (KubernetesRelease release : KubernetesRelease.all()) {
            Map<String, List<String>> served = new LinkedHashMap<>();
            Set<String> gates = new LinkedHashSet<>();
            for (ServedKind each : release.served()) {
                served.computeIfAbsent(each.version().version(), v -> new ArrayList<>())
                        .add(each.kind());
                gates.add("`" + each.gate().word() + "`");
            }
            List<String> versions = new ArrayList<>();
            served.forEach((version, kinds) -> versions.add("`" + version + "`: " + String.join(", ", kinds)));
            text.append("| ").append(release.version()).append(release.isFinal() ? "" : " (not out yet)");
            text.append(" | ").append(String.join("; ", versions));
            text.append(" | ").append(String.join(", ", gates)).append(" |\n");
            measured.add(release.measured());
        }
        return text + FOOT.formatted(String.join(", ", measured));
    }

    @Test
    void pageSaysWhatEveryReleaseServes() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page());
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page());
    }
}
