package io.github.workload4j.policy.rule;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.policy.Defaulting;
import io.github.workload4j.policy.Rule;
import io.github.workload4j.policy.rule.RuleOptions.Demand;
import java.util.List;
import java.util.function.Consumer;

/**
 * The rules of a release's API server for manifests: would it accept this object?
 *
 * <pre>{@code
 * List<Violation> violations = ManifestRules.standard().checkCreate(workload);
 * }</pre>
 *
 * <p>An object is judged by the rules of a {@link KubernetesRelease}: the one named, or the newest final release that
 * serves its version. Covered are Workload, PodGroup and CompositePodGroup in
 * every version that has them, PriorityClass, and of Pod and Job the metadata and what ties them to a group. Violations
 * come in document order, at the paths of the manifest's own version, each with the id of its {@link Rule}; checking
 * twice gives the same list. What the server fills
 * in first ({@link Defaulting}) is filled in first, unless {@link #withDefaulting} says otherwise; what it drops first,
 * and what admission does, is the business of {@code ApiServer} in {@code policy.server}.
 *
 * <p>Immutable and thread-safe. Time is linear in the size of the object; a good object costs next to no memory.
 */
public final class ManifestRules {

    private static final ManifestRules STANDARD = new ManifestRules(RuleOptions.STANDARD);

    private final RuleOptions options;
    private final Defaulting defaulting;

    /** One for each release and version, so that a check makes none. */
    private final RuleContext[][] contexts;

    private ManifestRules(RuleOptions options) {
        this.options = options;
        this.defaulting = Defaulting.standard().withSetup(options.setup());
        ApiVersion[] versions = ApiVersion.values();
        this.contexts = new RuleContext[KubernetesRelease.all().size()][versions.length];
        for (KubernetesRelease release : KubernetesRelease.all()) {
            for (ApiVersion version : versions) {
                contexts[release.ordinal()][version.ordinal()] = RuleContext.of(release, version, options);
            }
        }
    }

    /**
     * {@return rules for manifests in files: every gate of the Workload API is on, and what is filled in on the way to
     * the server (the namespace, and on update the resource version) may be missing}
     */
    public static ManifestRules standard() {
        return STANDARD;
    }

    /**
     * {@return rules for objects as the server sees them: every gate of the Workload API is on, and nothing may be
     * missing}
     */
    public static ManifestRules server() {
        return STANDARD.withNamespaceRequired(true).withResourceVersionRequired(true);
    }

    /**
     * {@return these rules with these gates set}
     *
     * @throws IllegalArgumentException if no server starts with them
     */
    public ManifestRules withFeatureGates(FeatureGates gates) {
        return withSetup(options.setup().withFeatureGates(gates));
    }

    /**
     * {@return the rules of a release, for every object}
     *
     * @throws IllegalArgumentException if no server of the release starts with the gates set before
     */
    public ManifestRules withRelease(KubernetesRelease release) {
        return withSetup(options.setup().withRelease(release));
    }

    /** {@return the rules of a cluster: of its release, with its gates} */
    public ManifestRules withSetup(ClusterSetup setup) {
        return new ManifestRules(options.withSetup(setup));
    }

    /** {@return these rules, with a missing namespace being a violation or not (rule M-4)} */
    public ManifestRules withNamespaceRequired(boolean required) {
        return new ManifestRules(options.with(Demand.NAMESPACE, required));
    }

    /**
     * {@return these rules, with an update having to name the version it is of or not (rule M-U1)}
     *
     * @param required if false, a missing resource version is no violation, and neither is leaving out what the server
     *     sets itself: uid and times are then taken from the stored object
     */
    public ManifestRules withResourceVersionRequired(boolean required) {
        return new ManifestRules(options.with(Demand.RESOURCE_VERSION, required));
    }

    /**
     * {@return these rules, with a field that the server would drop silently being a violation or not (rule OPEN-10)}
     *
     * <p>Of most fields whose gate is off, the server's own rules say that they are forbidden, and these rules say so
     * always. For resource claims and a Pod's group there is no such rule: the server drops them and accepts the rest.
     *
     * @param forbidden whether that is a violation
     */
    public ManifestRules withDroppedFieldsForbidden(boolean forbidden) {
        return new ManifestRules(options.with(Demand.NO_DROPPED_FIELDS, forbidden));
    }

