package io.github.workload4j.policy.server;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.policy.Admission;
import io.github.workload4j.policy.Admitted;
import io.github.workload4j.policy.Defaulted;
import io.github.workload4j.policy.Defaulting;
import io.github.workload4j.policy.Dropped;
import io.github.workload4j.policy.DroppedField;
import io.github.workload4j.policy.Dropping;
import io.github.workload4j.policy.Filled;
import io.github.workload4j.policy.Refusal;
import io.github.workload4j.policy.rule.ManifestRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An API server of a release: what it does with a request to create or update an object.
 *
 * <pre>{@code
 * ServerAnswer answer = ApiServer.of(ClusterSetup.of(KubernetesRelease.V1_37)).create(group);
 * }</pre>
 *
 * <p>The order is the server's: metadata from the request, defaults, what admission fills in, fields whose gates are
 * off are dropped, rules, what admission refuses last. {@link ManifestRules} alone says the same but for what is
 * dropped, which it calls forbidden, and for admission.
 */
public final class ApiServer {

    private final ClusterSetup setup;
    private final Defaulting defaulting;
    private final Dropping dropping;
    private final ManifestRules rules;
    private final @Nullable Admission admission;
    private final boolean isCurrent;

    private ApiServer(ClusterSetup setup, @Nullable Admission admission, boolean isCurrent) {
        this.setup = setup;
        this.defaulting = Defaulting.standard().withSetup(setup);
        this.dropping = Dropping.by(setup);
        this.rules = ManifestRules.server().withSetup(setup).withDefaulting(false);
        this.admission = admission;
        this.isCurrent = isCurrent;
    }

    /** {@return a server of a cluster, without admission, as what it needs to know of the cluster is not known} */
    public static ApiServer of(ClusterSetup setup) {
        return new ApiServer(requireNonNull(setup, "setup"), null, false);
    }

    /**
     * {@return the same server, with admission}
     *
     * @param cluster what the cluster holds: PriorityClasses and Workloads are looked at
     */
    public ApiServer withCluster(List<? extends ApiObject> cluster) {
        return new ApiServer(setup, Admission.into(cluster).withSetup(setup), isCurrent);
    }

    /**
     * {@return the same server, to which a client says of each update that it is of the stored version}
     *
     * <p>Otherwise an update that leaves its {@code resourceVersion} out is refused where the release asks for it (rule
     * M-U1), as a PUT of a manifest from a file is.
     */
    public ApiServer assumingCurrentVersions() {
        return new ApiServer(setup, admission, true);
    }

    /** {@return what the server does with a request to create an object} */
    public ServerAnswer create(ApiObject object) {
        Defaulted defaulted = defaulting.apply(RequestMetadata.create(requireNonNull(object, "object")));
        List<Filled> filled = new ArrayList<>(defaulted.filled());
        ApiObject admitted = defaulted.object();
        if (admission != null) {
            Admitted answer = admission.beforeRules(admitted);
            if (!answer.refusals().isEmpty()) {
                return new ServerAnswer(
                        setup.releaseOf(object), admitted, filled, List.of(), answer.refusals(), List.of());
            }
            admitted = answer.object();
            filled.addAll(answer.filled());
        }
        Dropped kept = dropping.create(admitted);
        ServerAnswer judged = answer(kept, filled, rules.checkCreate(kept.object()));
        List<Refusal> last =
                admission == null || !judged.violations().isEmpty() ? List.of() : admission.afterRules(kept.object());
        return last.isEmpty()
                ? judged
                : new ServerAnswer(judged.release(), judged.object(), filled, judged.dropped(), last, List.of());
    }

    /**
     * {@return what the server does with a request to replace a stored object}
     *
     * @throws IllegalArgumentException if the two are of different kinds
     */
    public ServerAnswer update(ApiObject stored, ApiObject updated) {
        ApiObject old = defaulting.apply(requireNonNull(stored, "stored")).object();
        Defaulted defaulted =
                defaulting.apply(RequestMetadata.update(old, requireNonNull(updated, "updated"), isCurrent));
        Dropped kept = dropping.update(old, defaulted.object());
        return answer(kept, defaulted.filled(), rules.checkUpdate(old, kept.object()));
    }

    /**
     * {@return what the server does with a request to replace the status of a stored object}
     *
     * @throws IllegalArgumentException if the two are of different kinds
     */
    public ServerAnswer updateStatus(ApiObject stored, ApiObject updated) {
        ApiObject old = defaulting.apply(requireNonNull(stored, "stored")).object();
        ApiObject request = RequestMetadata.updateStatus(old, requireNonNull(updated, "updated"), isCurrent);
        Dropped kept = dropping.updateStatus(old, request);
        return answer(kept, List.of(), rules.checkStatusUpdate(old, kept.object()));
    }

    /** {@return of which cluster this is} */
    @Override
    public String toString() {
        return "API server of " + setup;
    }

    /** What the server filled in and dropped itself was never asked for. */
    private ServerAnswer answer(Dropped kept, List<Filled> filled, List<Violation> violations) {
        Set<String> own = filled.stream().map(each -> each.path().toString()).collect(Collectors.toSet());
        Set<String> gone =
                kept.fields().stream().map(each -> each.path().toString()).collect(Collectors.toSet());
        List<DroppedField> dropped = kept.fields().stream()
                .filter(field -> !own.contains(field.path().toString()))
                .toList();
        List<Filled> stays = filled.stream()
                .filter(each -> !gone.contains(each.path().toString()))
                .toList();
        return new ServerAnswer(setup.releaseOf(kept.object()), kept.object(), stays, dropped, List.of(), violations);
    }
}
