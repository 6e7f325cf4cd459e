package io.github.workload4j.api.convert;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.json.CompactJson;
import java.util.ArrayList;
import java.util.List;

/** Between {@code v1alpha3} and {@code v1beta1}, which differ only in the kinds they have. */
final class BetaToBeta {

    private final ApiVersion target;
    private final Losses losses;

    BetaToBeta(ApiVersion target, Losses losses) {
        this.target = target;
        this.losses = losses;
    }

    List<Item> apply(List<Item> items) {
        List<Item> result = new ArrayList<>(items.size());
        for (Item item : items) {
            if (item.object() instanceof Workload workload && workload.apiVersion() != target) {
                result.add(item.with(new Workload(target, workload.metadata(), workload.spec())));
            } else if (item.object() instanceof PodGroup group && group.apiVersion() != target) {
                result.add(item.with(new PodGroup(target, group.metadata(), group.spec(), group.status())));
            } else if (item.object() instanceof CompositePodGroup group && target != ApiVersion.V1ALPHA3) {
                losses.dropped(
                        item.source(),
                        FieldPath.DOCUMENT,
                        CompactJson.text(group.metadata().name()),
                        target.version());
            } else {
                result.add(item);
            }
        }
        return result;
    }
}
