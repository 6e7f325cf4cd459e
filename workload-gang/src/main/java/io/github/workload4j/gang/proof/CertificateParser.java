package io.github.workload4j.gang.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads certificates as {@link CertificateJson} writes them, to the letter. Takes no stack, however deep they are. */
final class CertificateParser {

    /** Most nodes in all different sets of a text: one with more was made to be large. */
    private static final int MOST_NODES = 1 << 24;

    private final String json;
    private final int nodes;
    private final Map<String, NodeSet> sets = new HashMap<>();
    private long nodesOfSets;
    private int at;

    private CertificateParser(String json, int nodes) {
        this.json = json;
        this.nodes = nodes;
    }

    /** A certificate of which the beginning was read. */
    @FunctionalInterface
    private interface Open {

        /**
         * Reads on, up to the next part.
         *
         * @param part the part that was read since; null at first
         * @return the certificate once it has ended, null before a part
         */
        @Nullable
        Certificate after(@Nullable Certificate part);
    }

    static Certificate parse(String json, int nodes) {
        CertificateParser parser = new CertificateParser(json, nodes);
        Deque<Open> open = new ArrayDeque<>();
        Certificate read = null;
        do {
            if (read == null) {
                open.push(parser.open());
            }
            read = open.element().after(read);
            if (read != null) {
                open.pop();
            }
        } while (!open.isEmpty());
        if (parser.at < json.length()) {
            throw parser.unexpected("the end");
        }
        return read;
    }

    private Open open() {
        if (has("{\"weights\":{\"points\":")) {
            return none -> weights();
        } else if (has("{\"inDomains\":{\"group\":")) {
            return new Domains(number());
        } else if (has("{\"sharedOut\":{\"alike\":[")) {
            return new Counts(alike());
        } else if (has("{\"placedOrNot\":{\"group\":")) {
            int group = number();
            return pair("placed", "not", (placed, not) -> new GroupBranch(group, placed, not));
        } else if (has("{\"apart\":{\"conflict\":")) {
            int conflict = number();
            int domain = expect(",\"domain\":").number();
            return pair("withoutA", "withoutB", (a, b) -> new ConflictBranch(conflict, domain, a, b));
        } else if (has("{\"noneOrOne\":{\"class\":")) {
            int podClass = number();
            NodeSet some = expect(",\"nodes\":\"").nodes();
            int limit = expect("\",\"limit\":").number();
            return pair("none", "one", (none, one) -> new CountBranch(podClass, some, limit, none, one));
        } else if (has("{\"level\":{\"spread\":")) {
            int spread = number();
            int pods = expect(",\"pods\":").number();
            return pair("reached", "missed", (reached, missed) -> new LevelBranch(spread, pods, reached, missed));
        }
        throw unexpected("a certificate");
    }

    private Open pair(String first, String second, BiFunction<Certificate, Certificate, Certificate> made) {
        List<Certificate> parts = new ArrayList<>();
        return part -> {
            if (part != null) {
                parts.add(part);
            }
            if (parts.size() == 2) {
                expect("}}");
                return made.apply(parts.get(0), parts.get(1));
            }
            expect(",\"" + (part == null ? first : second) + "\":");
            return null;
        };
    }

    private Weights weights() {
        List<Long> points = list(Long::valueOf);
        List<Long> shared = has(",\"sharedPoints\":") ? list(Long::valueOf) : List.of();
        List<Long> prices = has(",\"prices\":") ? list(Long::valueOf) : List.of();
        if (has(",\"needed\":")) {
            large();
            expect(",\"available\":").large();
        }
        if (has(",\"resource\":")) {
            number();
        }
        expect("}}");
        return new Weights(points, shared, prices);
    }

    private List<List<Integer>> alike() {
        List<List<Integer>> alike = new ArrayList<>();
        while (!has("]")) {
            expect(alike.isEmpty() ? "" : ",");
            alike.add(list(this::whole));
        }
        return alike;
    }

    /** Cases of the domain of a group. */
    private final class Domains implements Open {
        private final int group;
        private final List<DomainBranch.Case> cases = new ArrayList<>();
        private List<Integer> domains = List.of();

