package io.github.workload4j.api.convert;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.json.CompactJson;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.ArrayList;
import java.util.List;

/**
 * Between {@code v1alpha3} and {@code v1beta1}, which differ only in the kinds that a release serves in them.
 */
final class BetaToBeta {

    private final ApiVersion target;
    private final KubernetesRelease release;
    private final Losses losses;

    BetaToBeta(ApiVersion target, KubernetesRelease release, Losses losses) {
        this.target = target;
        this.release = release;
        this.losses = losses;
    }

    List<Item> apply(List<Item> items) {
        List<Item> result = new ArrayList<>(items.size());
        for (Item item : items) {
            if (item.object() instanceof Workload workload && workload.apiVersion() != target) {
                result.add(item.with(new Workload(target, workload.metadata(), workload.spec())));
            } else if (item.object() instanceof PodGroup group && group.apiVersion() != target) {
                result.add(item.with(new PodGroup(target, group.metadata(), group.spec(), group.status())));
            } else if (item.object() instanceof CompositePodGroup group && release.serves(target, group.kind())) {
                result.add(
                        group.apiVersion() == target
                                ? item
                                : item.with(
                                        new CompositePodGroup(target, group.metadata(), group.spec(), group.status())));
            } else if (item.object() instanceof CompositePodGroup group) {
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
