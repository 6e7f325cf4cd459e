package io.github.workload4j.gang.cluster;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.ManifestWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
 * @param gates its feature gates; null if nothing is said
 * @param manifests its objects, JSON, a line each, compressed
 */
record WrittenSnapshot(@Nullable String release, @Nullable String gates, byte[] manifests) implements Serializable {

    /** More manifests are neither written nor read, as in a stored snapshot. */
    private static final int MOST_BYTES = 1 << 30;

    static WrittenSnapshot of(ClusterSnapshot snapshot) throws ObjectStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long length = 0;
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            for (ApiObject object :
                    snapshot.since(ClusterSnapshot.of(List.of())).put()) {
                byte[] manifest = ManifestWriter.json().write(object).getBytes(StandardCharsets.UTF_8);
                length += manifest.length;
                if (length > MOST_BYTES) {
                    throw new NotSerializableException("snapshot: its manifests are more than 1 GiB");
                }
                out.write(manifest);
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
                setup.gates().map(Object::toString).orElse(null),
                bytes.toByteArray());
    }

    private Object readResolve() throws InvalidObjectException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(manifests))) {
            List<ApiObject> objects = new ArrayList<>();
            byte[] text = in.readNBytes(MOST_BYTES + 1);
            if (text.length > MOST_BYTES) {
                throw new InvalidObjectException("snapshot: its manifests are more than 1 GiB");
            }
            List<Document> odd = new ArrayList<>();
            ManifestReader.lenient().read(text, document -> {
                if (document instanceof Decoded decoded) {
                    objects.add(decoded.object());
                } else {
                    odd.add(document);
                }
            });
            if (!odd.isEmpty()) {
                throw new InvalidObjectException("snapshot: " + odd.get(0));
            }
            Optional<KubernetesRelease> known = release == null ? Optional.empty() : KubernetesRelease.from(release);
            if (release != null && known.isEmpty()) {
                throw new InvalidObjectException("snapshot: of release " + release + ", which is not known here");
            }
            return ClusterSnapshot.of(objects)
                    .withSetup(
                            new ClusterSetup(known, Optional.ofNullable(gates).map(FeatureGates::parse)));
        } catch (InvalidObjectException e) {
            throw e;
        } catch (IllegalArgumentException | NullPointerException | IOException e) {
            throw new InvalidObjectException("snapshot: " + e.getMessage());
        }
    }
}
