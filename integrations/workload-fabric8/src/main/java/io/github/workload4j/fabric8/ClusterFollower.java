package io.github.workload4j.fabric8;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.github.workload4j.gang.cluster.LiveSnapshot;
import java.util.function.Consumer;

/**
 * Feeds a {@link LiveSnapshot} from informers.
 *
 * <pre>{@code
 * LiveSnapshot live = new LiveSnapshot();
 * ClusterFollower follower = ClusterFollower.into(live);
 * follower.nodes(client.nodes().inform());
 * follower.pods(client.pods().inAnyNamespace().inform());
 * }</pre>
 *
 * <p>What the informers hold already is told at once, as they tell every new handler. An object that cannot be read,
 * such as one with an amount that is none, is thrown to the informer, which logs it; the snapshot keeps what it had.
 */
public final class ClusterFollower {

    private final LiveSnapshot live;
    private final Fabric8Objects objects;

    private ClusterFollower(LiveSnapshot live, Fabric8Objects objects) {
        this.live = live;
        this.objects = objects;
    }

    /** {@return a follower that tells a snapshot what happens} */
    public static ClusterFollower into(LiveSnapshot live) {
        return new ClusterFollower(requireNonNull(live, "live"), Fabric8Objects.standard());
    }

    /** Follows the nodes. */
    public void nodes(SharedIndexInformer<Node> informer) {
        informer.addEventHandler(new Handler<Node>(
                node -> live.put(objects.node(node)),
                node -> live.removeNode(node.getMetadata().getName())));
    }

    /** Follows the pods. */
    public void pods(SharedIndexInformer<Pod> informer) {
        informer.addEventHandler(new Handler<Pod>(
                pod -> live.put(objects.pod(pod)),
                pod -> live.removePod(namespace(pod), pod.getMetadata().getName())));
    }

    private static String namespace(Pod pod) {
        String namespace = pod.getMetadata().getNamespace();
        return namespace == null || namespace.isEmpty() ? "default" : namespace;
    }

    /** Follows the namespaces, whose labels some rules of pods ask for. */
    public void namespaces(SharedIndexInformer<Namespace> informer) {
        informer.addEventHandler(new Handler<Namespace>(
                namespace -> live.put(objects.namespace(namespace)),
                namespace -> live.removeNamespace(namespace.getMetadata().getName())));
    }

    private record Handler<T>(Consumer<T> put, Consumer<T> remove) implements ResourceEventHandler<T> {
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
