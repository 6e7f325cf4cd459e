package io.github.workload4j.cli.verify;

import static io.github.workload4j.cli.screen.JsonTree.large;
import static io.github.workload4j.cli.screen.JsonTree.list;
import static io.github.workload4j.cli.screen.JsonTree.number;
import static io.github.workload4j.cli.screen.JsonTree.object;
import static io.github.workload4j.cli.screen.JsonTree.text;

import io.github.workload4j.cli.screen.JsonTree.Malformed;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.ConflictBranch;
import io.github.workload4j.gang.proof.CountBranch;
import io.github.workload4j.gang.proof.DomainBranch;
import io.github.workload4j.gang.proof.DomainCount;
import io.github.workload4j.gang.proof.GroupBranch;
import io.github.workload4j.gang.proof.LevelBranch;
import io.github.workload4j.gang.proof.NodeSet;
import io.github.workload4j.gang.proof.Weights;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a proof back from JSON, as {@code docs/certificates.md} specifies it. Strict: no member is missing, none is
 * there that does not belong there. Takes no stack, however deep a proof is. Whether it proves anything is for the
 * checker to say.
 */
final class CertificateReader {

    private static final int DEEPEST = 4_000;
    private static final Pattern RANGES = Pattern.compile("(\\d{1,9}(-\\d{1,9})?(,(?=\\d)|$))*+");

    private final int nodes;
    private final List<StatedSum> stated = new ArrayList<>();
    private final List<StatedResource> resources = new ArrayList<>();

    /** Points that are said to be needed and to be available at a leaf. */
    record StatedSum(Weights leaf, long needed, long available) {}

    /** A resource that the points of a leaf are said to count. */
    record StatedResource(Weights leaf, int resource) {}

    /** A proof with parts still to be read. */
    private static final class Open {
        final String kind;
        final Map<String, @Nullable Object> body;
        final List<@Nullable Object> inside;
        final List<Certificate> read = new ArrayList<>();

        Open(String kind, Map<String, @Nullable Object> body, List<@Nullable Object> inside) {
            this.kind = kind;
            this.body = body;
            this.inside = inside;
        }
    }

    /**
     * Reads proofs of one question.
     *
     * @param nodes number of its nodes; a set of nodes has no others
     */
    CertificateReader(int nodes) {
        this.nodes = nodes;
    }

    /** {@return what leaves of the proofs read so far are said to come to, in order} */
    List<StatedSum> stated() {
        return stated;
    }

    /** {@return what leaves of the proofs read so far are said to count, in order} */
    List<StatedResource> resources() {
        return resources;
    }

    /**
     * {@return the proof}
     *
     * @throws Malformed if the value is none
     */
    public Certificate read(@Nullable Object value) {
        Deque<Open> open = new ArrayDeque<>();
        open.push(open(value));
        while (true) {
            Open top = open.element();
            if (top.read.size() < top.inside.size()) {
                if (open.size() == DEEPEST) {
                    throw new Malformed("proof", null, DEEPEST + " levels at most");
                }
                open.push(open(top.inside.get(top.read.size())));
                continue;
            }
            Certificate made = made(top.kind, top.body, top.read);
            open.pop();
            if (open.isEmpty()) {
                return made;
            }
            open.element().read.add(made);
        }
    }

    private static Open open(@Nullable Object value) {
        Map<String, @Nullable Object> proof = object(value, "proof");
        if (proof.size() != 1) {
            throw new Malformed("proof", proof.keySet(), "one member");
        }
        String kind = proof.keySet().iterator().next();
        Object body = proof.get(kind);
        switch (kind) {
            case "weights":
                Set<String> optional = Set.of("sharedPoints", "prices", "needed", "available", "resource");
                return new Open(kind, members(body, kind, Set.of("points"), optional), List.of());
            case "inDomains":
                Map<String, @Nullable Object> domains = members(body, kind, Set.of("group", "cases"), Set.of());
                return new Open(kind, domains, reasons(cases(domains, kind, Set.of("domains", "why"))));
            case "sharedOut":
                Map<String, @Nullable Object> shared = members(body, kind, Set.of("alike", "cases"), Set.of());
                List<@Nullable Object> reasons = new ArrayList<>();
                for (Map<String, @Nullable Object> some : cases(shared, kind, Set.of("domains", "tooMany"))) {
                    reasons.addAll(reasons(tooMany(some)));
                }
                return new Open(kind, shared, reasons);
            case "placedOrNot":
                return pair(kind, body, Set.of("group"), "placed", "not");
            case "apart":
                return pair(kind, body, Set.of("conflict", "domain"), "withoutA", "withoutB");
            case "noneOrOne":
                return pair(kind, body, Set.of("class", "nodes", "limit"), "none", "one");
            case "level":
                return pair(kind, body, Set.of("spread", "pods"), "reached", "missed");
            default:
                throw new Malformed(
                        "proof", kind, "weights, inDomains, sharedOut, placedOrNot, apart, noneOrOne or level");
        }
    }

