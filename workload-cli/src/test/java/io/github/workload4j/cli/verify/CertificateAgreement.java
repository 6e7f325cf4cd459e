package io.github.workload4j.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.screen.JsonTree;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.Weights;
import io.github.workload4j.gang.proof.check.DeviceCheck;
import io.github.workload4j.gang.proof.check.PackingChecker;
import io.github.workload4j.gang.search.PackingSearch;
import io.github.workload4j.gang.words.ProblemJson;
import io.github.workload4j.testkit.GangFamilies;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Judges certificates of the search, true and mutated, by the library's checker and by
 * {@code tools/check_certificate.py}. The two share nothing but the page that specifies certificates.
 */
final class CertificateAgreement {

    private static final Path TOOL = Path.of("../tools/check_certificate.py");

    private static final Path RECORDED = Path.of("../workload-gang/src/test/resources/recorded/certificates.txt.gz");

    /** Lines that one process of the tool gets. */
    private static final int BATCH = 20_000;

    private static final Pattern SUM = Pattern.compile("\"needed\":(\\d+),\"available\":(\\d+)");

    private static final Pattern RESOURCE = Pattern.compile("\"resource\":\\d+");

    private final List<String> lines = new ArrayList<>();
    private final List<Boolean> verdicts = new ArrayList<>();
    private long truths;
    private long sums;
    private long resources;
    private long accepted;
    private long refused;

    /** {@return whether the tool can be run here} */
    static boolean isPossible() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Judges at least this many certificates, and fails at the first on which the two do not agree. */
    void judge(long certificates) throws IOException, InterruptedException {
        for (long seed = 0; truths + accepted + refused < certificates; seed++) {
            if (seed % 100 == 0) {
                for (var family : GangFamilies.all(3 + (int) (seed / 100 % 6), seed)) {
                    judge(family.packing(), seed);
                }
            }
            judge(NarrowQuestions.of(seed), seed);
        }
        flush();
        assertThat(truths).isGreaterThan(certificates / 200);
        assertThat(accepted).isGreaterThan(certificates / 100);
        assertThat(sums).isGreaterThan(truths / 2);
        assertThat(resources).isGreaterThan(truths / 100);
        assertThat(refused).isGreaterThan(certificates / 4);
        System.out.printf("%d true, %d mutated and accepted, %d mutated and refused%n", truths, accepted, refused);
    }

    /** Judges proofs that are as deep as may be, and by one deeper: of cases, and of excerpts in one another. */
    void judgeDeepest() throws IOException, InterruptedException {
        Packing packing = new Packing(
                PackingNodes.of(1, new long[] {1}, new long[] {10}),
                List.of(new PodClass(new long[] {1, 1}, 2, null, Integer.MAX_VALUE, 0)),
                List.of(),
                PackingGroup.leaf(2, 0));
        for (int depth : new int[] {4_000, 4_001}) {
            String cases = "{\"placedOrNot\":{\"group\":0,\"not\":{\"weights\":{\"points\":[0]}},\"placed\":";
            String excerpts = "{\"sharedOut\":{\"alike\":[[0]],\"cases\":[{\"domains\":[0],"
                    + "\"tooMany\":[{\"counts\":[1],\"why\":";
            String leaf = "{\"weights\":{\"points\":[1]}}";
            mutated(packing, cases.repeat(depth - 1) + leaf + "}}".repeat(depth - 1), 1);
            mutated(packing, excerpts.repeat(depth - 1) + leaf + "}]}]}}".repeat(depth - 1), 1);
        }
        assertThat(verdicts).containsExactly(true, true, false, false);
        flush();
    }

