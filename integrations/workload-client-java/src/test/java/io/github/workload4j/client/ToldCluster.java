package io.github.workload4j.client;

import io.kubernetes.client.common.KubernetesListObject;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.informer.ListerWatcher;
import io.kubernetes.client.util.CallGeneratorParams;
import io.kubernetes.client.util.Watch;
import io.kubernetes.client.util.Watchable;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Stands for an API server: a list that is empty at first, and a watch of what a test tells. */
final class ToldCluster<T extends KubernetesObject, L extends KubernetesListObject> implements ListerWatcher<T, L> {

    private final L empty;
    private final BlockingQueue<Watch.Response<T>> told = new LinkedBlockingQueue<>();

    ToldCluster(L empty) {
        this.empty = empty;
    }

    void tell(String type, T object) {
        told.add(new Watch.Response<>(type, object));
    }

    @Override
    public L list(CallGeneratorParams params) {
        return empty;
    }

    @Override
    public Watchable<T> watch(CallGeneratorParams params) {
        return new Watchable<>() {
            @Override
            public Iterator<Watch.Response<T>> iterator() {
                return this;
            }

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Watch.Response<T> next() {
                try {
                    return told.take();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void close() {}
        };
    }
}
