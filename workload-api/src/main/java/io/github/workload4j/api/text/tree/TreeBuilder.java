package io.github.workload4j.api.text.tree;

import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.text.SyntaxFault;
import io.github.workload4j.api.wire.PackedPosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts values together to trees, without recursion, so that depth costs no stack.
 *
 * <p>The items of a {@code List} are handed out one by one and not kept: a dump of a cluster is one document.
 */
public final class TreeBuilder {

    private final TreeLimits limits;
    private final Items items;
    private final List<Frame> open = new ArrayList<>();
    private final Map<String, Anchored> anchors = new HashMap<>();
    private @Nullable Tree root;
    private int itemCount;
    private long nodes;
    private long aliased;

    public TreeBuilder(TreeLimits limits, Items items) {
        this.limits = limits;
        this.items = items;
    }

    /** Takes the items of a List. */
    public interface Items {
        /**
         * Takes one item.
         *
         * @param list the fields of the List read so far
         * @param index position in the list
         */
        void item(Tree.Mapping list, int index, Tree item);
    }

    /** How far the building has come. */
    public record Mark(int open, long nodes, long aliased) {}

    private record Anchored(Tree tree, long nodes) {}

    private static final class Frame {
        final @Nullable String anchor;
        final long at;
        final long nodesBefore;
        final boolean mapping;
        final List<Tree.Field> fields;
        final List<Tree> values;
        boolean handsOut;

        @Nullable
        String key;

        long keyAt;
        boolean merge;

        Frame(boolean mapping, @Nullable String anchor, Position position, long nodesBefore) {
            this.mapping = mapping;
            this.anchor = anchor;
            this.at = PackedPosition.of(position);
            this.nodesBefore = nodesBefore;
            this.fields = mapping ? new ArrayList<>(4) : List.of();
            this.values = mapping ? List.of() : new ArrayList<>(4);
        }
    }

    /** Forgets what the outermost object holds so far. */
    public void forgetFields() {
        open.get(0).fields.clear();
    }

    public Mark mark() {
        return new Mark(open.size(), nodes, aliased);
    }

    /** Forgets what was begun since, but for what it anchors. */
    public void back(Mark mark) {
        open.subList(mark.open, open.size()).clear();
        nodes = mark.nodes;
        aliased = mark.aliased;
    }

    /** {@return the finished document, or null if there was nothing in it} */
    @Nullable
    public Tree root() {
        return root;
    }

    /** {@return whether what comes next belongs to an object} */
    public boolean isInMapping() {
        return open.get(open.size() - 1).mapping;
    }

    /** {@return whether the next scalar is the name of a field} */
    public boolean expectsKey() {
        if (open.isEmpty()) {
            return false;
        }
        Frame top = open.get(open.size() - 1);
        return top.mapping && top.key == null;
    }

    public void key(String name, Position position, boolean merge) {
        Frame top = open.get(open.size() - 1);
        top.key = name;
        top.keyAt = PackedPosition.of(position);
        top.merge = merge;
    }

    public void startMapping(@Nullable String anchor, Position position) throws SyntaxFault {
        open(new Frame(true, anchor, position, nodes));
    }

    public void startSequence(@Nullable String anchor, Position position) throws SyntaxFault {
        Frame frame = new Frame(false, anchor, position, nodes);
        if (open.size() == 1 && "items".equals(open.get(0).key)) {
            Tree kind = fieldsSoFar().get("kind");
            frame.handsOut =
                    !(kind instanceof Tree.Scalar scalar) || scalar.text().endsWith("List");
        }
        open(frame);
    }

    private void open(Frame frame) throws SyntaxFault {
        if (open.size() >= limits.depth()) {
            throw limit(PackedPosition.position(frame.at), "nested deeper than " + limits.depth() + " levels");
        }
        if (frame.anchor != null) {
            anchors.remove(frame.anchor);
        }
        nodes++;
        open.add(frame);
    }

    public void end() throws SyntaxFault {
        Frame frame = open.remove(open.size() - 1);
        Tree tree =
                frame.mapping ? new Tree.Mapping(frame.fields, frame.at) : new Tree.Sequence(frame.values, frame.at);
        add(tree, frame.anchor, nodes - frame.nodesBefore);
    }

    public void scalar(Tree.Scalar scalar, @Nullable String anchor) throws SyntaxFault {
        nodes++;
        add(scalar, anchor, 1);
    }

    /** {@return the scalar that an alias stands for, or null if it stands for no scalar} */
    public Tree.@Nullable Scalar anchoredScalar(String anchor) {
        Anchored anchored = anchors.get(anchor);
        return anchored != null && anchored.tree instanceof Tree.Scalar scalar ? scalar : null;
    }

    public void anchor(String anchor, Tree.Scalar scalar) {
        anchors.put(anchor, new Anchored(scalar, 1));
    }

    public void alias(String anchor, Position position) throws SyntaxFault {
        for (Frame frame : open) {
            if (anchor.equals(frame.anchor)) {
                throw syntax(position, "the value anchored as `&" + anchor + "` contains itself");
            }
        }
        Anchored anchored = anchors.get(anchor);
        if (anchored == null) {
            throw syntax(position, "no value is anchored as `&" + anchor + "`");
        }
        aliased += anchored.nodes;
        nodes += anchored.nodes;
        if (aliased > limits.aliasedNodes()) {
            throw limit(position, "aliases stand for more than " + limits.aliasedNodes() + " values");
        }
        add(anchored.tree, null, anchored.nodes);
    }

    private void add(Tree tree, @Nullable String anchor, long size) throws SyntaxFault {
        if (anchor != null) {
            anchors.put(anchor, new Anchored(tree, size));
        }
        if (open.isEmpty()) {
            root = tree;
            return;
        }
        Frame top = open.get(open.size() - 1);
        if (!top.mapping) {
            if (top.handsOut) {
                items.item(fieldsSoFar(), itemCount++, tree);
            } else {
                top.values.add(tree);
            }
            return;
        }
        if (top.merge) {
            merge(top, tree);
        } else {
            top.fields.add(new Tree.Field(top.key == null ? "" : top.key, top.keyAt, tree));
        }
        top.key = null;
    }

    /** Fields of an earlier mapping of a list win, so they are put in last. */
    private static void merge(Frame target, Tree tree) throws SyntaxFault {
        if (tree instanceof Tree.Mapping mapping) {
            target.fields.addAll(mapping.fields());
            return;
        }
        List<Tree> parts = tree instanceof Tree.Sequence sequence ? sequence.items() : List.of();
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (!(parts.get(i) instanceof Tree.Mapping mapping)) {
                parts = List.of();
                break;
            }
            target.fields.addAll(mapping.fields());
        }
        if (parts.isEmpty()) {
            throw syntax(tree.position(), "`<<` takes an object or a list of objects, found " + tree.described());
        }
    }

    private Tree.Mapping fieldsSoFar() {
        return new Tree.Mapping(open.get(0).fields, open.get(0).at);
    }

    public static SyntaxFault syntax(Position position, String detail) {
        return new SyntaxFault(new Fault(Fault.Type.SYNTAX, FieldPath.DOCUMENT, position, detail, ""));
    }

    public static SyntaxFault limit(Position position, String detail) {
        return new SyntaxFault(new Fault(
                Fault.Type.LIMIT, FieldPath.DOCUMENT, position, detail, "the limits are a setting of the reader"));
    }
}
