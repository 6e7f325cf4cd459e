package io.github.workload4j.client;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.foreign.ForeignObjects;
import io.github.workload4j.api.meta.ApiObject;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1Node;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.util.generic.dynamic.DynamicKubernetesObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Objects of the official client as ours, and ours as the client's.
 *
 * <p>Objects are read by their getters, dynamic ones by their keys, and ours go to the client as maps: no text is made
 * in between. Objects out of lists and informers need no {@code apiVersion} and {@code kind}: the type says them.
 * {@code managedFields} are left out, both ways. An amount or a time that is none is refused, with the object's name
 * and the field. Thread-safe.
 */
public final class ClientObjects {

    private static final ForeignObjects OBJECTS = new ForeignObjects(ClientObjects::plain);

    /** A version and a kind; where two kinds have one name, what they belong to comes first. */
    private static final Pattern MODEL = Pattern.compile("(?:[A-Z][a-z]+)?V(\\d+(?:(?:alpha|beta)\\d+)?)(\\w+)");

    private ClientObjects() {}

    private static @Nullable Object plain(Object value) {
        if (value instanceof Quantity amount) {
            return amount.toSuffixedString();
        }
        if (value instanceof IntOrString either) {
            return either.isInteger() ? (Object) either.getIntValue() : either.getStrValue();
        }
        if (value instanceof DynamicKubernetesObject dynamic) {
            return dynamic.getRaw().asMap();
        }
        return value instanceof JsonElement json ? plain(json) : value;
    }

    private static @Nullable Object plain(JsonElement json) {
        if (json instanceof JsonObject object) {
            return object.asMap();
        }
        if (json instanceof JsonArray list) {
            return list.asList();
        }
        if (!(json instanceof JsonPrimitive scalar)) {
            return null;
        }
        if (scalar.isBoolean()) {
            return scalar.getAsBoolean();
        }
        if (scalar.isString()) {
            return scalar.getAsString();
        }
        BigDecimal number = scalar.getAsBigDecimal();
        return number.scale() == 0 ? (Object) number.toBigInteger() : number;
    }

    /** {@return a translation} */
    public static ClientObjects standard() {
        return new ClientObjects();
    }

    /**
     * {@return a node}
     *
     * @throws IllegalArgumentException if a part of it is malformed
     */
    public Node node(V1Node node) {
        return (Node) OBJECTS.read(requireNonNull(node, "node"), "v1", "Node");
    }

    /**
     * {@return a namespace}
     *
     * @throws IllegalArgumentException if a part of it is malformed
     */
    public Namespace namespace(V1Namespace namespace) {
        return (Namespace) OBJECTS.read(requireNonNull(namespace, "namespace"), "v1", "Namespace");
    }

    /**
     * {@return a pod}
     *
     * @throws IllegalArgumentException if a part of it is malformed
     */
    public Pod pod(V1Pod pod) {
        return (Pod) OBJECTS.read(requireNonNull(pod, "pod"), "v1", "Pod");
    }

    /**
     * {@return an object of any kind that this library has, such as a PodGroup, typed or dynamic}
     *
     * @throws IllegalArgumentException if it is of another kind, or a part of it is malformed
     */
    public ApiObject object(KubernetesObject object) {
        requireNonNull(object, "object");
        if (object instanceof DynamicKubernetesObject dynamic
                && !dynamic.getRaw().keySet().containsAll(List.of("apiVersion", "kind"))) {
            throw new IllegalArgumentException("a dynamic object without apiVersion and kind");
        }
        Matcher model = MODEL.matcher(object.getClass().getSimpleName());
        String kind = object.getKind() == null && model.matches() ? model.group(2) : object.getKind();
        String apiVersion = object.getApiVersion() == null && model.matches()
                ? ForeignObjects.apiVersion("v" + model.group(1), kind)
                : object.getApiVersion();
        return OBJECTS.read(object, String.valueOf(apiVersion), String.valueOf(kind));
    }

    /**
     * {@return one of our objects as the client's type}
     *
     * @param type a type of that kind and version
     */
    public <T extends KubernetesObject> T toClient(ApiObject object, Class<T> type) {
        return JSON.getGson().fromJson(tree(object), requireNonNull(type, "type"));
    }

    /** {@return one of our objects as the client's type for every kind, for its dynamic API} */
    public DynamicKubernetesObject toClient(ApiObject object) {
        return new DynamicKubernetesObject(tree(object).getAsJsonObject());
    }

    private static JsonElement tree(ApiObject object) {
        return JSON.getGson().toJsonTree(ForeignObjects.write(object));
    }
}
