package io.github.workload4j.testkit;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.ClaimSource;
import io.github.workload4j.api.CompositeSchedulingPolicy;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.TopologyConstraint;
import io.github.workload4j.api.core.PreemptionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary parts that templates and groups of all kinds share. */
final class GroupArbitraries {

    private final Words words;

    GroupArbitraries(Words words) {
        this.words = words;
    }

    Arbitrary<SchedulingPolicy> policy() {
        Arbitrary<SchedulingPolicy.Gang> gang = words.count().map(SchedulingPolicy.Gang::new);
        Arbitrary<SchedulingPolicy> one = Arbitraries.frequencyOf(
                Tuple.of(3, gang.map(SchedulingPolicy.class::cast)),
                Tuple.of(1, Arbitraries.just(new SchedulingPolicy.Basic())));
        if (words.valid()) {
            return one;
        }
        Arbitrary<SchedulingPolicy> several =
                gang.map(member -> new SchedulingPolicy.Several(new SchedulingPolicy.Basic(), member));
        return Arbitraries.frequencyOf(
                Tuple.of(4, one), Tuple.of(1, Arbitraries.just(SchedulingPolicy.NONE)), Tuple.of(1, several));
    }

    Arbitrary<CompositeSchedulingPolicy> compositePolicy() {
        Arbitrary<CompositeSchedulingPolicy.Gang> gang = words.count().map(CompositeSchedulingPolicy.Gang::new);
        Arbitrary<CompositeSchedulingPolicy> one = Arbitraries.frequencyOf(
                Tuple.of(3, gang.map(CompositeSchedulingPolicy.class::cast)),
                Tuple.of(1, Arbitraries.just(new CompositeSchedulingPolicy.Basic())));
        if (words.valid()) {
            return one;
        }
        Arbitrary<CompositeSchedulingPolicy> several = gang.map(
                member -> new CompositeSchedulingPolicy.Several(new CompositeSchedulingPolicy.Basic(), member));
        return Arbitraries.frequencyOf(
                Tuple.of(4, one), Tuple.of(1, Arbitraries.just(CompositeSchedulingPolicy.NONE)), Tuple.of(1, several));
    }

    Arbitrary<SchedulingConstraints> constraints() {
        return words.labelKey()
                .map(TopologyConstraint::new)
                .list()
                .ofMaxSize(words.valid() ? 1 : 3)
                .map(SchedulingConstraints::new);
    }

    Arbitrary<List<PodGroupResourceClaim>> claims() {
        Arbitrary<ClaimSource> source = Arbitraries.oneOf(
                words.subdomain().map(ClaimSource.Existing::new),
                words.subdomain().map(ClaimSource.Template::new));
        if (!words.valid()) {
            source = Arbitraries.frequencyOf(
                    Tuple.of(3, source),
                    Tuple.of(1, Arbitraries.just(ClaimSource.NONE)),
                    Tuple.of(
                            1,
                            Combinators.combine(words.subdomain(), words.subdomain())
                                    .as(ClaimSource.Several::new)));
        }
        Arbitrary<PodGroupResourceClaim> claim =
                Combinators.combine(words.label(), source).as(PodGroupResourceClaim::new);
        Arbitrary<List<PodGroupResourceClaim>> some = words.valid()
                ? claim.list().ofMaxSize(4).uniqueElements(PodGroupResourceClaim::name)
                : claim.list().ofMaxSize(6);
        return mostlyNone(some, List.of());
    }

    /** What the version can hold: words in {@code v1alpha2}, members later. */
    Arbitrary<Optional<DisruptionMode>> disruptionMode(ApiVersion version) {
        Arbitrary<DisruptionMode> one = Arbitraries.of(DisruptionMode.SINGLE, DisruptionMode.ALL);
        if (!words.valid()) {
            Arbitrary<DisruptionMode> wrong = version == ApiVersion.V1ALPHA2
                    ? words.free().map(DisruptionMode::parse)
                    : Arbitraries.of(DisruptionMode.of(false, false), DisruptionMode.of(true, true));
            one = Arbitraries.frequencyOf(Tuple.of(3, one), Tuple.of(1, wrong));
        }
        return one.optional(0.4);
    }

    Arbitrary<Optional<PreemptionPolicy>> preemptionPolicy() {
        Arbitrary<PreemptionPolicy> one =
                Arbitraries.of(PreemptionPolicy.NEVER, PreemptionPolicy.PREEMPT_LOWER_PRIORITY);
        return (words.valid() ? one : Arbitraries.oneOf(one, words.free().map(PreemptionPolicy::new))).optional(0.3);
    }

    Arbitrary<String> priorityClassName() {
        return MetaArbitraries.sometimes(words.subdomain());
    }

    Arbitrary<TemplateRef> templateRef(ApiVersion version) {
        Arbitrary<TemplateRef> named =
                Combinators.combine(words.subdomain(), words.label()).as(TemplateRef::of);
        boolean mayBeEmpty = !words.valid() && version == ApiVersion.V1ALPHA2;
        return mayBeEmpty
                ? Arbitraries.frequencyOf(Tuple.of(4, named), Tuple.of(1, Arbitraries.just(TemplateRef.NONE)))
                : named;
    }

    /** A list of items told apart by name, if rules are kept. */
    <T> Arbitrary<List<T>> named(Arbitrary<T> item, Function<T, String> name, int least) {
        return words.valid()
                ? item.list().ofMinSize(least).ofMaxSize(words.size()).uniqueElements(name::apply)
                : item.list().ofMaxSize(words.size());
    }

    static <T> Arbitrary<T> mostlyNone(Arbitrary<T> some, T none) {
        return Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(none)), Tuple.of(1, some));
    }

    /** Renames a template so that no two of a tree share a name. */
    static final class FreshNames {
        private final List<String> taken = new ArrayList<>();

        String of(String wanted) {
            String name = wanted;
            for (int i = 0; taken.contains(name); i++) {
                name = wanted.substring(0, Math.min(wanted.length(), 55)) + i;
            }
            taken.add(name);
            return name;
        }
    }
}
