package io.github.workload4j.robustness.same;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thing that differs between machines by itself, and every Java that is installed beside this one. */
class SameBytesLongRun {

    private static String here = "";

    @BeforeAll
    static void answerHere() throws IOException {
        here = Answers.all();
    }

    private static void requireSame(Path home, String... options) throws IOException, InterruptedException {
        assertThat(OtherJava.answers(home, List.of(options))).isEqualTo(here);
    }

    static Stream<Path> homes() throws IOException {
        List<Path> homes = new ArrayList<>(OtherJava.homes());
        System.out.println("the same bytes of " + homes.size() + " Javas: " + homes);
        return homes.stream();
    }

    @ParameterizedTest
    @MethodSource("homes")
    void everyJavaAnswersTheSame(Path home) throws IOException, InterruptedException {
        requireSame(home);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ar-EG",
                "tr-TR",
                "th-TH-u-ca-buddhist-nu-thai",
                "hi-IN-u-nu-deva",
                "de-CH",
                "ja-JP-u-ca-japanese"
            })
    void everyLocaleAnswersTheSame(String tag) throws IOException, InterruptedException {
        String[] parts = tag.split("-", 3);
        requireSame(
                OtherJava.thisHome(),
                "-Duser.language=" + parts[0],
                "-Duser.country=" + parts[1],
                "-Duser.extensions=" + (parts.length > 2 ? parts[2] : ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Pacific/Chatham", "America/St_Johns", "Pacific/Kiritimati"})
    void everyZoneAnswersTheSame(String zone) throws IOException, InterruptedException {
        requireSame(OtherJava.thisHome(), "-Duser.timezone=" + zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-ASCII", "ISO-8859-1", "UTF-16", "windows-1252", "Cp037"})
    void everyCharsetAnswersTheSame(String charset) throws IOException, InterruptedException {
        requireSame(OtherJava.thisHome(), "-Dfile.encoding=" + charset, "-Dnative.encoding=" + charset);
    }

    /** How identity hash codes are made: random, by address, all 1, in sequence, by thread. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5})
    void everyHashAnswersTheSame(int way) throws IOException, InterruptedException {
        requireSame(OtherJava.thisHome(), "-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=" + way);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16})
    void everyNumberOfProcessorsAnswersTheSame(int processors) throws IOException, InterruptedException {
        requireSame(OtherJava.thisHome(), "-XX:ActiveProcessorCount=" + processors);
    }

    /** Immutable sets and maps have an order of their own in every process, made from the time it starts. */
    @Test
    void everyStartAnswersTheSame() throws IOException, InterruptedException {
        for (int i = 0; i < 5; i++) {
            requireSame(OtherJava.thisHome());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r"})
    void everyLineEndAnswersTheSame(String end) throws IOException, InterruptedException {
        requireSame(OtherJava.thisHome(), "-Dline.separator=" + end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m"})
    void everyWayOfRunningAnswersTheSame(String option) throws IOException, InterruptedException {
        requireSame(OtherJava.thisHome(), option);
    }
}
