package io.github.workload4j.benchmarks;

import com.google.ortools.sat.CpSolverStatus;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.check.CheckedAnswer;
import io.github.workload4j.gang.proof.check.PackingChecker;
import io.github.workload4j.gang.search.PackingSearch;
import io.github.workload4j.testkit.GangFamilies;
import io.github.workload4j.testkit.GeneratedGang;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The kernel against its peers and the floor, on gangs of generated families. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class GangKernel {

    @Param({"15000"})
    public int nodes;

    @Param({
        "homogeneous at capacity",
        "heterogeneous with a tenth of slack",
        "heterogeneous beyond the aggregate",
        "perfect",
        "perfect less one unit",
        "one good rack",
        "no good rack",
        "no two nodes alike",
        "no two nodes alike, beyond the aggregate",
        "no two nodes alike, one pod of a class too many",
        "thin pods, no slack",
        "thin pods, a hundredth of slack",
        "thin pods, no slack, less one unit",
        "replicas, a rack each",
        "replicas, a rack each, one too many"
    })
    public String family;

    private Packing packing;
    private PackingAnswer answer;
    private CheckedAnswer checked;
    private PackingNodes changed;

    @Setup
    public void ask() {
        packing = GangFamilies.all(nodes, 0).stream()
                .filter(gang -> gang.family().equals(family))
                .map(GeneratedGang::packing)
                .findFirst()
                .orElseThrow();
        answer = PackingSearch.answer(packing, Budget.DEFAULT);
        checked = CheckedAnswer.of(packing, answer);
        int node = nodes / 3;
        long[] free = IntStream.range(0, packing.nodes().resources())
                .mapToLong(r -> packing.nodes().free(r, node))
                .toArray();
        free[0] += answer instanceof PackingAnswer.Fits ? 1 : -1;
        changed = packing.nodes().with(node, free);
    }

    /** Nodes about which nothing is remembered. */
    @Benchmark
    public PackingAnswer kernelCold() {
        long[][] columns = IntStream.range(0, packing.nodes().resources())
                .mapToObj(packing.nodes()::column)
                .toArray(long[][]::new);
        Packing fresh =
                new Packing(PackingNodes.of(nodes, columns), packing.classes(), packing.conflicts(), packing.root());
        return PackingSearch.answer(fresh, Budget.DEFAULT);
    }

    /** The same nodes again. */
    @Benchmark
    public PackingAnswer kernelWarm() {
        return PackingSearch.answer(packing, Budget.DEFAULT);
    }

    /** The same question after one node has changed a little, with the answer from before, which still holds. */
    @Benchmark
    public CheckedAnswer kernelAfterOneNodeChanged() {
        return PackingSearch.again(checked, packing.on(changed), Budget.DEFAULT);
    }

    @Benchmark
    public boolean check() {
        return new PackingChecker(packing).objectionTo(answer).isEmpty();
    }

    @Benchmark
    public long floorReadColumns() {
        return GangPeers.readColumns(packing);
    }

    @Benchmark
    public int peerFirstFitDecreasing() {
        return GangPeers.firstFitDecreasing(packing);
    }

    @Benchmark
    public int peerGreedyCycle() {
        return GangPeers.greedy(packing);
    }

    @Benchmark
    public CpSolverStatus peerCpSat() {
        return GangPeers.cpSat(packing, 2, 2);
    }
}
