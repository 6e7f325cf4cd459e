package io.github.workload4j.api.text;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a chunk. If they are in one array, this shows all of them; if they are in pieces, a window moves on over
 * them, and back where it must.
 */
public abstract class ByteWindow {

    private static final int SIZE = 1 << 16;

    protected final Chunk chunk;
    protected byte[] bytes;

    /** The place of the next byte, in the array. */
    protected int at;

    /** The place after the last byte of the window. */
    protected int end;

    /** What is added to a place in the array to get its offset in the chunk. */
    protected long before;

    private @Nullable InputStream more;

    protected ByteWindow(Chunk chunk) {
        this.chunk = chunk;
        Chunk.Piece whole = chunk.whole();
        if (whole != null) {
            bytes = whole.bytes;
            at = whole.from;
            end = whole.to();
            before = -whole.from;
        } else {
            more = chunk.open(0);
            bytes = new byte[(int) Math.min(SIZE, chunk.length() + 1)];
        }
    }

    /** {@return whether the window never moves} */
    protected final boolean isWhole() {
        return more == null;
    }

    /** {@return the offset in the chunk, a byte order mark not counted, of a place in the array} */
    protected final long offset(int place) {
        return before + place;
    }

    /** Moves the window on, so that it starts with this place, and tells whether there are more bytes in it. */
    protected final boolean slide(int first) {
        if (more == null) {
            return false;
        }
        int kept = end - first;
        byte[] room = kept > bytes.length / 2 ? new byte[2 * bytes.length] : bytes;
        System.arraycopy(bytes, first, room, 0, kept);
        bytes = room;
        at -= first;
        end = kept;
        before += first;
        try {
            int count = more.read(bytes, end, bytes.length - end);
            end += Math.max(0, count);
            return count > 0;
        } catch (IOException e) {
            throw new AssertionError("reading from memory", e);
        }
    }

    /** Moves to another byte of the chunk. The window may then hold none of its neighbours. */
    protected final void goTo(long offset) {
        long place = offset - before;
        if (more == null || place >= 0 && place <= end) {
            at = (int) place;
        } else {
            more = chunk.open(offset);
            before = offset;
            at = 0;
            end = 0;
        }
    }
}
