package io.github.workload4j.testkit;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.Job;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.intent.compile.WorkloadItem;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Arbitrary objects of every kind and version.
 *
 * <pre>{@code
 * @Provide
 * Arbitrary<Workload> workloads() {
 *     return Manifests.valid().workloads(ApiVersion.V1BETA1);
 * }
 * }</pre>
 *
 * <p>Whatever comes from here can be written as a manifest of its version. {@linkplain #valid Valid} objects break no
 * rule that an API server of the release has, with all feature gates on, for a create, once defaults are filled in;
 * {@linkplain #wellFormed well-formed} ones may break any number of them: empty and overfull unions, counts of zero and
 * below, names of all kinds, too many items, twice the same.
 */
public final class Manifests {

    private static final Manifests VALID = new Manifests(Words.VALID);
    private static final Manifests WELL_FORMED = new Manifests(Words.ANY);

    private final SchedulingArbitraries scheduling;
    private final CoreArbitraries core;
    private final SetArbitraries sets;
    private final ItemArbitraries items;

    private Manifests(Words words) {
        this.scheduling = new SchedulingArbitraries(words);
        this.core = new CoreArbitraries(words);
        this.sets = new SetArbitraries(words);
        this.items = new ItemArbitraries(words);
    }

    /** {@return objects that break no rule} */
    public static Manifests valid() {
        return VALID;
    }

    /** {@return objects that may break any rule and still be written} */
    public static Manifests wellFormed() {
        return WELL_FORMED;
    }

    /** {@return Workloads of a version; from {@code v1alpha3} on a third of them are made of groups of groups} */
    public Arbitrary<Workload> workloads(ApiVersion version) {
        return scheduling.workloads(version);
    }

    /**
     * {@return PodGroups of a version, with and without a template}
     *
     * @throws IllegalArgumentException if the version has none
     */
    public Arbitrary<PodGroup> podGroups(ApiVersion version) {
        return scheduling.podGroups(version);
    }

    /** {@return CompositePodGroups, all of {@code v1alpha3}} */
    public Arbitrary<CompositePodGroup> compositePodGroups() {
        return scheduling.compositePodGroups();
    }

    /** {@return PriorityClasses} */
    public Arbitrary<PriorityClass> priorityClasses() {
        return scheduling.priorityClasses();
    }

    /** {@return Jobs; most ask to be scheduled as a group} */
    public Arbitrary<Job> jobs() {
        return scheduling.jobs();
    }

    /**
     * {@return a controller's object as a tree of items of up to four levels; the Workloads that are compiled of valid
     * ones, and their groups, are valid from 1.37 on}
     */
    public Arbitrary<WorkloadItem> workloadItems() {
        return items.items();
    }

    /** {@return nodes} */
    public Arbitrary<Node> nodes() {
        return core.nodes();
    }

    /** {@return pods that name their group as pods of this version do, if they name one} */
    public Arbitrary<Pod> pods(ApiVersion version) {
        return core.pods(version);
    }

    /** {@return namespaces} */
    public Arbitrary<Namespace> namespaces() {
        return core.namespaces();
    }

    /** {@return amounts as people write them, never negative} */
    public static Arbitrary<Quantity> quantities() {
        return CoreArbitraries.quantities();
    }

    /** {@return an object of any kind of the Workload API in this version} */
    public Arbitrary<ApiObject> scheduling(ApiVersion version) {
        List<Arbitrary<ApiObject>> kinds = new ArrayList<>();
        kinds.add(workloads(version).map(ApiObject.class::cast));
        if (version.isAtLeast(ApiVersion.V1ALPHA2)) {
            kinds.add(podGroups(version).map(ApiObject.class::cast));
        }
        if (version == ApiVersion.V1ALPHA3) {
            kinds.add(compositePodGroups().map(ApiObject.class::cast));
        }
        return Arbitraries.oneOf(kinds);
    }

    /** {@return an object of any kind in any version} */
    public Arbitrary<ApiObject> objects() {
        List<Arbitrary<ApiObject>> kinds = new ArrayList<>();
        for (ApiVersion version : ApiVersion.values()) {
            kinds.add(scheduling(version));
        }
        kinds.add(priorityClasses().map(ApiObject.class::cast));
        kinds.add(jobs().map(ApiObject.class::cast));
        kinds.add(nodes().map(ApiObject.class::cast));
        kinds.add(pods(ApiVersion.V1ALPHA1).map(ApiObject.class::cast));
        kinds.add(pods(ApiVersion.V1BETA1).map(ApiObject.class::cast));
        kinds.add(namespaces().map(ApiObject.class::cast));
        return Arbitraries.oneOf(kinds);
    }

    /**
     * {@return objects that belong together: one to three Workloads of a version, groups made from their templates as a
     * controller would make them, at most one group on its own, and pods that refer to them}
     */
    public Arbitrary<List<ApiObject>> sets(ApiVersion version) {
        return sets.sets(version);
    }
}
