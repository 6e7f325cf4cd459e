package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.EvenSpread;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.SharedLimit;
import java.util.List;
import java.util.stream.IntStream;

/** How a question in numbers is written in a verdict that travels, and read. */
final class WrittenPacking {

    private WrittenPacking() {}

    static void write(Packing packing, ValueWriter out) {
        PackingNodes nodes = packing.nodes();
        out.number(nodes.count());
        out.list(IntStream.range(0, nodes.resources()).boxed().toList(), r -> out.array(nodes.column(r)));
        out.list(
                packing.classes(),
                each -> out.values(each.request())
                        .number(each.count())
                        .array(each.eligible())
                        .number(each.maxPerNode())
                        .number(each.min()));
        out.list(
                packing.conflicts(),
                each -> out.number(each.a()).number(each.b()).array(each.domainOf()));
        group(packing.root(), out);
        out.list(
                packing.limits(),
                each -> out.array(each.amounts()).array(each.nodes()).number(each.atMost()));
        out.list(
                packing.spreads(),
                each -> out.numbers(each.classes())
                        .numbers(each.maxSkews())
                        .array(each.domainOf())
                        .array(each.counts()));
    }

    private static void group(PackingGroup group, ValueWriter out) {
        out.number(group.minimum()).numbers(group.classes());
        out.list(group.children(), child -> group(child, out));
        out.array(group.domainOf());
    }

    static Packing read(ValueReader in) {
        int count = in.whole();
        long[][] columns = in.list(() -> numbers(in)).toArray(long[][]::new);
        return new Packing(
                PackingNodes.of(count, columns),
                in.list(() -> new PodClass(in.values(), in.whole(), in.longs(), in.whole(), in.whole())),
                in.list(() -> new Conflict(in.whole(), in.whole(), in.ints())),
                group(in, 1),
                in.list(() -> new SharedLimit(numbers(in), numbers(in), in.number())),
                in.list(() -> new EvenSpread(in.numbers(), in.numbers(), domains(in), domains(in))));
    }

    private static PackingGroup group(ValueReader in, int level) {
        if (level > PackingGroup.LEVELS) {
            throw in.unexpected(PackingGroup.LEVELS + " levels of groups at most");
        }
        int minimum = in.whole();
        List<Integer> classes = in.numbers();
        return new PackingGroup(minimum, classes, in.list(() -> group(in, level + 1)), in.ints());
    }

    private static long[] numbers(ValueReader in) {
        long[] numbers = requireNonNull(in.longs(), "numbers");
        in.look(numbers.length);
        return numbers;
    }

    private static int[] domains(ValueReader in) {
        int[] domains = requireNonNull(in.ints(), "numbers");
        in.look(domains.length);
        return domains;
    }
}
