package io.github.workload4j.gang.words;

import io.github.workload4j.gang.explain.SpreadLimit;

/** The domain that holds back the others of a topology spread, as a sentence. */
public final class SpreadLimitText {

    private SpreadLimitText() {}

    static String of(SpreadLimit limit) {
        String key = Style.printable(limit.topologyKey());
        String skew = " (maxSkew " + limit.maxSkew() + ")";
        if (limit.tooFewDomains()) {
            return "Fewer domains of " + key + " count than minDomains asks for (" + limit.domains()
                    + "), so none may hold more than " + Counted.of(limit.othersAtMost(), "pod") + skew + ".";
        }
        String value = Style.value(limit.domain());
        String others = switch (limit.alike()) {
            case 1 -> "";
            case 2 -> " and one more like it";
            default -> " and " + (limit.alike() - 1) + " more like it";
        };
        boolean one = limit.alike() == 1;
        String nodes = !one ? "their nodes take" : limit.nodes() == 1 ? "its node takes" : "its nodes take";
        String holds = limit.atMost() == limit.now()
                ? (one ? " stays at " : " stay at ") + limit.now() + ": " + nodes + " none of the pods"
                : (one ? " holds " : " hold ") + limit.atMost() + " at most" + (one ? "" : " each");
        return "Domain " + value + " of " + key + others + holds + ". So no other may hold more than "
                + limit.othersAtMost() + skew + ".";
    }
}
