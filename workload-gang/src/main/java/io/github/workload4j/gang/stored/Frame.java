package io.github.workload4j.gang.stored;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** One snapshot, or what changed since the one before: its bytes with their number and a sum over them, compressed. */
final class Frame {

    static final int WHOLE = 'W';
    static final int CHANGE = 'C';

    /** Longer ones are refused, written or read. */
    static final int MOST_BYTES = 1 << 30;

    private static final byte[] MAGIC = {'w', '4', 'j', 's', 'n', 'a', 'p'};
    private static final int VERSION = 1;

    /** The limit of zlib's form is 1032. */
    private static final int MOST_DENSE = 1040;

    private Frame() {}

    static void begin(DataOutputStream out) throws IOException {
        out.write(MAGIC);
        out.write(VERSION);
    }

    static boolean isBeginning(byte[] bytes) {
        return bytes.length > MAGIC.length && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    static void requireBeginning(DataInputStream in) throws IOException {
        byte[] magic = in.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new SnapshotFormatException("no stored snapshot: it does not begin as one does");
        }
        int version = in.read();
        if (version != VERSION) {
            throw new SnapshotFormatException(
                    version < 0
                            ? "damaged: it ends after its name"
                            : "of form " + version + " (expected: " + VERSION
                                    + "); another version of this library reads it");
        }
    }

    static void write(int kind, byte[] content, DataOutputStream out) throws IOException {
        if (content.length > MOST_BYTES) {
            throw new IOException("a snapshot of " + content.length + " bytes (expected: at most " + MOST_BYTES + ")");
        }
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(content);
            deflater.finish();
            Bytes packed = new Bytes();
            byte[] some = new byte[1 << 14];
            while (!deflater.finished()) {
                packed.raw(some, deflater.deflate(some));
            }
            byte[] bytes = packed.toArray();
            out.write(kind);
            out.writeInt(content.length);
            out.writeInt(bytes.length);
            out.writeInt(sum(kind, bytes));
            out.write(bytes);
        } finally {
            deflater.end();
        }
    }

    /** {@return the content of the frame that begins after its kind} */
    static byte[] read(int kind, DataInputStream in) throws IOException {
        if (kind != WHOLE && kind != CHANGE) {
            throw SnapshotFormatException.damaged("neither a whole snapshot nor a change begins here");
        }
        try {
            int length = in.readInt();
            int packed = in.readInt();
            int sum = in.readInt();
            if (length < 0 || length > MOST_BYTES || packed < 0 || packed > MOST_BYTES) {
                throw SnapshotFormatException.damaged("a length is out of its range");
            }
            byte[] bytes = in.readNBytes(packed);
            if (bytes.length < packed) {
                throw new EOFException();
            }
            if (sum(kind, bytes) != sum) {
                throw SnapshotFormatException.damaged("its bytes are not those that were written");
            }
            return inflated(bytes, length);
        } catch (EOFException e) {
            throw SnapshotFormatException.damaged("it is cut off");
        }
    }

    private static int sum(int kind, byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(kind);
        sum.update(bytes);
        return (int) sum.getValue();
    }

    /** A wrong length costs little: nothing is compressed to less than a {@value #MOST_DENSE}th. */
    private static byte[] inflated(byte[] bytes, int length) throws SnapshotFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            byte[] content = new byte[(int) Math.min(length, (long) bytes.length * MOST_DENSE)];
            int size = 0;
            int more = 1;
            while (more > 0 && size < content.length) {
                more = inflater.inflate(content, size, content.length - size);
                size += more;
            }
            // The end is known only once something after it was asked for.
            boolean isAll = size == length && inflater.inflate(new byte[1]) == 0 && inflater.finished();
            if (!isAll) {
                throw SnapshotFormatException.damaged("its length is not the one that was written");
            }
            return content;
        } catch (DataFormatException e) {
            throw SnapshotFormatException.damaged("it is not compressed as it should be");
        } finally {
            inflater.end();
        }
    }
}
