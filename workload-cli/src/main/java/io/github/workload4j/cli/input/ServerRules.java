package io.github.workload4j.cli.input;

import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.policy.rule.ManifestRules;
import io.github.workload4j.policy.server.ApiServer;
import io.github.workload4j.policy.server.ServerAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the API server of a release does with an object: its rules alone, and the whole server. */
public final class ServerRules {

    private final ManifestRules rules;
    private final ApiServer server;
    private final boolean status;

    private ServerRules(ManifestRules rules, ApiServer server, boolean status) {
        this.rules = rules;
        this.server = server;
        this.status = status;
    }

    /**
     * {@return rules as the options say}
     *
     * @param setup release and feature gates
     * @param namespaceRequired whether a missing namespace is an error
     * @param status whether updates are of the status
     */
    public static ServerRules of(ClusterSetup setup, boolean namespaceRequired, boolean status) {
        ManifestRules rules = ManifestRules.standard().withSetup(setup).withNamespaceRequired(namespaceRequired);
        return new ServerRules(rules, ApiServer.of(setup).assumingCurrentVersions(), status);
    }

    /** {@return these rules, judging objects as they stand, without what the server fills in first} */
    public ServerRules withoutDefaults() {
        return new ServerRules(rules.withDefaulting(false), server, status);
    }

    /** {@return the release by whose rules an object is judged} */
    public KubernetesRelease releaseOf(ApiObject object) {
        return rules.releaseOf(object);
    }

    /** {@return what the server objects to, on create or, with a stored object, on update} */
    public List<Violation> violations(@Nullable ApiObject stored, ApiObject object) {
        if (stored == null) {
            return rules.checkCreate(object);
        }
        return status ? rules.checkStatusUpdate(stored, object) : rules.checkUpdate(stored, object);
    }

    /**
     * {@return what the whole server does with the request, dropping what its gates do not allow; without admission}
     */
    public ServerAnswer answer(@Nullable ApiObject stored, ApiObject object) {
        if (stored == null) {
            return server.create(object);
        }
        return status ? server.updateStatus(stored, object) : server.update(stored, object);
    }
}
