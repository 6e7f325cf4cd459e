package io.github.workload4j.benchmarks;

import com.google.ortools.sat.CpSolverStatus;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.check.PackingChecker;
import io.github.workload4j.gang.search.PackingSearch;
import io.github.workload4j.gang.words.ProblemJson;
import io.github.workload4j.testkit.GangInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Prints how the kernel does on {@linkplain Instances instances}, each with a line, and after them what it comes to.
 *
 * <p>Run it from the class path {@code benchmarks/target/benchmarks.jar}, with a folder or file, or {@code realisable}
 * for {@linkplain RealisableCases clusters that are drawn}, and, if wanted, {@code
 * --steps N} (as by default), {@code --seconds S} for each question, {@code --only TEXT} in the names, {@code
 * --certificates FOLDER} for what {@code tools/check_certificate.py} reads, and {@code --cp-sat}, which asks CP-SAT
 * too, one thread and as many seconds.
 */
public final class GangTable {

    private static final double PEER_SECONDS = 2;

    private final Budget budget;
    private final double peerSeconds;
    private final @Nullable Path certificates;
    private final Map<String, Tally> tallies = new TreeMap<>();

    /** What some questions came to. */
    private static final class Tally {
        private int questions;
        private int fit;
        private int doNotFit;
        private int undetermined;
        private int peerDecided;
        private int onlyOurs;
        private int onlyPeers;
        private double ours;
        private double peers;
    }

    private GangTable(Map<String, String> options) throws IOException {
        String seconds = options.get("--seconds");
        long steps = Long.parseLong(options.getOrDefault("--steps", seconds == null ? "20000000" : "1000000000000"));
        double most = seconds == null ? PEER_SECONDS : Double.parseDouble(seconds);
        this.budget = new Budget(steps, seconds == null ? null : Duration.ofMillis((long) (most * 1e3)));
        this.peerSeconds = options.containsKey("--cp-sat") ? most : 0;
        String folder = options.get("--certificates");
        this.certificates = folder == null ? null : Files.createDirectories(Path.of(folder));
    }

