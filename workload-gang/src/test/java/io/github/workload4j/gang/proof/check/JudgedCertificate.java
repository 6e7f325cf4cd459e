package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.EvenSpread;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.SharedLimit;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.ConflictBranch;
import io.github.workload4j.gang.proof.CountBranch;
import io.github.workload4j.gang.proof.DomainBranch;
import io.github.workload4j.gang.proof.DomainCount;
import io.github.workload4j.gang.proof.GroupBranch;
import io.github.workload4j.gang.proof.LevelBranch;
import io.github.workload4j.gang.proof.NodeSet;
import io.github.workload4j.gang.proof.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * A certificate with its question, read from a line of JSON as {@code docs/certificates.md} specifies it, and what was
 * said to it.
 *
 * @param verdict {@code accepted}, or {@code refused}, why and where
 */
record JudgedCertificate(String verdict, String json, Packing packing, int atLeast, Certificate proof) {

    /** {@return the certificate of a line: the verdict, a tabulator, JSON} */
    static JudgedCertificate of(String line) {
        int tab = line.indexOf('\t');
        String json = line.substring(tab + 1);
        Json whole = new Json(new Yaml().load(json));
        Packing packing = packing(whole.member("problem"));
        return new JudgedCertificate(
                line.substring(0, tab), json, packing, whole.number("atLeast"), proof(whole.member("proof")));
    }

    private static Packing packing(Json problem) {
        int count = problem.member("nodes").number("count");
        long[][] free = new long[problem.member("resources").items().size()][count];
        for (Json kind : problem.member("nodes").member("kinds").items()) {
            long[] row = kind.member("free").longs();
            for (int node : nodes(kind.text("nodes"))) {
                Arrays.setAll(row, r -> free[r][node] = row[r]);
            }
        }
        List<int[]> labels = problem.member("labels").items().stream()
                .map(label -> domains(label.member("domains"), count))
                .toList();
        return new Packing(
                PackingNodes.of(count, free),
                problem.member("classes").items().stream()
                        .map(some -> podClass(some, count))
                        .toList(),
                problem.member("conflicts").items().stream()
                        .map(some -> new Conflict(some.number("a"), some.number("b"), label(some, labels)))
                        .toList(),
                group(problem.member("groups").items(), 0, labels),
                problem.itemsOf("limits").stream()
                        .map(some -> new SharedLimit(
                                some.member("amounts").longs(), words(some.text("nodes"), count), some.large("atMost")))
                        .toList(),
                problem.itemsOf("spreads").stream()
                        .map(some -> new EvenSpread(
                                some.member("classes").numbers(),
                                some.member("maxSkews").numbers(),
                                labels.get(some.number("label")),
                                some.member("counts").ints()))
                        .toList());
    }

    private static PodClass podClass(Json some, int nodes) {
        return new PodClass(
                some.member("request").longs(),
                some.number("count"),
                some.has("nodes") ? words(some.text("nodes"), nodes) : null,
                some.has("maxPerNode") ? some.number("maxPerNode") : Integer.MAX_VALUE,
                some.has("min") ? some.number("min") : 0);
    }

    private static PackingGroup group(List<Json> groups, int number, List<int[]> labels) {
        Json it = groups.get(number);
        List<PackingGroup> inside = IntStream.range(number + 1, groups.size())
                .filter(child -> groups.get(child).number("parent") == number)
                .mapToObj(child -> group(groups, child, labels))
                .toList();
        List<Integer> classes = it.has("classes") ? it.member("classes").numbers() : List.of();
        return new PackingGroup(it.number("minimum"), classes, inside, label(it, labels));
    }

    private static int @Nullable [] label(Json some, List<int[]> labels) {
        return some.has("label") ? labels.get(some.number("label")) : null;
    }

    private static int[] domains(Json domains, int nodes) {
        int[] domainOf = new int[nodes];
        Arrays.fill(domainOf, -1);
        for (int d = 0; d < domains.items().size(); d++) {
            for (int node : nodes((String) domains.items().get(d).value)) {
                domainOf[node] = d;
            }
        }
        return domainOf;
    }

    private static Certificate proof(Json proof) {
        String kind = (String) proof.members().keySet().iterator().next();
        Json body = proof.member(kind);
        return switch (kind) {
            case "weights" ->
                new Weights(body.pointsOf("points"), body.pointsOf("sharedPoints"), body.pointsOf("prices"));
            case "placedOrNot" -> new GroupBranch(body.number("group"), body.proof("placed"), body.proof("not"));
            case "apart" ->
                new ConflictBranch(
                        body.number("conflict"), body.number("domain"), body.proof("withoutA"), body.proof("withoutB"));
            case "noneOrOne" ->
                new CountBranch(
                        body.number("class"),
                        NodeSet.of(nodes(body.text("nodes"))),
                        body.number("limit"),
                        body.proof("none"),
                        body.proof("one"));
            case "level" ->
                new LevelBranch(
                        body.number("spread"), body.number("pods"), body.proof("reached"), body.proof("missed"));
            case "inDomains" ->
                new DomainBranch(
                        body.number("group"),
                        body.itemsOf("cases").stream()
                                .map(some -> new DomainBranch.Case(
                                        some.member("domains").numbers(), some.proof("why")))
                                .toList());
            default ->
                new DomainCount(
                        body.itemsOf("alike").stream().map(Json::numbers).toList(),
                        body.itemsOf("cases").stream()
                                .map(some -> new DomainCount.Case(
                                        some.member("domains").numbers(),
                                        some.itemsOf("tooMany").stream()
                                                .map(bad -> new DomainCount.TooMany(
                                                        bad.member("counts").numbers(), bad.proof("why")))
                                                .toList()))
                                .toList());
        };
    }

    private static int[] nodes(String ranges) {
        return Arrays.stream(ranges.split(","))
                .filter(range -> !range.isEmpty())
                .map(range -> range.split("-"))
                .flatMapToInt(ends ->
                        IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])))
                .toArray();
    }

    private static long[] words(String ranges, int nodes) {
        BitSet bits = new BitSet();
        Arrays.stream(nodes(ranges)).forEach(bits::set);
        return Arrays.copyOf(bits.toLongArray(), nodes + 63 >> 6);
    }

    /** A value of JSON. */
    private record Json(Object value) {

        Map<?, ?> members() {
            return (Map<?, ?>) value;
        }

        boolean has(String name) {
            return members().containsKey(name);
        }

        Json member(String name) {
            return new Json(members().get(name));
        }

        String text(String name) {
            return members().get(name).toString();
        }

        long large(String name) {
            return ((Number) members().get(name)).longValue();
        }

        int number(String name) {
            return Math.toIntExact(large(name));
        }

        Certificate proof(String name) {
            return JudgedCertificate.proof(member(name));
        }

        List<Json> items() {
            List<Json> items = new ArrayList<>();
            ((List<?>) value).forEach(item -> items.add(new Json(item)));
            return items;
        }

        List<Json> itemsOf(String name) {
            return has(name) ? member(name).items() : List.of();
        }

        List<Long> pointsOf(String name) {
            return has(name) ? Arrays.stream(member(name).longs()).boxed().toList() : List.of();
        }

        long[] longs() {
            return items().stream()
                    .mapToLong(item -> ((Number) item.value).longValue())
                    .toArray();
        }

        int[] ints() {
            return Arrays.stream(longs()).mapToInt(Math::toIntExact).toArray();
        }

        List<Integer> numbers() {
            return Arrays.stream(ints()).boxed().toList();
        }
    }
}