    /** Judges once more what the tests of the library's checker have recorded: a verdict and a certificate a line. */
    void judgeRecorded() throws IOException, InterruptedException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(RECORDED))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                verdicts.add(line.startsWith("accepted\t"));
                lines.add(line.substring(line.indexOf('\t') + 1));
            });
        }
        assertThat(lines).hasSizeGreaterThan(1_000);
        flush();
    }

    /** Judges columns about devices, right and wrong ones, and misfits. */
    void judgeDevices(int questions) throws IOException, InterruptedException {
        for (int seed = 0; seed < questions; seed++) {
            DeviceQuestions drawn = new DeviceQuestions(seed);
            boolean accepts = new DeviceCheck(drawn.devices())
                    .objectionTo(drawn.packing())
                    .isEmpty();
            accepted += accepts ? 1 : 0;
            refused += accepts ? 0 : 1;
            lines.add(ProblemJson.of(drawn.packing(), drawn.devices(), Weights.of(0L, 0L), 1));
            verdicts.add(accepts);
        }
        flush();
        assertThat(accepted).isGreaterThan(questions / 10);
        assertThat(refused).isGreaterThan(questions / 10);
        System.out.printf("of devices: %d accepted, %d refused%n", accepted, refused);
    }

    private void judge(Packing packing, long seed) throws IOException, InterruptedException {
        PackingAnswer answer = PackingSearch.answer(packing, Budget.DEFAULT);
        Certificate certificate = answer instanceof PackingAnswer.DoesNotFit no
                ? no.certificate()
                : answer instanceof PackingAnswer.Fits fits ? fits.noMore() : null;
        if (certificate == null) {
            return;
        }
        int atLeast = answer instanceof PackingAnswer.Fits fits ? fits.atMost() + 1 : 1;
        String proof = certificate.toJson();
        Certificate again = new CertificateReader(packing.nodes().count()).read(JsonTree.read(proof));
        assertThat(again.toJson()).isEqualTo(proof);
        assertThat(new PackingChecker(packing).objectionTo(again, atLeast)).isEmpty();
        truths++;
        add(packing, proof, atLeast, true);
        stated(packing, again, atLeast);
        Mutations mutations = new Mutations(seed);
        int mutants = Math.min(60, 10 + proof.length() / 20);
        for (int i = 0; i < mutants; i++) {
            mutated(packing, mutations.ofProof(proof), atLeast);
        }
        for (int i = 0; i < 6; i++) {
            mutated(mutations.ofQuestion(packing), proof, Math.max(1, atLeast - i % 2));
        }
    }

    /**
     * Leaves with the sums they come to are accepted; with one point less needed, or more available, than holds, not.
     */
    private void stated(Packing packing, Certificate certificate, int atLeast)
            throws IOException, InterruptedException {
        String proof = certificate.toJson(new PackingChecker(packing).sums(certificate, atLeast));
        add(packing, proof, atLeast, true);
        Matcher sum = SUM.matcher(proof);
        if (sum.find()) {
            sums++;
            long needed = Long.parseLong(sum.group(1));
            long available = Long.parseLong(sum.group(2));
            add(packing, sum.replaceFirst(sum(needed + 1, available)), atLeast, false);
            add(packing, sum.replaceFirst(sum(needed, available - 1)), atLeast, false);
            add(packing, sum.replaceFirst(sum(available, available)), atLeast, false);
        }
        Matcher resource = RESOURCE.matcher(proof);
        if (resource.find()) {
            resources++;
            int slots = packing.nodes().resources() - 1;
            add(packing, resource.replaceFirst("\"resource\":" + slots), atLeast, false);
        }
    }

    private static String sum(long needed, long available) {
        return "\"needed\":" + needed + ",\"available\":" + available;
    }

    private void mutated(Packing packing, String proof, int atLeast) throws IOException, InterruptedException {
        boolean accepts;
        try {
            Certificate read = new CertificateReader(packing.nodes().count()).read(JsonTree.read(proof));
            accepts = new PackingChecker(packing).objectionTo(read, atLeast).isEmpty();
        } catch (JsonTree.Malformed malformed) {
            accepts = false;
        }
        accepted += accepts ? 1 : 0;
        refused += accepts ? 0 : 1;
        add(packing, proof, atLeast, accepts);
    }

    private void add(Packing packing, String proof, int atLeast, boolean accepts)
            throws IOException, InterruptedException {
        String line = ProblemJson.of(packing, Weights.of(), atLeast);
        lines.add(line.substring(0, line.lastIndexOf("{\"weights\"")) + proof + "}");
        verdicts.add(accepts);
        if (lines.size() == BATCH) {
            flush();
        }
    }

    private void flush() throws IOException, InterruptedException {
        Path file = Files.createTempFile("certificates", ".jsonl");
        Path printed = Files.createTempFile("certificates", ".txt");
        try {
            Files.write(file, lines);
            Process process = new ProcessBuilder("python3", TOOL.toString(), "--lines", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            int status = process.waitFor();
            List<String> said = Files.readAllLines(printed);
            assertThat(said).hasSameSizeAs(lines);
            for (int i = 0; i < said.size(); i++) {
                assertThat(said.get(i).startsWith("certificate: accepted"))
                        .as("%s%n%s", said.get(i), lines.get(i))
                        .isEqualTo(verdicts.get(i));
            }
            assertThat(status).isLessThan(2);
        } finally {
            Files.delete(file);
            Files.delete(printed);
            lines.clear();
            verdicts.clear();
        }
    }
}
