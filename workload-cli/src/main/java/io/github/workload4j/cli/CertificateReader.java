package io.github.workload4j.cli;

import static io.github.workload4j.cli.JsonTree.list;
import static io.github.workload4j.cli.JsonTree.number;
import static io.github.workload4j.cli.JsonTree.object;
import static io.github.workload4j.cli.JsonTree.text;

import io.github.workload4j.cli.JsonTree.Malformed;
import io.github.workload4j.gang.proof.ConflictBranch;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.DomainBranch;
import io.github.workload4j.gang.proof.NodeSet;
import io.github.workload4j.gang.proof.CountBranch;
import io.github.workload4j.gang.proof.GroupBranch;
import io.github.workload4j.gang.proof.DomainCount;
import io.github.workload4j.gang.proof.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a proof back from JSON, as {@code docs/certificates.md} specifies it. Strict: no member is missing, none is there that does not belong
 * there. Whether the proof proves anything is for the checker to say.
 */
final class CertificateReader {

    private static final int DEEPEST = 1_000;
    private static final Pattern RANGES = Pattern.compile("(\\d{1,9}(-\\d{1,9})?(,(?=\\d)|$))*+");

    private final int nodes;

    /**
     * Reads proofs of one question.
     *
     * @param nodes number of its nodes; a set of nodes has no others
     */
    CertificateReader(int nodes) {
        this.nodes = nodes;
    }

    /**
     * {@return the proof}
     *
     * @throws Malformed if the value is none
     */
    Certificate read(@Nullable Object value) {
        return read(value, 1);
    }

    private Certificate read(@Nullable Object value, int depth) {
        Map<String, @Nullable Object> proof = object(value, "proof");
        if (depth > DEEPEST) {
            throw new Malformed("proof", null, DEEPEST + " levels at most");
        }
        if (proof.size() != 1) {
            throw new Malformed("proof", proof.keySet(), "one member");
        }
        String kind = proof.keySet().iterator().next();
        Object body = proof.get(kind);
        switch (kind) {
            case "weights":
                return weights(members(body, kind, Set.of("points"), Set.of("sharedPoints")));
            case "inDomains":
                return inDomains(members(body, kind, Set.of("group", "cases"), Set.of()), depth);
            case "sharedOut":
                return sharedOut(members(body, kind, Set.of("alike", "cases"), Set.of()), depth);
            case "placedOrNot":
                Map<String, @Nullable Object> either = members(body, kind, Set.of("group", "placed", "not"), Set.of());
                return new GroupBranch(
                        number(either.get("group"), kind + ".group"),
                        read(either.get("placed"), depth + 1),
                        read(either.get("not"), depth + 1));
            case "apart":
                Map<String, @Nullable Object> apart =
                        members(body, kind, Set.of("conflict", "domain", "withoutA", "withoutB"), Set.of());
                return new ConflictBranch(
                        number(apart.get("conflict"), kind + ".conflict"),
                        number(apart.get("domain"), kind + ".domain"),
                        read(apart.get("withoutA"), depth + 1),
                        read(apart.get("withoutB"), depth + 1));
            case "noneOrOne":
                Map<String, @Nullable Object> split =
                        members(body, kind, Set.of("class", "nodes", "limit", "none", "one"), Set.of());
                return new CountBranch(
                        number(split.get("class"), kind + ".class"),
                        nodes(text(split.get("nodes"), kind + ".nodes")),
                        number(split.get("limit"), kind + ".limit"),
                        read(split.get("none"), depth + 1),
                        read(split.get("one"), depth + 1));
            default:
                throw new Malformed("proof", kind, "weights, inDomains, sharedOut, placedOrNot, apart or noneOrOne");
        }
    }

    private static Weights weights(Map<String, @Nullable Object> body) {
        Object shared = body.get("sharedPoints");
        return new Weights(
                points(body.get("points"), "weights.points"),
                body.containsKey("sharedPoints") ? points(shared, "weights.sharedPoints") : List.of());
    }

    private DomainBranch inDomains(Map<String, @Nullable Object> body, int depth) {
        List<DomainBranch.Case> cases = new ArrayList<>();
        for (Object value : list(body.get("cases"), "inDomains.cases")) {
            Map<String, @Nullable Object> some =
                    members(value, "inDomains.cases[]", Set.of("domains", "why"), Set.of());
            cases.add(new DomainBranch.Case(
                    numbers(some.get("domains"), "inDomains.cases[].domains"), read(some.get("why"), depth + 1)));
        }
        return new DomainBranch(number(body.get("group"), "inDomains.group"), cases);
    }

    private DomainCount sharedOut(Map<String, @Nullable Object> body, int depth) {
        List<List<Integer>> alike = new ArrayList<>();
        for (Object groups : list(body.get("alike"), "sharedOut.alike")) {
            alike.add(numbers(groups, "sharedOut.alike[]"));
        }
        List<DomainCount.Case> cases = new ArrayList<>();
        for (Object value : list(body.get("cases"), "sharedOut.cases")) {
            Map<String, @Nullable Object> some =
                    members(value, "sharedOut.cases[]", Set.of("domains", "tooMany"), Set.of());
            List<DomainCount.TooMany> tooMany = new ArrayList<>();
            for (Object item : list(some.get("tooMany"), "sharedOut.cases[].tooMany")) {
                Map<String, @Nullable Object> bad =
                        members(item, "sharedOut.cases[].tooMany[]", Set.of("counts", "why"), Set.of());
                tooMany.add(new DomainCount.TooMany(
                        numbers(bad.get("counts"), "sharedOut.cases[].tooMany[].counts"),
                        read(bad.get("why"), depth + 1)));
            }
            cases.add(new DomainCount.Case(numbers(some.get("domains"), "sharedOut.cases[].domains"), tooMany));
        }
        return new DomainCount(alike, cases);
    }

    private static Map<String, @Nullable Object> members(
            @Nullable Object value, String place, Set<String> needed, Set<String> optional) {
        Map<String, @Nullable Object> members = object(value, place);
        boolean known = members.keySet().stream().allMatch(name -> needed.contains(name) || optional.contains(name));
        if (!known || !members.keySet().containsAll(needed)) {
            throw new Malformed(
                    place,
                    members.keySet(),
                    "the members " + needed.stream().sorted().toList());
        }
        return members;
    }

    private static List<Integer> numbers(@Nullable Object value, String place) {
        return list(value, place).stream()
                .map(item -> number(item, place + "[]"))
                .toList();
    }

    private static List<Long> points(@Nullable Object value, String place) {
        return list(value, place).stream()
                .map(item -> JsonTree.large(item, place + "[]"))
                .toList();
    }

    private NodeSet nodes(String ranges) {
        if (!RANGES.matcher(ranges).matches()) {
            throw new Malformed("noneOrOne.nodes", ranges, "ranges such as 0-31,40");
        }
        IntStream.Builder all = IntStream.builder();
        int next = 0;
        for (String range : ranges.isEmpty() ? new String[0] : ranges.split(",")) {
            int dash = range.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            int last = Integer.parseInt(range.substring(dash + 1));
            if (first < next || last < first || last >= nodes) {
                throw new Malformed("noneOrOne.nodes", range, "rising ranges of " + nodes + " nodes");
            }
            IntStream.rangeClosed(first, last).forEach(all::add);
            next = last + 1;
        }
        return NodeSet.of(all.build().toArray());
    }
}
