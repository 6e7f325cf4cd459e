package io.github.workload4j.api.yaml;

import io.github.workload4j.api.ObjectList;
import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ListMeta;
import io.github.workload4j.api.text.tree.Tree;
import io.github.workload4j.api.text.tree.TreeCursor;
import io.github.workload4j.api.wire.Output;
import io.github.workload4j.api.wire.ReadContext;
import io.github.workload4j.api.wire.Shape;
import io.github.workload4j.api.wire.Unwritable;
import io.github.workload4j.api.wire.table.HeadShapes;
import io.github.workload4j.api.wire.table.Kinds;
import io.github.workload4j.api.wire.table.MetaShapes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The wire shape of lists as objects of their own; {@link DocumentReader} opens them instead. */
final class ObjectLists {

    private static final String SUFFIX = "List";

    private ObjectLists() {}

    /** Writes a list, or throws {@link Unwritable}. */
    static void write(ObjectList<?> list, Output out) {
        String itemKind = itemKind(list.groupVersion(), list.kind());
        if (itemKind == null) {
            throw new Unwritable("there is no such list");
        }
        out.startObject();
        out.field("apiVersion");
        out.text(list.groupVersion());
        out.field("kind");
        out.text(list.kind());
        if (!list.metadata().equals(ListMeta.EMPTY)) {
            out.field("metadata");
            MetaShapes.LIST_META.write(list.metadata(), out);
        }
        out.field("items");
        out.startList();
        for (int i = 0; i < list.items().size(); i++) {
            ApiObject item = list.items().get(i);
            try {
                requireKind(list, itemKind, item);
                Kinds.write(item, out);
            } catch (Unwritable e) {
                throw e.below("items[" + i + "]");
            }
        }
        out.endList();
        out.endObject();
    }

    private static void requireKind(ObjectList<?> list, String itemKind, ApiObject item) {
        boolean fits = itemKind.isEmpty()
                || itemKind.equals(item.kind()) && list.groupVersion().equals(item.groupVersion());
        if (!fits) {
            throw new Unwritable("is a " + item.kind() + " of " + item.groupVersion());
        }
    }

    /** {@return the kind of all items, empty if each says its own, or null if there is no such list} */
    private static @Nullable String itemKind(String groupVersion, String kind) {
        if (kind.equals(SUFFIX)) {
            return groupVersion.equals("v1") ? "" : null;
        }
        String itemKind = kind.endsWith(SUFFIX) ? kind.substring(0, kind.length() - SUFFIX.length()) : "";
        return Kinds.shape(groupVersion, itemKind) == null ? null : itemKind;
    }

    /**
     * Reads a list.
     *
     * @param root the list, without its items
     * @param items the items
     */
    static ObjectList<ApiObject> read(Tree root, List<Tree> items, ReadContext context) {
        ObjectList<ApiObject> list = HeadShapes.LIST.read(new TreeCursor(root), context);
        String itemKind = itemKind(list.groupVersion(), list.kind());
        if (itemKind == null) {
            String found = "no list `" + list.kind() + "` in " + ReadContext.shown(list.groupVersion());
            context.fault(
                    Fault.Type.UNKNOWN_KIND,
                    root.at(),
                    found,
                    "expected `List` of v1, or the list of one of our kinds");
            return list;
        }
        List<ApiObject> objects = new ArrayList<>(items.size());
        context.down("items");
        for (int i = 0; i < items.size(); i++) {
            context.down(i);
            ApiObject object = item(items.get(i), list.groupVersion(), itemKind, context);
            if (object != null) {
                objects.add(object);
            }
            context.up();
        }
        context.up();
        return new ObjectList<>(list.groupVersion(), list.kind(), list.metadata(), objects);
    }

    private static @Nullable ApiObject item(Tree tree, String listVersion, String itemKind, ReadContext context) {
        String version = word(tree, "apiVersion", itemKind.isEmpty() ? "" : listVersion);
        String kind = word(tree, "kind", itemKind);
        Shape<? extends ApiObject> shape = Kinds.shape(version, kind);
        if (shape == null) {
            String found = tree instanceof Tree.Mapping
                    ? "no kind `" + kind + "` in " + ReadContext.shown(version)
                    : "found " + tree.described();
            context.fault(Fault.Type.UNKNOWN_KIND, tree.at(), found, "expected an object with `apiVersion` and `kind`");
            return null;
        }
        return shape.read(new TreeCursor(tree), context);
    }

    private static String word(Tree tree, String field, String otherwise) {
        Tree value = tree.step(new FieldPath.Field(field));
        return value instanceof Tree.Scalar scalar && !scalar.text().isEmpty() ? scalar.text() : otherwise;
    }
}