    /** Takes the folder or file, and options. */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = new TreeMap<>();
        for (int i = 1; i < arguments.length; i++) {
            options.put(arguments[i], arguments[i].equals("--cp-sat") ? "" : arguments[++i]);
        }
        GangTable table = new GangTable(options);
        System.out.printf(
                "%-42s %-10s %-14s %7s %7s %10s %9s %s%n",
                "instance", "known", "answer", "pods", "most", "steps", "ms", "certificate");
        List<GangInstance> instances =
                arguments[0].equals("realisable") ? RealisableCases.drawn() : Instances.read(Path.of(arguments[0]));
        for (GangInstance instance : instances) {
            if (instance.id().contains(options.getOrDefault("--only", ""))) {
                table.ask(instance);
            }
        }
        table.printTallies();
    }

    private void ask(GangInstance instance) throws IOException {
        Packing packing = instance.packing();
        long start = System.nanoTime();
        PackingAnswer answer = PackingSearch.answer(packing, budget);
        double millis = (System.nanoTime() - start) / 1e6;
        String objection = new PackingChecker(packing)
                .objectionTo(answer)
                .map(no -> "  REFUSED: " + no)
                .orElse("");
        int pods = 0;
        int most = 0;
        Certificate certificate = null;
        String word = "infeasible";
        if (answer instanceof PackingAnswer.Fits fits) {
            word = fits.isMost() ? "feasible" : "feasible, more?";
            pods = fits.pods();
            most = fits.atMost();
            certificate = fits.noMore();
        } else if (answer instanceof PackingAnswer.DoesNotFit no) {
            certificate = no.certificate();
        } else if (answer instanceof PackingAnswer.Undetermined unknown) {
            word = "undetermined";
            pods = unknown.sure();
            most = unknown.atMost();
            certificate = unknown.noMore();
        }
        if (certificates != null && certificate != null) {
            String name = instance.id().replaceAll("[^A-Za-z0-9_-]+", "-") + ".json";
            Files.writeString(certificates.resolve(name), ProblemJson.of(packing, certificate, most + 1));
        }
        boolean wrong = instance.verdict().equals("feasible") && word.equals("infeasible")
                || instance.verdict().equals("infeasible") && word.startsWith("feasible");
        System.out.printf(
                "%-42s %-10s %-14s %7d %7d %10d %9.2f %s%s%s%s%n",
                instance.id(),
                instance.verdict(),
                word,
                pods,
                most,
                answer.steps(),
                millis,
                certificate == null
                        ? "-"
                        : certificate.leaves() + " leaves, "
                                + certificate.toJson().length() + " bytes",
                wrong ? "  WRONG" : "",
                objection,
                count(instance, answer, millis));
    }

    /** Counts an answer, and that of CP-SAT if it is asked, which is returned in words. */
    private String count(GangInstance instance, PackingAnswer answer, double millis) {
        boolean fits = answer instanceof PackingAnswer.Fits;
        boolean open = answer instanceof PackingAnswer.Undetermined;
        Tally tally = tallies.computeIfAbsent(family(instance.id()), family -> new Tally());
        tally.questions++;
        tally.fit += fits ? 1 : 0;
        tally.doNotFit += fits || open ? 0 : 1;
        tally.undetermined += open ? 1 : 0;
        tally.ours += millis;
        if (peerSeconds == 0 || !GangPeers.isPlain(instance.packing())) {
            return "";
        }
        long start = System.nanoTime();
        CpSolverStatus status = GangPeers.cpSat(instance.packing(), 1, peerSeconds);
        double peer = (System.nanoTime() - start) / 1e6;
        boolean decided = status != CpSolverStatus.UNKNOWN;
        boolean opposed = decided && !open && fits == (status == CpSolverStatus.INFEASIBLE);
        tally.peers += peer;
        tally.peerDecided += decided ? 1 : 0;
        tally.onlyOurs += !open && !decided ? 1 : 0;
        tally.onlyPeers += open && decided ? 1 : 0;
        return String.format(
                Locale.ROOT,
                "; CP-SAT %s, %.0f ms%s",
                status.toString().toLowerCase(Locale.ROOT),
                peer,
                opposed ? "  OPPOSED" : "");
    }

    /** Of {@code Set/class_items_dimensions_number in bins} the set and the items; of another name what is in front. */
    private static String family(String name) {
        String[] parts = name.split("[_ ]");
        int slash = name.indexOf('/');
        return slash > 0 && parts.length > 2 && parts[1].matches("\\d+")
                ? name.substring(0, slash) + " n=" + parts[1]
                : name.split("[_/ ]|BPP")[0];
    }

    private void printTallies() {
        List<String> rows = new ArrayList<>();
        rows.add("| set | questions | fit | do not fit | undetermined | seconds |"
                + (peerSeconds > 0 ? " CP-SAT decides | seconds | only the kernel | only CP-SAT |" : ""));
        rows.add("|---|---|---|---|---|---|" + (peerSeconds > 0 ? "---|---|---|---|" : ""));
        tallies.forEach((family, tally) -> rows.add(String.format(
                        Locale.ROOT,
                        "| %s | %d | %d | %d | %d | %.1f |",
                        family,
                        tally.questions,
                        tally.fit,
                        tally.doNotFit,
                        tally.undetermined,
                        tally.ours / 1e3)
                + (peerSeconds > 0
                        ? String.format(
                                Locale.ROOT,
                                " %d | %.1f | %d | %d |",
                                tally.peerDecided,
                                tally.peers / 1e3,
                                tally.onlyOurs,
                                tally.onlyPeers)
                        : "")));
        System.out.println();
        rows.forEach(System.out::println);
    }
}
