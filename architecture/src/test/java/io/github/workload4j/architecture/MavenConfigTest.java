package io.github.workload4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What {@code mvn -q compile exec:java} prints from a clone is what the command prints, and no colours of Maven's. */
class MavenConfigTest {

    @Test
    void mavenWritesNoEscapeSequences() {
        assertThat(Repository.lines(Repository.ROOT.resolve(".mvn/maven.config")))
                .contains("-Dstyle.color=never");
        assertThat(Repository.lines(Repository.ROOT.resolve(".mvn/jvm.config"))).contains("-Djansi.noreset=true");
    }
}
