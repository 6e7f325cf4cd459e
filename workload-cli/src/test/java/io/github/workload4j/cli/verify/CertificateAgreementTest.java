package io.github.workload4j.cli.verify;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Five hundred certificates; {@code mvn -Pcertificates test} judges a million. */
class CertificateAgreementTest {

    private static final long CERTIFICATES = Long.getLong("workload.certificates", 500);

    private static final int MOST_ABOUT_DEVICES = 50_000;

    @Test
    void theTwoCheckersAcceptTheSameCertificates() throws IOException, InterruptedException {
        assumeTrue(CertificateAgreement.isPossible(), "python3 is not here");
        new CertificateAgreement().judge(CERTIFICATES);
    }

    @Test
    void theTwoCheckersAcceptTheSameColumnsAboutDevices() throws IOException, InterruptedException {
        assumeTrue(CertificateAgreement.isPossible(), "python3 is not here");
        new CertificateAgreement().judgeDevices((int) Math.min(CERTIFICATES, MOST_ABOUT_DEVICES));
    }

    @Test
    void theTwoCheckersTakeProofsOfTheSameDepth() throws IOException, InterruptedException {
        assumeTrue(CertificateAgreement.isPossible(), "python3 is not here");
        new CertificateAgreement().judgeDeepest();
    }

    @Test
    void theOtherCheckerSaysWhatIsRecorded() throws IOException, InterruptedException {
        assumeTrue(CertificateAgreement.isPossible(), "python3 is not here");
        new CertificateAgreement().judgeRecorded();
    }
}
