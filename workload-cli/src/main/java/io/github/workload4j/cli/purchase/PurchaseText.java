package io.github.workload4j.cli.purchase;

import io.github.workload4j.gang.purchase.CheapestNodes;
import io.github.workload4j.gang.words.Style;
import java.util.ArrayList;
import java.util.List;

/** What to buy, for people. */
public final class PurchaseText {

    private PurchaseText() {}

    /** {@return whether nodes are to be bought} */
    public static boolean helps(CheapestNodes found) {
        return found.then().isPresent() && !found.nodes().isEmpty();
    }

    /** {@return what to buy, or that nothing was found that would do} */
    public static String of(CheapestNodes found) {
        if (found.then().isEmpty()) {
            return found.atLeast() == null
                    ? "nothing in the catalogue makes it fit"
                    : "no nodes of the catalogue were found that make it fit"
                            + (found.atLeast().signum() == 0
                                    ? ""
                                    : "; less than " + found.atLeast().toPlainString() + " does not");
        }
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
        String sum = String.join(" and ", parts) + " for " + found.cost().toPlainString();
        if (found.isCheapest()) {
            return "buy " + sum + "; nothing that costs less does";
        }
        boolean bounded = found.atLeast() != null && found.atLeast().signum() > 0;
        return "buy " + sum + "; whether less does is not known"
                + (bounded ? ", below " + found.atLeast().toPlainString() + " nothing does" : "");
    }
}