    /**
     * {@return these rules, with what the server fills in first being filled in first or not}
     *
     * @param first if false, every object is judged as it stands, so that a group without a disruption mode lacks one
     */
    public ManifestRules withDefaulting(boolean first) {
        return new ManifestRules(options.with(Demand.AS_IT_STANDS, !first));
    }

    /** {@return the release by whose rules an object is judged} */
    public KubernetesRelease releaseOf(ApiObject object) {
        return options.setup().releaseOf(object);
    }

    /** {@return whether there are rules for an object; if not, every check of it finds nothing} */
    public boolean covers(ApiObject object) {
        requireNonNull(object, "object");
        return RuleSet.covers(object);
    }

    /** {@return what the server would object to on create, in document order; empty if nothing} */
    public List<Violation> checkCreate(ApiObject object) {
        requireNonNull(object, "object");
        RuleContext context = context(object);
        ApiObject complete = complete(object, context);
        Findings counted = Findings.counting();
        RuleSet.create(complete, context, counted);
        return counted.count() == 0 ? List.of() : recorded(findings -> RuleSet.create(complete, context, findings));
    }

    /**
     * {@return what the server would object to on update, in document order; empty if nothing}
     *
     * @param old the stored object
     * @param updated what is to replace it; its status is not looked at, as the server keeps the stored one
     * @throws IllegalArgumentException if the two are of different kinds
     */
    public List<Violation> checkUpdate(ApiObject old, ApiObject updated) {
        requireNonNull(old, "old");
        requireNonNull(updated, "updated");
        requireSameKind(old, updated);
        RuleContext context = context(updated);
        // What is stored always shows the defaults.
        ApiObject stored = context.requires(Demand.AS_IT_STANDS)
                ? old
                : defaulting.apply(old).object();
        ApiObject complete = complete(updated, context);
        Findings counted = Findings.counting();
        RuleSet.update(stored, complete, context, counted);
        return counted.count() == 0
                ? List.of()
                : recorded(findings -> RuleSet.update(stored, complete, context, findings));
    }

    /**
     * {@return what the server would object to on an update of the status, in document order; empty if nothing, or if
     * the kind has no status}
     *
     * @param old the stored object
     * @param updated the object with the new status; its spec is not looked at, as the server keeps the stored one
     * @throws IllegalArgumentException if the two are of different kinds
     */
    public List<Violation> checkStatusUpdate(ApiObject old, ApiObject updated) {
        requireNonNull(old, "old");
        requireNonNull(updated, "updated");
        requireSameKind(old, updated);
        RuleContext context = context(updated);
        Findings counted = Findings.counting();
        RuleSet.statusUpdate(old, updated, context, counted);
        return counted.count() == 0
                ? List.of()
                : recorded(findings -> RuleSet.statusUpdate(old, updated, context, findings));
    }

    private ApiObject complete(ApiObject object, RuleContext context) {
        if (context.requires(Demand.AS_IT_STANDS)) {
            return object;
        }
        // Kubernetes 1.36 fills in this default, then drops it again before it judges anything.
        boolean isDropped = object instanceof PodGroup group
                && group.apiVersion() == ApiVersion.V1ALPHA2
                && !context.isOn(FeatureGate.WORKLOAD_AWARE_PREEMPTION);
        return isDropped ? object : defaulting.apply(object).object();
    }

    private RuleContext context(ApiObject object) {
        KubernetesRelease release = options.setup().releaseOf(object);
        return contexts[release.ordinal()][RuleSet.version(object).ordinal()];
    }

    private static List<Violation> recorded(Consumer<Findings> check) {
        Findings findings = Findings.recording();
        check.accept(findings);
        return findings.violations();
    }

    private static void requireSameKind(ApiObject old, ApiObject updated) {
        if (!old.kind().equals(updated.kind())) {
            throw new IllegalArgumentException(
                    "updated: " + updated.kind() + " (expected: " + old.kind() + ", as the stored object)");
        }
    }
}