    private static Open pair(String kind, @Nullable Object body, Set<String> own, String first, String second) {
        Set<String> all = new TreeSet<>(own);
        all.addAll(List.of(first, second));
        Map<String, @Nullable Object> members = members(body, kind, all, Set.of());
        List<@Nullable Object> inside = new ArrayList<>();
        inside.add(members.get(first));
        inside.add(members.get(second));
        return new Open(kind, members, inside);
    }

    private static List<Map<String, @Nullable Object>> cases(
            Map<String, @Nullable Object> body, String kind, Set<String> names) {
        List<Map<String, @Nullable Object>> cases = new ArrayList<>();
        for (Object value : list(body.get("cases"), kind + ".cases")) {
            cases.add(members(value, kind + ".cases[]", names, Set.of()));
        }
        return cases;
    }

    private static List<Map<String, @Nullable Object>> tooMany(Map<String, @Nullable Object> some) {
        String place = "sharedOut.cases[].tooMany";
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (Object value : list(some.get("tooMany"), place)) {
            all.add(members(value, place + "[]", Set.of("counts", "why"), Set.of()));
        }
        return all;
    }

    private static List<@Nullable Object> reasons(List<Map<String, @Nullable Object>> cases) {
        List<@Nullable Object> reasons = new ArrayList<>();
        cases.forEach(some -> reasons.add(some.get("why")));
        return reasons;
    }

    private Certificate made(String kind, Map<String, @Nullable Object> body, List<Certificate> parts) {
        return switch (kind) {
            case "weights" -> weights(body);
            case "inDomains" -> inDomains(body, parts);
            case "sharedOut" -> sharedOut(body, parts);
            case "placedOrNot" ->
                new GroupBranch(number(body.get("group"), kind + ".group"), parts.get(0), parts.get(1));
            case "apart" ->
                new ConflictBranch(
                        number(body.get("conflict"), kind + ".conflict"),
                        number(body.get("domain"), kind + ".domain"),
                        parts.get(0),
                        parts.get(1));
            case "level" ->
                new LevelBranch(
                        number(body.get("spread"), kind + ".spread"),
                        number(body.get("pods"), kind + ".pods"),
                        parts.get(0),
                        parts.get(1));
            default ->
                new CountBranch(
                        number(body.get("class"), kind + ".class"),
                        nodes(text(body.get("nodes"), kind + ".nodes")),
                        number(body.get("limit"), kind + ".limit"),
                        parts.get(0),
                        parts.get(1));
        };
    }

    private Weights weights(Map<String, @Nullable Object> body) {
        Weights weights = new Weights(
                points(body.get("points"), "weights.points"), optional(body, "sharedPoints"), optional(body, "prices"));
        if (body.containsKey("needed") || body.containsKey("available")) {
            stated.add(new StatedSum(
                    weights,
                    large(body.get("needed"), "weights.needed"),
                    large(body.get("available"), "weights.available")));
        }
        if (body.containsKey("resource")) {
            resources.add(new StatedResource(weights, number(body.get("resource"), "weights.resource")));
        }
        return weights;
    }

    private static List<Long> optional(Map<String, @Nullable Object> body, String name) {
        return body.containsKey(name) ? points(body.get(name), "weights." + name) : List.of();
    }

    private static DomainBranch inDomains(Map<String, @Nullable Object> body, List<Certificate> parts) {
        List<DomainBranch.Case> cases = new ArrayList<>();
        for (Map<String, @Nullable Object> some : cases(body, "inDomains", Set.of("domains", "why"))) {
            cases.add(new DomainBranch.Case(
                    numbers(some.get("domains"), "inDomains.cases[].domains"), parts.get(cases.size())));
        }
        return new DomainBranch(number(body.get("group"), "inDomains.group"), cases);
    }

    private static DomainCount sharedOut(Map<String, @Nullable Object> body, List<Certificate> parts) {
        List<List<Integer>> alike = new ArrayList<>();
        for (Object groups : list(body.get("alike"), "sharedOut.alike")) {
            alike.add(numbers(groups, "sharedOut.alike[]"));
        }
        Iterator<Certificate> reasons = parts.iterator();
        List<DomainCount.Case> cases = new ArrayList<>();
        for (Map<String, @Nullable Object> some : cases(body, "sharedOut", Set.of("domains", "tooMany"))) {
            List<DomainCount.TooMany> tooMany = new ArrayList<>();
            for (Map<String, @Nullable Object> bad : tooMany(some)) {
                tooMany.add(new DomainCount.TooMany(
                        numbers(bad.get("counts"), "sharedOut.cases[].tooMany[].counts"), reasons.next()));
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
                .map(item -> large(item, place + "[]"))
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
