package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.proof.CheckFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/**
 * Certificates of many kinds, true and mutated, and what {@code tools/check_certificate.py} said to each, which shares
 * nothing with this checker ({@code CertificateAgreementTest} asks it again). Of what is refused, the reason and the
 * place are the checker's own.
 */
class RecordedVerdictsTest {

    private static final Path FILE = Path.of("src/test/resources/recorded/certificates.txt.gz");

    /** Read once, however often the test runs in a process. */
    private static final List<JudgedCertificate> CERTIFICATES = read();

    @Test
    void eachIsAcceptedOrRefusedWhereItIsWrong() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> anew = new ArrayList<>();
        for (JudgedCertificate judged : CERTIFICATES) {
            String verdict = verdict(judged);
            assertThat(verdict.startsWith("accepted"))
                    .as(judged.json())
                    .isEqualTo(judged.verdict().startsWith("accepted"));
            anew.add(verdict + '\t' + judged.json());
            if (!verdict.equals(judged.verdict())) {
                wrong.add(judged.verdict() + " is now " + verdict + ": " + judged.json());
            }
        }
        if (Boolean.getBoolean("golden.update")) {
            write(anew);
        } else {
            assertThat(wrong).isEmpty();
        }
    }

    private static String verdict(JudgedCertificate judged) {
        return new PackingChecker(judged.packing())
                .objectionTo(judged.proof(), judged.atLeast())
                .map(CheckFailure::toString)
                .map("refused "::concat)
                .orElse("accepted");
    }

    private static List<JudgedCertificate> read() {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            return in.lines().map(JudgedCertificate::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(List<String> lines) throws IOException {
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(FILE))) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
