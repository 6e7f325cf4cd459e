package io.github.workload4j.api.foreign;

import io.github.workload4j.api.wire.Cursor;
import io.github.workload4j.api.wire.PackedPosition;
import io.github.workload4j.api.wire.Shape;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Moves over objects by their getters, and over maps, lists and what stands for a scalar. There are no places. */
final class ForeignCursor implements Cursor {

    /** Who manages which field: it is most of an object, and says nothing to scheduling. */
    static final String LEFT_OUT = "managedFields";

    private static final int ROOT = 1;
    private static final Iterator<?> NONE = Collections.emptyIterator();
    private static final long NOWHERE = PackedPosition.of(1, 1);

    private final Function<Object, @Nullable Object> plain;
    private Frame[] frames = {new Frame(), new Frame(), new Frame(), new Frame()};
    private int depth;
    private @Nullable Object here;

    /** Those of what is here, unless that is a text or null. */
    private @Nullable Getters known;

    private Kind kind = Kind.NULL;

    /**
     * @param plain makes a text, number, map or list of what the library has types of its own for, and leaves the rest
     *     as it is
     */
    ForeignCursor(Function<Object, @Nullable Object> plain) {
        this.plain = plain;
    }

    /** An object, map or list that was entered. */
    private static final class Frame {
        @Nullable
        Getters getters;

        @Nullable
        Object object;

        int next;
        Iterator<?> more = NONE;

        /** Those of the item before, which the next is mostly like. */
        @Nullable
        Getters likely;
    }

    /** Stands at an object, outside of any other. */
    void start(Object object) {
        depth = 0;
        stand(object, null);
    }

    private void stand(@Nullable Object value, @Nullable Getters likely) {
        Object simple = value == null || value instanceof String ? value : plain.apply(value);
        here = simple instanceof OffsetDateTime time ? time.toInstant() : simple;
        known = here == null || here instanceof String ? null : Getters.of(here, likely);
        kind = known != null ? known.kind() : here == null ? Kind.NULL : Kind.TEXT;
    }

    private void standAtNext(Frame top, @Nullable Object value) {
        stand(value, top.likely);
        top.likely = known;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String text() {
        String text = String.valueOf(here);
        if (kind != Kind.FRACTION) {
            return text;
        }
        BigDecimal number = new BigDecimal(text);
        return Math.abs((long) number.scale()) > 30 ? text : number.toPlainString();
    }

    @Override
    public String raw() {
        return String.valueOf(here);
    }

    @Override
    public void begin(Shape<?> shape) {
        begin();
        Frame frame = frames[depth - 1];
        if (frame.getters != null) {
            frame.getters = frame.getters.of(shape);
        }
    }

    @Override
    public void begin() {
        if (depth == frames.length) {
            int size = depth;
            frames = Arrays.copyOf(frames, 2 * size);
            Arrays.setAll(frames, each -> each < size ? frames[each] : new Frame());
        }
        Frame frame = frames[depth++];
        frame.next = 0;
        if (known != null && known.isMap()) {
            frame.more = ((Map<?, ?>) here).entrySet().iterator();
        } else if (kind == Kind.LIST) {
            frame.more = ((Collection<?>) here).iterator();
        } else {
            frame.object = here;
            frame.getters = known;
        }
    }

    private boolean isEmpty() {
        return kind == Kind.LIST
                ? ((Collection<?>) here).isEmpty()
                : known != null && known.isMap() && ((Map<?, ?>) here).isEmpty();
    }

    @Override
    public @Nullable String nextName() {
        Frame top = frames[depth - 1];
        Getters getters = top.getters;
        Object object = top.object;
        if (getters != null && object != null) {
            while (top.next < getters.count()) {
                int getter = top.next++;
                Object value = getters.value(getter, object);
                if (value != null) {
                    stand(value, getters.likely(getter));
                    getters.found(getter, known);
                    if (!isEmpty() || getters.keepsEmpty(getter)) {
                        return getters.name(getter);
                    }
                }
            }
            Map<?, ?> rest = getters.rest(object);
            top.more = rest.isEmpty() ? NONE : rest.entrySet().iterator();
            top.getters = null;
            top.object = null;
        }
        while (top.more.hasNext()) {
            Map.Entry<?, ?> entry = (Map.Entry<?, ?>) top.more.next();
            String name = String.valueOf(entry.getKey());
            if (depth != ROOT + 1 || !name.equals(LEFT_OUT)) {
                standAtNext(top, entry.getValue());
                return name;
            }
        }
        leave(top);
        return null;
    }

    @Override
    public boolean nextItem() {
        Frame top = frames[depth - 1];
        if (top.more.hasNext()) {
            standAtNext(top, top.more.next());
            return true;
        }
        leave(top);
        return false;
    }

    private void leave(Frame top) {
        top.more = NONE;
        here = null;
        depth--;
    }

    @Override
    public void skipValue() {
        // What is not entered is passed.
    }

    @Override
    public long place() {
        return NOWHERE;
    }

    @Override
    public long namePlace() {
        return NOWHERE;
    }

    @Override
    public long firstPlace(String name) {
        return NOWHERE;
    }
}
