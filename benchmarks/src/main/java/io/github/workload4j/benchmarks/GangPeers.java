package io.github.workload4j.benchmarks;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What else answers gang questions, restated on the same numbers: no domains, no conflicts. */
final class GangPeers {

    private GangPeers() {}

    /** The floor: every column read once. */
    static long readColumns(Packing packing) {
        long sum = 0;
        for (int r = 0; r < packing.nodes().resources(); r++) {
            for (long free : packing.nodes().column(r)) {
                sum += free;
            }
        }
        return sum;
    }

    /**
     * The pod group cycle of kube-scheduler: pod by pod in the order of the classes, each to the node of all that fit
     * which has the least share of its resources left over by what was there, never moved again. Number of pods placed.
     */
    static int greedy(Packing packing) {
        long[][] left = columns(packing);
        int placed = 0;
        for (PodClass podClass : packing.classes()) {
            for (int pod = 0; pod < podClass.count(); pod++) {
                int best = -1;
                double bestScore = -1;
                for (int n = 0; n < packing.nodes().count(); n++) {
                    if (podClass.mayUse(n) && fits(left, podClass.request(), n)) {
                        double score = 0;
                        for (int r = 0; r < left.length; r++) {
                            score += (double) left[r][n]
                                    / Math.max(1, packing.nodes().free(r, n));
                        }
                        if (score > bestScore) {
                            best = n;
                            bestScore = score;
                        }
                    }
                }
                if (best < 0) {
                    break;
                }
                take(left, podClass.request(), best);
                placed++;
            }
        }
        return placed;
    }

    /** First fit, largest pods first. Number of pods placed. */
    static int firstFitDecreasing(Packing packing) {
        long[][] left = columns(packing);
        double[] total = Arrays.stream(left)
                .mapToDouble(column -> Arrays.stream(column).sum() + 1.0)
                .toArray();
        List<PodClass> largestFirst = packing.classes().stream()
                .sorted(Comparator.comparingDouble(podClass -> -IntStream.range(0, total.length)
                        .mapToDouble(r -> podClass.request()[r] / total[r])
                        .sum()))
                .toList();
        int placed = 0;
        for (PodClass podClass : largestFirst) {
            int missing = podClass.count();
            for (int n = 0; n < packing.nodes().count() && missing > 0; n++) {
                while (missing > 0 && podClass.mayUse(n) && fits(left, podClass.request(), n)) {
                    take(left, podClass.request(), n);
                    missing--;
                    placed++;
                }
            }
        }
        return placed;
    }

    /** {@return whether a question is about all pods in one group, without domains, conflicts and further rules} */
    static boolean isPlain(Packing packing) {
        return packing.root().minimum() == packing.pods()
                && packing.root().domainOf() == null
                && packing.root().children().isEmpty()
                && packing.conflicts().isEmpty()
                && !packing.hasRows()
                && packing.classes().stream().allMatch(each -> each.maxPerNode() >= each.count());
    }

    /** CP-SAT with a variable for each class and node; whether it found a placement of all pods. */
    static CpSolverStatus cpSat(Packing packing, int threads, double seconds) {
        Loader.loadNativeLibraries();
        CpModel model = new CpModel();
        int nodes = packing.nodes().count();
        boolean alike = areAlike(packing);
        int pods = 0;
        IntVar[][] placed = new IntVar[packing.classes().size()][nodes];
        for (int j = 0; j < placed.length; j++) {
            PodClass podClass = packing.classes().get(j);
            pods += podClass.count();
            for (int n = 0; n < nodes; n++) {
                boolean may = podClass.mayUse(n) && (!alike || n < pods);
                placed[j][n] = model.newIntVar(0, may ? podClass.count() : 0, "");
            }
            model.addEquality(LinearExpr.sum(placed[j]), podClass.count());
        }
        for (int n = 0; n < nodes; n++) {
            for (int r = 0; r < packing.nodes().resources(); r++) {
                LinearExprBuilder used = LinearExpr.newBuilder();
                for (int j = 0; j < placed.length; j++) {
                    used.addTerm(placed[j][n], packing.classes().get(j).request()[r]);
                }
                model.addLessOrEqual(used, Math.max(0, packing.nodes().free(r, n)));
            }
        }
        CpSolver solver = new CpSolver();
        solver.getParameters().setNumWorkers(threads).setMaxTimeInSeconds(seconds);
        return solver.solve(model);
    }

    /** Whether nothing tells nodes apart, so that the first pods may be held to the first nodes. */
    private static boolean areAlike(Packing packing) {
        return packing.classes().stream().allMatch(each -> each.eligible() == null)
                && IntStream.range(0, packing.nodes().resources())
                        .allMatch(r -> Arrays.stream(packing.nodes().column(r))
                                        .distinct()
                                        .count()
                                == 1);
    }

    private static long[][] columns(Packing packing) {
        return IntStream.range(0, packing.nodes().resources())
                .mapToObj(r -> packing.nodes().column(r).clone())
                .toArray(long[][]::new);
    }

    private static boolean fits(long[][] left, long[] request, int n) {
        for (int r = 0; r < left.length; r++) {
            if (request[r] > 0 && request[r] > left[r][n]) {
                return false;
            }
        }
        return true;
    }

    private static void take(long[][] left, long[] request, int n) {
        for (int r = 0; r < left.length; r++) {
            left[r][n] -= request[r];
        }
    }
}
