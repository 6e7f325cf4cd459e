package io.github.workload4j.api.foreign;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.Stage;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.wire.ReadContext;
import io.github.workload4j.api.wire.Shape;
import io.github.workload4j.api.wire.Unwritable;
import io.github.workload4j.api.wire.table.Kinds;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Objects of a client as ours, and ours as maps and lists, by the tables that read and write manifests.
 *
 * <p>A field is what a getter of its name gives, or a map's key. {@code managedFields} are left out, both ways. Fields
 * that the API does not have are passed over. Thread-safe.
 */
public final class ForeignObjects {

    private final Function<Object, @Nullable Object> plain;
    private final AtomicReference<@Nullable Reading> spare = new AtomicReference<>();

    /**
     * Makes a translation.
     *
     * @param plain makes a text, number, map or list of what the library has types of its own for, such as amounts, and
     *     leaves the rest as it is
     */
    public ForeignObjects(Function<Object, @Nullable Object> plain) {
        this.plain = requireNonNull(plain, "plain");
    }

    /** What is used again, so that texts and amounts are remembered. */
    private record Reading(ForeignCursor cursor, ReadContext context) {}

    /**
     * {@return an object, read as of a version and kind, whatever it says itself}
     *
     * @throws IllegalArgumentException if there is no such kind, or a part of the object is malformed, with the name of
     *     the object
     */
    public ApiObject read(Object object, String apiVersion, String kind) {
        Shape<? extends ApiObject> shape = Kinds.shape(apiVersion, kind);
        if (shape == null) {
            throw new IllegalArgumentException(name(object, kind) + ": not of a kind that this library has");
        }
        Reading free = spare.getAndSet(null);
        Reading reading = free == null ? new Reading(new ForeignCursor(plain), new ReadContext()) : free;
        reading.cursor.start(object);
        ApiObject read;
        try {
            read = shape.read(reading.cursor, reading.context);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name(object, kind) + ": " + e.getMessage(), e);
        }
        for (Fault fault : reading.context.takeFaults()) {
            if (fault.type().stage() != Stage.STRICT) {
                String hint = fault.hint().isEmpty() ? "" : ": " + fault.hint();
                throw new IllegalArgumentException(
                        name(object, kind) + ": " + fault.path() + ": " + fault.detail() + hint);
            }
        }
        spare.set(reading);
        return read;
    }

    /**
     * {@return the apiVersion of a kind in a version, such as {@code v1alpha2}, or the empty text if there is none}
     *
     * <p>Clients call their types by these two.
     */
    public static String apiVersion(String version, String kind) {
        return Kinds.versionsOf(kind).stream()
                .filter(each -> each.equals(version) || each.endsWith("/" + version))
                .findFirst()
                .orElse("");
    }

    /** {@return one of our objects as maps, lists, texts, numbers and booleans, which are the caller's to change} */
    public static Map<String, @Nullable Object> write(ApiObject object) {
        requireNonNull(object, "object");
        PlainOutput out = new PlainOutput();
        try {
            Kinds.write(object, out);
        } catch (Unwritable e) {
            throw e.refusing(object.kind() + " " + object.metadata().name());
        }
        if (out.root().get("metadata") instanceof Map<?, ?> metadata) {
            metadata.remove("managedFields");
        }
        return out.root();
    }

    /** Such as {@code Pod ml/train-0}. */
    private String name(Object object, String kind) {
        ForeignCursor cursor = new ForeignCursor(plain);
        String namespace = "";
        String name = "";
        cursor.start(object);
        cursor.begin();
        for (String field = cursor.nextName(); field != null; field = cursor.nextName()) {
            if (field.equals("metadata")) {
                cursor.begin();
                for (String each = cursor.nextName(); each != null; each = cursor.nextName()) {
                    name = each.equals("name") ? cursor.text() : name;
                    namespace = each.equals("namespace") ? cursor.text() + "/" : namespace;
                }
            }
        }
        return kind + " " + namespace + name;
    }
}
