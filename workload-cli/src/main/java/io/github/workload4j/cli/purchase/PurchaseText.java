package io.github.workload4j.cli.purchase;

import io.github.workload4j.cli.picture.view.Addition;
import io.github.workload4j.gang.GroupNode;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.purchase.CheapestNodes;
import io.github.workload4j.gang.whatif.NodesToAdd;
import io.github.workload4j.gang.words.Counted;
import io.github.workload4j.gang.words.Style;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What to buy, for people. */
public final class PurchaseText {

    private static final String MORE = "; --all-pods asks for all";

    private PurchaseText() {}

    /** {@return what to buy and for how many pods, or that nothing was found that would do} */
    public static String of(Purchase purchase) {
        return nodes(purchase) + (purchase.isForAll() ? "" : "; that is for " + enough(purchase) + MORE);
    }

    /** {@return what is to say of a group that fits, whose pods do not all: no full stop at its end; or empty} */
    public static String besideFitting(Purchase purchase, Verdict.Feasible now) {
        if (now.placed() == now.about().members().pending()) {
            return "";
        }
        return purchase.isForAll()
                ? "for all " + Counted.of(purchase.members().total(), "pod") + ": " + nodes(purchase)
                : "nothing need be bought for " + enough(purchase) + MORE;
    }

    /** {@return as many as the group needs, of all} */
    private static String enough(Purchase purchase) {
        GroupNode root = purchase.question().groups().get(0);
        String all = Counted.of(purchase.members().total(), "pod");
        return root.isComposite() || purchase.question().groups().size() > 1
                ? "as many of its " + all + " as are needed"
                : Counted.of(root.minimum()) + " of its " + all + ", which " + (root.minimum() == 1 ? "is" : "are")
                        + " enough";
    }

    private static String nodes(Purchase purchase) {
        CheapestNodes found = purchase.found();
        if (found.then().isEmpty()) {
            return found.atLeast() == null
                    ? nothing(purchase)
                    : "no nodes of the catalogue were found within the budget that make it fit"
                            + (found.atLeast().signum() == 0
                                    ? ""
                                    : "; less than " + found.atLeast().toPlainString() + " does not");
        }
        if (found.nodes().isEmpty()) {
            return "nothing need be bought";
        }
        String sum = sum(found);
        if (found.isCheapest()) {
            return "buy " + sum + "; nothing that costs less does";
        }
        boolean bounded = found.atLeast() != null && found.atLeast().signum() > 0;
        return "buy " + sum + "; whether less does is not known"
                + (bounded ? ", below " + found.atLeast().toPlainString() + " nothing does" : "");
    }

    private static String nothing(Purchase purchase) {
        String why = OfferRefusals.of(purchase.question(), purchase.offers());
        return "nothing in the catalogue makes it fit" + (why.isEmpty() ? "" : " (" + why + ")");
    }

    /** {@return the nodes and what they cost} */
    private static String sum(CheapestNodes found) {
        List<String> parts = new ArrayList<>();
        for (CheapestNodes.Bought some : found.nodes()) {
            String domain = some.nodes().domain();
            parts.add(some.nodes().count() + " " + Style.printable(some.offer().name())
                    + (domain == null
                            ? ""
                            : " in "
                                    + Style.printable(
                                            String.valueOf(some.nodes().key())) + " " + Style.value(domain)));
        }
        return String.join(" and ", parts) + " for " + found.cost().toPlainString();
    }

    /** {@return the nodes that are bought, for a picture; null if there are none} */
    public static @Nullable Addition addition(Purchase purchase) {
        if (!purchase.helps()) {
            return null;
        }
        Set<String> nodes = new HashSet<>();
        for (CheapestNodes.Bought some : purchase.found().nodes()) {
            NodesToAdd.nodes(some.nodes())
                    .forEach(node -> nodes.add(node.metadata().name()));
        }
        return new Addition(sum(purchase.found()), List.of(), nodes);
    }
}
