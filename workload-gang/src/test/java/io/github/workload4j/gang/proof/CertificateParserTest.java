package io.github.workload4j.gang.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateParserTest {

    /** What nobody writes here, and the checker may be given all the same. */
    private static final Pattern FOREIGN =
            Pattern.compile("\"nodes\":\"[^\"]*(2,3|0-0|0,1|1-1|2-2|1,2)\"|],\"sharedPoints\":\\[0]");

    private static List<String> recorded() throws Exception {
        try (InputStream in = CertificateParserTest.class.getResourceAsStream("/recorded/certificates.txt.gz");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.startsWith("accepted"))
                    .map(line -> line.substring(line.indexOf("\"proof\":") + 8, line.length() - 1))
                    .map(json -> json.replace(",\"sharedPoints\":[]", "").replace(",\"prices\":[]", ""))
                    .filter(json -> !FOREIGN.matcher(json).find())
                    .toList();
        }
    }

    @Test
    void readsWhatIsWrittenOfEveryKind() throws Exception {
        Set<String> kinds = new TreeSet<>();
        for (String json : recorded()) {
            assertThat(Certificate.parse(json, 9).toJson()).isEqualTo(json);
            Pattern.compile("\\{\"(\\w+)\":\\{").matcher(json).results().forEach(each -> kinds.add(each.group(1)));
        }
        assertThat(kinds)
                .containsExactly("apart", "inDomains", "level", "noneOrOne", "placedOrNot", "sharedOut", "weights");
    }

    @Test
    void sumsArePassedOver() {
        Weights weights = new Weights(List.of(1L), List.of(0L, 2L), List.of(-1L));
        LeafSums sums = leaf -> Optional.of(new LeafSums.Sum(7, 6, List.of(0)));
        assertThat(weights.toJson(sums)).contains("\"needed\":7,\"available\":6,\"resource\":0");
        assertThat(Certificate.parse(weights.toJson(sums), 1)).isEqualTo(weights);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'weights':{'points':[01]}}|character 22: '01]}}' (expected: a whole number of 64 bits)",
                "{'weights':{'points':[1]}}}|character 26: '}' (expected: the end)",
                "{'weights':{'points':[1,]}}|character 24: ']}}' (expected: a whole number of 64 bits)",
                "{'level':{'spread':4294967296|character 29: '' (expected: a whole number of 32 bits before it)",
                "{'placedOrNot':{'group':0,'not':|character 25: ',\"not\":' (expected: ,\"placed\":)",
                "{'noneOrOne':{'class':0,'nodes':'0-3'|character 36: '\"' (expected: rising ranges of 3 nodes",
                "{'noneOrOne':{'class':0,'nodes':'1,0'|character 36: '\"' (expected: rising ranges of 3 nodes",
                "{'noneOrOne':{'class':0,'nodes':'-1'|character 35: '\"' (expected: rising ranges of 3 nodes",
                "{'other':{}}|character 0: '{\"other\":{}}' (expected: a certificate)",
                "``|character 0: '' (expected: a certificate)"
            })
    void refusesWhatWasNotWritten(String json, String message) {
        assertThatThrownBy(() -> Certificate.parse(json.replace('\'', '"'), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("certificate: " + message);
    }

    /** Some characters that would stand for millions of nodes each. */
    @Test
    void setsOfNodesThatWereMadeToBeLargeAreRefused() {
        StringBuilder json = new StringBuilder();
        for (int first = 0; first < 2; first++) {
            json.append("{\"noneOrOne\":{\"class\":0,\"nodes\":\"" + first + "-9999999\",\"limit\":1,\"none\":");
        }
        assertThatThrownBy(() -> Certificate.parse(json.toString(), 10_000_000))
                .hasMessageContaining("no more than 16777216 in all sets");
    }

    @Test
    void changedTextsAreCertificatesOrRefused() throws Exception {
        List<String> all = recorded();
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            StringBuilder json = new StringBuilder(all.get(random.nextInt(all.size())));
            int at = random.nextInt(json.length());
            String other =
                    List.of("", "9", "-", "2147483647", ",", "]", "}}", "\"").get(random.nextInt(8));
            json.replace(at, Math.min(json.length(), at + random.nextInt(3)), other);
            try {
                assertThat(Certificate.parse(json.toString(), 9).toJson()).isNotEmpty();
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).startsWith("certificate: character ");
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 4_999);
    }
}
