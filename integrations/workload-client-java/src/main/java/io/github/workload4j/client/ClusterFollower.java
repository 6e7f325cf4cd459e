package io.github.workload4j.client;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.cluster.LiveSnapshot;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.informer.ResourceEventHandler;
import io.kubernetes.client.informer.SharedIndexInformer;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1Node;
import io.kubernetes.client.openapi.models.V1Pod;
import java.util.function.Consumer;

/**
 * Feeds a {@link LiveSnapshot} from informers.
 *
 * <pre>{@code
 * LiveSnapshot live = new LiveSnapshot();
 * ClusterFollower follower = ClusterFollower.into(live);
 * follower.nodes(factory.getExistingSharedIndexInformer(V1Node.class));
 * follower.pods(factory.getExistingSharedIndexInformer(V1Pod.class));
 * factory.startAllRegisteredInformers();
 * }</pre>
 *
 * <p>What the informers hold already is told at once, as they tell every new handler. An object that cannot be read,
 * such as one with an amount that is none, is thrown to the informer; the snapshot keeps what it had.
 */
public final class ClusterFollower {

    private final LiveSnapshot live;
    private final ClientObjects objects;

    private ClusterFollower(LiveSnapshot live, ClientObjects objects) {
        this.live = live;
        this.objects = objects;
    }

    /** {@return a follower that tells a snapshot what happens} */
    public static ClusterFollower into(LiveSnapshot live) {
        return new ClusterFollower(requireNonNull(live, "live"), ClientObjects.standard());
    }

    /** Follows the nodes. */
    public void nodes(SharedIndexInformer<V1Node> informer) {
        informer.addEventHandler(new Handler<V1Node>(
                node -> live.put(objects.node(node)),
                node -> live.removeNode(node.getMetadata().getName())));
    }

    /** Follows the pods. */
    public void pods(SharedIndexInformer<V1Pod> informer) {
        informer.addEventHandler(new Handler<V1Pod>(
                pod -> live.put(objects.pod(pod)),
                pod -> live.removePod(namespace(pod), pod.getMetadata().getName())));
    }

    private static String namespace(V1Pod pod) {
        String namespace = pod.getMetadata().getNamespace();
        return namespace == null || namespace.isEmpty() ? "default" : namespace;
    }

    /** Follows the namespaces, whose labels some rules of pods ask for. */
    public void namespaces(SharedIndexInformer<V1Namespace> informer) {
        informer.addEventHandler(new Handler<V1Namespace>(
                namespace -> live.put(objects.namespace(namespace)),
                namespace -> live.removeNamespace(namespace.getMetadata().getName())));
    }

    private record Handler<T extends KubernetesObject>(Consumer<T> put, Consumer<T> remove)
            implements ResourceEventHandler<T> {
        @Override
        public void onAdd(T object) {
            put.accept(object);
        }

        @Override
        public void onUpdate(T before, T now) {
            put.accept(now);
        }

        @Override
        public void onDelete(T object, boolean finalStateUnknown) {
            remove.accept(object);
        }
    }
}
