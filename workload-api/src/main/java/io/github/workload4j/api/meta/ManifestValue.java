package io.github.workload4j.api.meta;

import io.github.workload4j.api.bean.ServerRules;

/**
 * An object of the API, or a part of one. It is no bean: only a mapper with our module writes it as a manifest has it.
 */
@ServerRules
public interface ManifestValue {

    /**
     * Fails, and is not for callers. A mapper that writes any object by its accessors and getters would write what
     * looks like a manifest and is none; this getter ends that with a message that says what the mapper lacks.
     *
     * @throws IllegalStateException always
     */
    default Object getModuleOfTheMapper() {
        throw new IllegalStateException("a " + getClass().getSimpleName()
                + " is no bean: its mapper lacks a module, WorkloadModule of workload-api (Jackson 2) or"
                + " WorkloadJackson3Module of workload-jackson3; or write it with ManifestWriter");
    }
}
