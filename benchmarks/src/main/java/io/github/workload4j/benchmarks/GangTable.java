package io.github.workload4j.benchmarks;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.check.PackingChecker;
import io.github.workload4j.gang.search.PackingSearch;
import io.github.workload4j.testkit.GangInstance;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Prints how the kernel does on every gang instance of a directory: what is known, the answer, pods placed and the
 * bound, steps, milliseconds (first call, and the best of the next three), and the size of the certificate.
 *
 * <p>Run it from the class path {@code benchmarks/target/benchmarks.jar}, with the directory as its argument.
 */
public final class GangTable {

    private GangTable() {}

    /** Takes the directory and, if wanted, the number of steps and a part of the instances' names. */
    public static void main(String[] arguments) throws IOException {
        Budget budget = arguments.length > 1 ? Budget.steps(Long.parseLong(arguments[1])) : Budget.DEFAULT;
        PrintStream out = System.out;
        out.printf(
                "%-42s %-10s %-14s %7s %7s %10s %9s %9s %s%n",
                "instance", "known", "answer", "pods", "most", "steps", "first ms", "again ms", "certificate");
        var instances = GangInstance.readAll(Path.of(arguments[0]));
        instances.sort(Comparator.comparing(GangInstance::id));
        for (GangInstance instance : instances) {
            if (arguments.length < 3 || instance.id().contains(arguments[2])) {
                print(instance, budget, out);
            }
        }
    }

    private static void print(GangInstance instance, Budget budget, PrintStream out) {
        long start = System.nanoTime();
        PackingAnswer answer = PackingSearch.answer(instance.packing(), budget);
        double first = (System.nanoTime() - start) / 1e6;
        double again = Double.MAX_VALUE;
        for (int round = 0; round < (first > 2_000 ? 0 : 3); round++) {
            start = System.nanoTime();
            PackingSearch.answer(instance.packing(), budget);
            again = Math.min(again, (System.nanoTime() - start) / 1e6);
        }
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
        String objection = new PackingChecker(instance.packing())
                .objectionTo(answer)
                .map(no -> "  REFUSED: " + no)
                .orElse("");
        boolean wrong = instance.verdict().equals("feasible") && word.equals("infeasible")
                || instance.verdict().equals("infeasible") && word.startsWith("feasible");
        out.printf(
                "%-42s %-10s %-14s %7d %7d %10d %9.2f %9.2f %s%s%s%n",
                instance.id(),
                instance.verdict(),
                word,
                pods,
                most,
                answer.steps(),
                first,
                Math.min(first, again),
                certificate == null
                        ? "-"
                        : certificate.leaves() + " leaves, "
                                + certificate.toJson().length() + " bytes",
                wrong ? "  WRONG" : "",
                objection);
    }
}
