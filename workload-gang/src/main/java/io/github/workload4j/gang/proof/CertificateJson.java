package io.github.workload4j.gang.proof;

import java.util.List;
import java.util.StringJoiner;

/**
 * Certificates as JSON objects with one member each, named after what it is; lists of points that hold nothing are left out.
 *
 * <p>For example {@code {"inDomains":{"group":0,"cases":[{"domains":[0,1],"why":{"weights":{"points":[1,0]}}}]}}}.
 */
final class CertificateJson {

    private CertificateJson() {}

    static String write(Certificate certificate) {
        StringBuilder out = new StringBuilder();
        write(certificate, out);
        return out.toString();
    }

    private static void write(Certificate certificate, StringBuilder out) {
        if (certificate instanceof Weights weights) {
            out.append("{\"weights\":{\"points\":").append(list(weights.points()));
            if (weights.sharedPoints().stream().anyMatch(points -> points != 0)) {
                out.append(",\"sharedPoints\":").append(list(weights.sharedPoints()));
            }
            out.append("}}");
        } else if (certificate instanceof InDomains domains) {
            out.append("{\"inDomains\":{\"group\":").append(domains.group()).append(",\"cases\":[");
            String separator = "";
            for (InDomains.Case some : domains.cases()) {
                out.append(separator)
                        .append("{\"domains\":")
                        .append(list(some.domains()))
                        .append(",\"why\":");
                write(some.certificate(), out);
                out.append('}');
                separator = ",";
            }
            out.append("]}}");
        } else if (certificate instanceof SharedOut shared) {
            write(shared, out);
        } else if (certificate instanceof PlacedOrNot either) {
            out.append("{\"placedOrNot\":{\"group\":").append(either.group());
            pair("placed", either.placed(), "not", either.not(), out);
        } else if (certificate instanceof Apart apart) {
            out.append("{\"apart\":{\"conflict\":").append(apart.conflict());
            out.append(",\"domain\":").append(apart.domain());
            pair("withoutA", apart.withoutA(), "withoutB", apart.withoutB(), out);
        } else if (certificate instanceof NoneOrOne split) {
            out.append("{\"noneOrOne\":{\"class\":").append(split.podClass());
            out.append(",\"nodes\":\"")
                    .append(split.nodes())
                    .append("\",\"limit\":")
                    .append(split.limit());
            pair("none", split.none(), "one", split.one(), out);
        }
    }

    private static void write(SharedOut shared, StringBuilder out) {
        StringJoiner alike = new StringJoiner(",", "[", "]");
        shared.alike().forEach(groups -> alike.add(list(groups)));
        out.append("{\"sharedOut\":{\"alike\":").append(alike).append(",\"cases\":[");
        String separator = "";
        for (SharedOut.Case some : shared.cases()) {
            out.append(separator).append("{\"domains\":").append(list(some.domains()));
            out.append(",\"tooMany\":[");
            String comma = "";
            for (SharedOut.TooMany tooMany : some.tooMany()) {
                out.append(comma).append("{\"counts\":").append(list(tooMany.counts()));
                out.append(",\"why\":");
                write(tooMany.why(), out);
                out.append('}');
                comma = ",";
            }
            out.append("]}");
            separator = ",";
        }
        out.append("]}}");
    }

    private static void pair(String a, Certificate first, String b, Certificate second, StringBuilder out) {
        out.append(",\"").append(a).append("\":");
        write(first, out);
        out.append(",\"").append(b).append("\":");
        write(second, out);
        out.append("}}");
    }

    private static String list(List<? extends Number> numbers) {
        StringJoiner joined = new StringJoiner(",", "[", "]");
        numbers.forEach(number -> joined.add(number.toString()));
        return joined.toString();
    }
}