        Domains(int group) {
            this.group = group;
            expect(",\"cases\":[");
        }

        @Override
        public @Nullable Certificate after(@Nullable Certificate part) {
            if (part != null) {
                cases.add(new DomainBranch.Case(domains, part));
                expect("}");
            }
            if (has("]}}")) {
                return new DomainBranch(group, cases);
            }
            expect(cases.isEmpty() ? "{\"domains\":" : ",{\"domains\":");
            domains = list(CertificateParser.this::whole);
            expect(",\"why\":");
            return null;
        }
    }

    /** Cases of numbers of groups by domain. */
    private final class Counts implements Open {
        private final List<List<Integer>> alike;
        private final List<DomainCount.Case> cases = new ArrayList<>();
        private List<Integer> domains = List.of();
        private @Nullable List<DomainCount.TooMany> tooMany;
        private List<Integer> counts = List.of();

        Counts(List<List<Integer>> alike) {
            this.alike = alike;
            expect(",\"cases\":[");
        }

        @Override
        public @Nullable Certificate after(@Nullable Certificate part) {
            if (part != null && tooMany != null) {
                tooMany.add(new DomainCount.TooMany(counts, part));
                expect("}");
            }
            while (tooMany == null || has("]}")) {
                if (tooMany != null) {
                    cases.add(new DomainCount.Case(domains, tooMany));
                }
                if (has("]}}")) {
                    return new DomainCount(alike, cases);
                }
                expect(cases.isEmpty() ? "{\"domains\":" : ",{\"domains\":");
                domains = list(CertificateParser.this::whole);
                expect(",\"tooMany\":[");
                tooMany = new ArrayList<>();
            }
            expect(tooMany.isEmpty() ? "{\"counts\":" : ",{\"counts\":");
            counts = list(CertificateParser.this::whole);
            expect(",\"why\":");
            return null;
        }
    }

    private NodeSet nodes() {
        int end = Math.max(at, json.indexOf('"', at));
        NodeSet known = sets.get(json.substring(at, end));
        if (known != null) {
            at = end;
            return known;
        }
        int start = at;
        IntStream.Builder all = IntStream.builder();
        for (int next = 0; at < end; ) {
            int first = at == start ? number() : expect(",").number();
            int last = has("-") ? number() : first;
            nodesOfSets += (long) last - first + 1;
            if (first < next || last < first || last >= nodes || nodesOfSets > MOST_NODES) {
                throw unexpected("rising ranges of " + nodes + " nodes, no more than " + MOST_NODES + " in all sets");
            }
            IntStream.rangeClosed(first, last).forEach(all::add);
            next = last + 1;
        }
        NodeSet read = new NodeSet(all.build().toArray());
        if (!read.toString().equals(json.substring(start, at))) {
            throw unexpected("the longest ranges before it");
        }
        sets.put(read.toString(), read);
        return read;
    }

    private <T> List<T> list(LongFunction<T> value) {
        expect("[");
        List<T> items = new ArrayList<>();
        while (!has("]")) {
            expect(items.isEmpty() ? "" : ",");
            items.add(value.apply(large()));
        }
        return items;
    }

    private int number() {
        return whole(large());
    }

    private int whole(long number) {
        if (number != (int) number) {
            throw unexpected("a whole number of 32 bits before it");
        }
        return (int) number;
    }

    private long large() {
        int start = at;
        has("-");
        while (at < json.length() && json.charAt(at) >= '0' && json.charAt(at) <= '9') {
            at++;
        }
        String digits = json.substring(start, at);
        try {
            long number = Long.parseLong(digits);
            if (digits.equals(Long.toString(number))) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        at = start;
        throw unexpected("a whole number of 64 bits");
    }

    private boolean has(String text) {
        boolean has = json.startsWith(text, at);
        at += has ? text.length() : 0;
        return has;
    }

    private CertificateParser expect(String text) {
        if (!has(text)) {
            throw unexpected(text);
        }
        return this;
    }

    private IllegalArgumentException unexpected(String expected) {
        String found = json.substring(at, Math.min(json.length(), at + 20));
        return new IllegalArgumentException(
                "certificate: character " + at + ": '" + found + "' (expected: " + expected + ")");
    }
}
