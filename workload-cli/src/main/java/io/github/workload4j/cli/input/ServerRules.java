package io.github.workload4j.cli.input;

import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.policy.Defaulting;
import io.github.workload4j.policy.rule.ManifestRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the API server does with an object: fill in defaults, then judge. */
public final class ServerRules {

    private final Defaulting defaulting;
    private final ManifestRules rules;
    private final boolean status;

    private ServerRules(Defaulting defaulting, ManifestRules rules, boolean status) {
        this.defaulting = defaulting;
        this.rules = rules;
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
        return new ServerRules(Defaulting.standard().withSetup(setup), rules, status);
    }

    /** {@return what the server objects to, on create or, with a stored object, on update} */
    public List<Violation> violations(@Nullable ApiObject stored, ApiObject object) {
        return check(rules, stored, object);
    }

    /** {@return what the server drops without a word because a gate is off: no error, but not what was meant} */
    public List<Violation> dropped(@Nullable ApiObject stored, ApiObject object) {
        List<Violation> dropped = new ArrayList<>(check(rules.withDroppedFieldsForbidden(true), stored, object));
        dropped.removeAll(check(rules, stored, object));
        return dropped;
    }

    private List<Violation> check(ManifestRules by, @Nullable ApiObject stored, ApiObject object) {
        ApiObject complete = defaulting.apply(object).object();
        if (stored == null) {
            return by.checkCreate(complete);
        }
        ApiObject completeStored = defaulting.apply(stored).object();
        return status ? by.checkStatusUpdate(completeStored, complete) : by.checkUpdate(completeStored, complete);
    }
}
