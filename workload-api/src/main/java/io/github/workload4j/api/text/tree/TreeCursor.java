package io.github.workload4j.api.text.tree;

import io.github.workload4j.api.wire.Cursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cursor over a tree. Knows every place and declines nothing. */
public final class TreeCursor implements Cursor {

    private final List<Frame> open = new ArrayList<>();
    private Tree here;

    public TreeCursor(Tree root) {
        here = root;
    }

    private static final class Frame {
        final Tree tree;
        int next;

        @Nullable
        Map<String, Long> firstPlaces;

        Frame(Tree tree) {
            this.tree = tree;
        }
    }

    @Override
    public Kind kind() {
        if (here instanceof Tree.Scalar scalar) {
            return scalar.type().kind();
        }
        return here instanceof Tree.Mapping ? Kind.OBJECT : Kind.LIST;
    }

    @Override
    public String text() {
        return ((Tree.Scalar) here).text();
    }

    @Override
    public String raw() {
        return ((Tree.Scalar) here).raw();
    }

    @Override
    public void begin() {
        open.add(new Frame(here));
    }

    @Override
    public @Nullable String nextName() {
        Frame top = open.get(open.size() - 1);
        List<Tree.Field> fields = ((Tree.Mapping) top.tree).fields();
        if (top.next == fields.size()) {
            open.remove(open.size() - 1);
            here = top.tree;
            return null;
        }
        Tree.Field field = fields.get(top.next++);
        here = field.value();
        return field.name();
    }

    @Override
    public boolean nextItem() {
        Frame top = open.get(open.size() - 1);
        List<Tree> items = ((Tree.Sequence) top.tree).items();
        if (top.next == items.size()) {
            open.remove(open.size() - 1);
            here = top.tree;
            return false;
        }
        here = items.get(top.next++);
        return true;
    }

    @Override
    public void skipValue() {
        // What is not entered is passed.
    }

    @Override
    public long place() {
        return here.at();
    }

    @Override
    public long namePlace() {
        Frame top = open.get(open.size() - 1);
        return ((Tree.Mapping) top.tree).fields().get(top.next - 1).nameAt();
    }

    @Override
    public long firstPlace(String name) {
        Frame top = open.get(open.size() - 1);
        Map<String, Long> places = top.firstPlaces;
        if (places == null) {
            places = new HashMap<>();
            for (Tree.Field field : ((Tree.Mapping) top.tree).fields()) {
                places.putIfAbsent(field.name(), field.nameAt());
            }
            top.firstPlaces = places;
        }
        Long first = places.get(name);
        if (first == null) {
            throw new IllegalStateException("no field " + name);
        }
        return first;
    }
}
