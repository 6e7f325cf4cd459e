package io.github.workload4j.gang.words;

import io.github.workload4j.gang.OwnKeys;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks, and to whom: a hint names what the reader can change, and pods and nodes are called by the reader's own
 * keys where there are some, otherwise as the cluster calls them.
 */
public final class Voice {

    /** The command, to someone who types options. */
    public static final Voice COMMAND =
            new Voice(new Hints("more --steps", "a longer --time", " (-o json has it)"), null, "");

    /** The library, to someone whose program sets a budget. */
    public static final Voice LIBRARY =
            new Voice(new Hints("a budget of more steps", "a budget of more time", ""), null, "");

    private record Hints(String moreSteps, String moreTime, String whereProofsAre) {}

    private final Hints hints;
    private final @Nullable OwnKeys<?, ?> keys;
    private final String namespace;

    private Voice(Hints hints, @Nullable OwnKeys<?, ?> keys, String namespace) {
        this.hints = hints;
        this.keys = keys;
        this.namespace = namespace;
    }

    /** {@return the same with a reader's keys, about a group of this namespace} */
    public Voice naming(OwnKeys<?, ?> keys, String namespace) {
        return new Voice(hints, keys, namespace);
    }

    String moreSteps() {
        return hints.moreSteps;
    }

    String moreTime() {
        return hints.moreTime;
    }

    String whereProofsAre() {
        return hints.whereProofsAre;
    }

    /** {@return whether pods and nodes go by a reader's keys} */
    boolean hasKeys() {
        return keys != null;
    }

    /** {@return what a node is called} */
    String node(String name) {
        return keys == null ? name : keys.node(name).map(String::valueOf).orElse(name);
    }

    /** {@return what a pod of any namespace is called; without a key {@code namespace/name}} */
    String pod(String namespace, String name) {
        String qualified = namespace + "/" + name;
        return keys == null
                ? qualified
                : keys.pod(namespace, name).map(String::valueOf).orElse(qualified);
    }

    /** {@return what a pod of the group is called; without a key by its name alone} */
    String member(String name) {
        return keys == null
                ? name
                : keys.pod(namespace, name).map(String::valueOf).orElse(name);
    }
}
