package io.github.workload4j.cli.picture;

import io.github.workload4j.cli.picture.view.Domain;
import io.github.workload4j.cli.picture.view.GroupView;
import io.github.workload4j.cli.picture.view.NodeView;
import io.github.workload4j.cli.picture.view.Resource;
import io.github.workload4j.cli.picture.view.VerdictWords;
import io.github.workload4j.gang.explain.DomainFit;

/** What is said about a node or a domain when a pointer rests on it, and to those who do not see it. */
final class NodeTitles {

    private static final int MOST_GIVEN = 8;

    private NodeTitles() {}

    static String of(NodeView node, GroupView view) {
        StringBuilder text = new StringBuilder(node.name());
        text.append(node.isNew() ? ", not there yet" : "");
        if (!node.isUsable()) {
            text.append('\n').append(node.whyNot());
        }
        for (int r = 0; r < view.resources().size(); r++) {
            Resource resource = view.resources().get(r);
            if (node.total()[r] > 0 || node.used()[r] > 0) {
                text.append('\n')
                        .append(resource.part(node.used()[r], node.total()[r]))
                        .append(" in use");
                if (node.added()[r] > 0) {
                    text.append(", ").append(resource.amount(node.added()[r])).append(" by this group");
                }
                if (node.isUsable() && node.lacking()[r]) {
                    text.append(": too little is left");
                }
            }
        }
        pods(text, node.placed(), view, " placed here");
        node.given().stream()
                .limit(MOST_GIVEN)
                .forEach(line -> text.append('\n').append(line));
        if (node.given().size() > MOST_GIVEN) {
            text.append("\nand ").append(VerdictWords.counted(node.given().size() - MOST_GIVEN, "more pod"));
        }
        if (view.placed() == 0 && node.isUsable()) {
            pods(text, node.room(), view, node.hasRoom() ? " would find room" : "");
        }
        return text.toString();
    }

    static String of(Domain domain, GroupView view) {
        Domain.Sum sum = domain.sum();
        StringBuilder text = new StringBuilder(domain.isWhole() ? "the cluster" : domain.key() + " " + domain.value());
        if (domain.value().isEmpty() && !domain.isWhole()) {
            text.append("(no value)");
        }
        text.append('\n').append(VerdictWords.counted(sum.nodes(), "node"));
        if (sum.usable() < sum.nodes()) {
            text.append(", ").append(sum.usable()).append(" could take a pod if empty");
        }
        for (int r = 0; r < view.resources().size(); r++) {
            if (sum.total()[r] > 0) {
                Resource resource = view.resources().get(r);
                text.append('\n')
                        .append(resource.part(sum.used()[r], sum.total()[r]))
                        .append(" in use");
                if (sum.added()[r] > 0) {
                    text.append(", ").append(resource.amount(sum.added()[r])).append(" by this group");
                }
            }
        }
        pods(text, sum.placed(), view, " placed here");
        if (view.placed() == 0) {
            pods(text, sum.room(), view, " would find room, counted node by node");
        }
        return text.toString();
    }

    static String of(DomainFit fit) {
        return FitRow.name(fit) + "\n" + VerdictWords.counted(fit.nodes(), "node") + ": " + fit.usable()
                + " with room, " + fit.full() + " full, " + fit.closed() + " closed";
    }

    private static void pods(StringBuilder text, int[] pods, GroupView view, String what) {
        for (int k = 0; k < pods.length; k++) {
            if (pods[k] > 0) {
                text.append('\n')
                        .append(pods[k])
                        .append(" x ")
                        .append(view.kinds().get(k).name())
                        .append(what);
            }
        }
    }
}
