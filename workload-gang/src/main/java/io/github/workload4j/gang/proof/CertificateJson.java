package io.github.workload4j.gang.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.StringJoiner;

/**
 * Certificates as JSON objects with one member each, named after what it is; empty lists of points are left out.
 *
 * <p>For example {@code {"inDomains":{"group":0,"cases":[{"domains":[0,1],"why":{"weights":{"points":[1,0]}}}]}}}.
 * Takes no stack, however deep a certificate is.
 */
final class CertificateJson implements CertificateVisitor<List<Object>> {

    /** The longest text: one that is longer was made to be. */
    private static final int LONGEST = 1 << 27;

    private final LeafSums sums;

    private CertificateJson(LeafSums sums) {
        this.sums = sums;
    }

    /** {@return the certificate, leaves with their sums as far as these are known} */
    static String write(Certificate certificate, LeafSums sums) {
        CertificateJson ofOne = new CertificateJson(sums);
        StringBuilder out = new StringBuilder();
        Deque<Object> open = new ArrayDeque<>();
        open.push(certificate);
        while (!open.isEmpty()) {
            Object next = open.pop();
            if (next instanceof Certificate part) {
                List<Object> pieces = part.accept(ofOne);
                for (int i = pieces.size() - 1; i >= 0; i--) {
                    open.push(pieces.get(i));
                }
            } else {
                out.append(next);
            }
            if (out.length() > LONGEST) {
                throw new IllegalStateException("certificate: more than " + LONGEST + " characters of JSON");
            }
        }
        return out.toString();
    }

    @Override
    public List<Object> weights(Weights weights) {
        String shared = optional("sharedPoints", weights.sharedPoints()) + optional("prices", weights.prices());
        String known = sums.of(weights)
                .map(sum -> ",\"needed\":" + sum.needed() + ",\"available\":" + sum.available())
                .orElse("");
        OptionalInt resource = sums.resourceOf(weights);
        String counted = resource.isEmpty() ? "" : ",\"resource\":" + resource.getAsInt();
        return List.of("{\"weights\":{\"points\":" + list(weights.points()) + shared + known + counted + "}}");
    }

    @Override
    public List<Object> domainBranch(DomainBranch domains) {
        List<Object> pieces = new ArrayList<>();
        pieces.add("{\"inDomains\":{\"group\":" + domains.group() + ",\"cases\":[");
        String separator = "";
        for (DomainBranch.Case some : domains.cases()) {
            pieces.add(separator + "{\"domains\":" + list(some.domains()) + ",\"why\":");
            pieces.add(some.certificate());
            pieces.add("}");
            separator = ",";
        }
        pieces.add("]}}");
        return pieces;
    }

    @Override
    public List<Object> domainCount(DomainCount shared) {
        StringJoiner alike = new StringJoiner(",", "[", "]");
        shared.alike().forEach(groups -> alike.add(list(groups)));
        List<Object> pieces = new ArrayList<>();
        pieces.add("{\"sharedOut\":{\"alike\":" + alike + ",\"cases\":[");
        String separator = "";
        for (DomainCount.Case some : shared.cases()) {
            pieces.add(separator + "{\"domains\":" + list(some.domains()) + ",\"tooMany\":[");
            String comma = "";
            for (DomainCount.TooMany tooMany : some.tooMany()) {
                pieces.add(comma + "{\"counts\":" + list(tooMany.counts()) + ",\"why\":");
                pieces.add(tooMany.why());
                pieces.add("}");
                comma = ",";
            }
            pieces.add("]}");
            separator = ",";
        }
        pieces.add("]}}");
        return pieces;
    }

    @Override
    public List<Object> groupBranch(GroupBranch either) {
        return pair("{\"placedOrNot\":{\"group\":" + either.group(), "placed", either.placed(), "not", either.not());
    }

    @Override
    public List<Object> conflictBranch(ConflictBranch apart) {
        String own = "{\"apart\":{\"conflict\":" + apart.conflict() + ",\"domain\":" + apart.domain();
        return pair(own, "withoutA", apart.withoutA(), "withoutB", apart.withoutB());
    }

    @Override
    public List<Object> countBranch(CountBranch split) {
        String own = "{\"noneOrOne\":{\"class\":" + split.podClass() + ",\"nodes\":\"" + split.nodes() + "\",\"limit\":"
                + split.limit();
        return pair(own, "none", split.none(), "one", split.one());
    }

    @Override
    public List<Object> levelBranch(LevelBranch level) {
        String own = "{\"level\":{\"spread\":" + level.spread() + ",\"pods\":" + level.pods();
        return pair(own, "reached", level.reached(), "missed", level.missed());
    }

    private static List<Object> pair(String own, String a, Certificate first, String b, Certificate second) {
        return List.of(own + ",\"" + a + "\":", first, ",\"" + b + "\":", second, "}}");
    }

    private static String optional(String name, List<Long> numbers) {
        return numbers.isEmpty() ? "" : ",\"" + name + "\":" + list(numbers);
    }

    private static String list(List<? extends Number> numbers) {
        StringJoiner joined = new StringJoiner(",", "[", "]");
        numbers.forEach(number -> joined.add(number.toString()));
        return joined.toString();
    }
}
