package io.github.workload4j.cli.purchase;

import io.github.workload4j.gang.purchase.CheapestNodes;
import io.github.workload4j.gang.words.JsonLines;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What to buy, as JSON. Money is written as decimal text. */
public final class PurchaseJson {

    private PurchaseJson() {}

    /** Writes the member {@code purchase}. */
    public static void write(Purchase purchase, JsonLines json) {
        CheapestNodes found = purchase.found();
        json.startObject("purchase");
        json.list(
                "nodes",
                found.nodes(),
                some -> json.startObject(null)
                        .field("offer", some.offer().name())
                        .field("count", some.nodes().count())
                        .field(
                                "key",
                                some.nodes().domain() == null
                                        ? null
                                        : some.nodes().key())
                        .field("domain", some.nodes().domain())
                        .field("price", some.offer().price().toPlainString())
                        .endObject());
        json.field("found", found.then().isPresent())
                .field("cost", found.then().isEmpty() ? null : text(found.cost()))
                .field("atLeast", text(found.atLeast()))
                .field("cheapest", found.isCheapest())
                .field("minimum", purchase.question().about().minimum())
                .field("members", purchase.members().total())
                .field("allPods", purchase.isForAll())
                .endObject();
    }

    private static @Nullable String text(@Nullable BigDecimal money) {
        return money == null ? null : money.toPlainString();
    }
}
