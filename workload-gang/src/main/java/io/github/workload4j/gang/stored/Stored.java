package io.github.workload4j.gang.stored;

import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.device.DeviceObjects;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.storage.StorageObjects;

/** How stored objects are told apart. */
final class Stored {

    private Stored() {}

    /** {@return whether a snapshot holds objects of this kind} */
    static boolean isOfSnapshot(ApiObject object) {
        return object instanceof Node
                || object instanceof Pod
                || object instanceof Namespace
                || DeviceObjects.isOne(object)
                || StorageObjects.isOne(object);
    }

    /** {@return kind, namespace and name} */
    static String key(ApiObject object) {
        return object.kind() + " " + object.metadata().namespaceOrDefault() + "/"
                + object.metadata().name();
    }

    /** {@return namespace and name of a pod as they are written} */
    static String path(Pod pod) {
        return pod.metadata().namespace() + "/" + pod.metadata().name();
    }
}
