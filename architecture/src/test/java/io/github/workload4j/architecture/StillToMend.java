package io.github.workload4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A list of what breaks a rule for the time being. It only ever gets shorter. */
final class StillToMend {

    private StillToMend() {}

    /** Fails for what breaks the rule and is not listed, and for what is listed and breaks it no more. */
    static void check(String list, Collection<String> offenders) {
        List<String> listed = Repository.lines(Path.of("src/test/resources", list)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        if (!listed.isEmpty()) {
            System.out.println(listed.size() + " still to mend: " + list);
        }
        List<String> more = new ArrayList<>(offenders);
        more.removeAll(listed);
        assertThat(more).as("break the rule, and are not in %s", list).isEmpty();
        List<String> fewer = new ArrayList<>(listed);
        fewer.removeAll(offenders);
        assertThat(fewer)
                .as("break the rule no more: delete them from %s", list)
                .isEmpty();
    }
}
