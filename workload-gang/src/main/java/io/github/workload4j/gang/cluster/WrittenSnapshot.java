package io.github.workload4j.gang.cluster;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Limits;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.ManifestWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What Java serialization writes of a snapshot.
 *
 * @param release what the cluster is said to run; null if nothing is said
 * @param gates its feature gates, empty for those of a stock cluster; null if nothing is said
 * @param manifests its objects, JSON, a document each, compressed
 */
record WrittenSnapshot(@Nullable String release, @Nullable String gates, byte[] manifests) implements Serializable {

    /** More manifests are neither written nor read, as in a stored snapshot. */
    private static final int MOST_BYTES = 1 << 30;

    /** A longer manifest is neither written nor read: no server takes one, and all of one is held at once. */
    private static final int LONGEST = 1 << 24;

    private static final ManifestReader MANIFESTS = ManifestReader.lenient()
            .withLimits(new Limits(LONGEST, Limits.DEFAULT.depth(), Limits.DEFAULT.aliasedNodes()));

    private static final byte[] END = "---\n".getBytes(StandardCharsets.US_ASCII);

    static WrittenSnapshot of(ClusterSnapshot snapshot) throws ObjectStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long length = 0;
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            for (ApiObject object :
                    snapshot.since(ClusterSnapshot.of(List.of())).put()) {
                byte[] manifest = ManifestWriter.json().write(object).getBytes(StandardCharsets.UTF_8);
                if (manifest.length > LONGEST) {
                    throw new NotSerializableException("snapshot: the manifest of " + object.kind() + " "
                            + object.metadata().name() + " is more than 16 MiB");
                }
                length += manifest.length + END.length;
                if (length > MOST_BYTES) {
                    throw new NotSerializableException("snapshot: its manifests are more than 1 GiB");
                }
                out.write(manifest);
                out.write(END);
            }
        } catch (IllegalArgumentException e) {
            throw new NotSerializableException(e.getMessage());
        } catch (ObjectStreamException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // does not happen in memory
        }
        ClusterSetup setup = snapshot.setup();
        return new WrittenSnapshot(
                setup.release().map(KubernetesRelease::version).orElse(null),
                setup.gates().map(WrittenSnapshot::text).orElse(null),
                bytes.toByteArray());
    }

    private static String text(FeatureGates gates) {
        return gates.equals(FeatureGates.DEFAULTS) ? "" : gates.toString();
    }

    private Object readResolve() throws InvalidObjectException {
        try (InputStream in = new Bounded(new GZIPInputStream(new ByteArrayInputStream(manifests)))) {
            List<ApiObject> objects = new ArrayList<>();
            MANIFESTS.read(in, document -> {
                if (!(document instanceof Decoded decoded)) {
                    throw new IllegalArgumentException(document.toString());
                }
                objects.add(decoded.object());
            });
            Optional<KubernetesRelease> known = release == null ? Optional.empty() : KubernetesRelease.from(release);
            if (release != null && known.isEmpty()) {
                throw new InvalidObjectException("snapshot: of release " + release + ", which is not known here");
            }
            return ClusterSnapshot.of(objects)
                    .withSetup(
                            new ClusterSetup(known, Optional.ofNullable(gates).map(FeatureGates::parse)));
        } catch (InvalidObjectException e) {
            throw e;
        } catch (EOFException e) { // which has no message where the head of the compressed bytes ends
            throw new InvalidObjectException("snapshot: its manifests are cut off");
        } catch (IllegalArgumentException | NullPointerException | IOException e) {
            throw new InvalidObjectException("snapshot: " + e.getMessage());
        }
    }

    /** Ends with an exception after too many bytes. */
    private static final class Bounded extends FilterInputStream {

        private long left = MOST_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            left -= read;
            if (left < 0) {
                throw new InvalidObjectException("snapshot: its manifests are more than 1 GiB");
            }
            return read;
        }
    }
}
