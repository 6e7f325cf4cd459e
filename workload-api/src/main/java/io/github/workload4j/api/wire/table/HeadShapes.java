package io.github.workload4j.api.wire.table;

import io.github.workload4j.api.ObjectList;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.wire.Shape;
import io.github.workload4j.api.wire.Wire;
import java.util.List;

/** The wire shapes of objects whose head alone is read. */
public final class HeadShapes {

    private static final Shape<ObjectMeta> NAMES = Shape.<ObjectMeta>rows()
            .field("name", Wire.TEXT, ObjectMeta::name)
            .field("namespace", Wire.TEXT, ObjectMeta::namespace)
            .partial()
            .make(v -> {
                String name = v.next();
                return ObjectMeta.of(v.next(), name);
            });

    /** What an object that is passed over is called. */
    public static final Shape<ObjectMeta> NAMED = MetaShapes.head(
                    Shape.<ObjectMeta>rows(), metadata -> "", metadata -> "")
            .field("metadata", NAMES, metadata -> metadata)
            .partial()
            .make(MetaShapes::metadata);

    /** The fields of a list beside its items. */
    public static final Shape<ObjectList<ApiObject>> LIST = Shape.<ObjectList<ApiObject>>rows()
            .field("apiVersion", Wire.TEXT, ObjectList::groupVersion)
            .field("kind", Wire.TEXT, ObjectList::kind)
            .field("metadata", MetaShapes.LIST_META, ObjectList::metadata)
            .field("items", Wire.list(SchedulingShapes.empty("")), list -> List.of())
            .make(v -> new ObjectList<>(v.next(), v.next(), v.next(), List.of()));

    private HeadShapes() {}
}
