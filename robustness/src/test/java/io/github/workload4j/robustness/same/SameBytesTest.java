package io.github.workload4j.robustness.same;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Same input, same bytes out: here, in another process, elsewhere. {@link SameBytesLongRun} goes further. */
class SameBytesTest {

    /** Everything other than here at once: digits, zone, charset, line ends, hash codes, processors. */
    private static final List<String> ELSEWHERE = List.of(
            "-Duser.language=ar",
            "-Duser.country=EG",
            "-Duser.timezone=Pacific/Chatham",
            "-Dfile.encoding=ISO-8859-1",
            "-Dline.separator=\r\n",
            "-XX:+UnlockExperimentalVMOptions",
            "-XX:hashCode=2",
            "-XX:ActiveProcessorCount=1",
            "-XX:TieredStopAtLevel=1");

    @TempDir
    private Path folder;

    @Test
    void anotherProcessElsewhereAnswersTheSame() throws IOException, InterruptedException {
        String here = Answers.all();
        assertThat(here).contains("feasible", "<svg", "exits 0", "exits 1", "exits 2", "exits 3");
        assertThat(OtherJava.answers(OtherJava.thisHome(), ELSEWHERE)).isEqualTo(here);
    }

    @Test
    void defaultsOfThisProcessDoNotMatter() {
        String before = Answers.ofCluster("src/test/resources/questions.yaml");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            assertThat(Answers.ofCluster("src/test/resources/questions.yaml")).isEqualTo(before);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void theOrderOfDocumentsDoesNotMatter() throws IOException {
        String text = Files.readString(Path.of("src/test/resources/questions.yaml"));
        List<String> documents = new ArrayList<>(Arrays.asList(text.split("---\n")));
        Path file = folder.resolve("shuffled.yaml");
        String expected = null;
        Random random = new Random(1);
        for (int i = 0; i < 4; i++) {
            Files.writeString(file, String.join("---\n", documents), StandardCharsets.UTF_8);
            String answers = Answers.ofCluster(file.toString());
            String ofClusters = answers.substring(0, answers.indexOf("== queue"));
            expected = expected == null ? ofClusters : expected;
            assertThat(ofClusters).isEqualTo(expected);
            Collections.shuffle(documents, random);
        }
    }
}
