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

    private static final int ROOT = 1;
    private static final Iterator<?> NONE = Collections.emptyIterator();
    private static final long NOWHERE = PackedPosition.of(1, 1);

    private final Function<Object, @Nullable Object> plain;
    private Frame[] frames = {new Frame(), new Frame(), new Frame(), new Frame()};
    private int depth;
    private @Nullable Object here;
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
    }

    /** Stands at an object, outside of any other. */
    void start(Object object) {
        depth = 0;
        stand(object);
    }

    private void stand(@Nullable Object value) {
        Object known = value == null || value instanceof String ? value : plain.apply(value);
        here = known instanceof OffsetDateTime time ? time.toInstant() : known;
        kind = here == null
                ? Kind.NULL
                : here instanceof String
                        ? Kind.TEXT
                        : Getters.of(here.getClass()).kind();
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String text() {
        return kind == Kind.FRACTION ? new BigDecimal(String.valueOf(here)).toPlainString() : String.valueOf(here);
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
        if (here instanceof Map<?, ?> map) {
            frame.more = map.entrySet().iterator();
        } else if (here instanceof Collection<?> list) {
            frame.more = list.iterator();
        } else if (here != null) {
            frame.object = here;
            frame.getters = Getters.of(here.getClass());
        }
    }

    /** Who manages which field is left out: it is most of an object, and says nothing to scheduling. */
    private boolean isLeftOut(String name) {
        return depth == ROOT + 1 && name.equals("managedFields");
    }

    @Override
    public @Nullable String nextName() {
        Frame top = frames[depth - 1];
        Getters getters = top.getters;
        Object object = top.object;
        if (getters != null && object != null) {
            while (top.next < getters.count()) {
                int getter = top.next++;
                Object value = isLeftOut(getters.name(getter)) ? null : getters.value(getter, object);
                if (value != null) {
                    stand(value);
                    return getters.name(getter);
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
            if (!isLeftOut(name)) {
                stand(entry.getValue());
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
            stand(top.more.next());
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
