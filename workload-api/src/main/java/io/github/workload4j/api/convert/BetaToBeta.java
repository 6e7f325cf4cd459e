package io.github.workload4j.api.convert;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.json.CompactJson;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.ArrayList;
import java.util.List;

/**
 * Between {@code v1alpha3} and {@code v1beta1}, which differ only in the kinds that a release serves in them. Where no
 * release was asked for, an object of the version stays: it comes from a cluster that serves it.
 */
final class BetaToBeta {

    private final ApiVersion target;
    private final KubernetesRelease release;
    private final boolean isAskedFor;
    private final Losses losses;

    BetaToBeta(ApiVersion target, KubernetesRelease release, boolean isAskedFor, Losses losses) {
        this.target = target;
        this.release = release;
        this.isAskedFor = isAskedFor;
        this.losses = losses;
    }

    List<Item> apply(List<Item> items) {
        List<Item> result = new ArrayList<>(items.size());
        for (Item item : items) {
            if (item.object() instanceof SchedulingObject object && stays(object)) {
                result.add(item);
            } else if (item.object() instanceof Workload workload) {
                result.add(item.with(new Workload(target, workload.metadata(), workload.spec())));
            } else if (item.object() instanceof PodGroup group) {
                result.add(item.with(new PodGroup(target, group.metadata(), group.spec(), group.status())));
            } else if (item.object() instanceof CompositePodGroup group && release.serves(target, group.kind())) {
                result.add(item.with(new CompositePodGroup(target, group.metadata(), group.spec(), group.status())));
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

    private boolean stays(SchedulingObject object) {
        return object.apiVersion() == target && (!isAskedFor || release.serves(target, object.kind()));
    }
}
