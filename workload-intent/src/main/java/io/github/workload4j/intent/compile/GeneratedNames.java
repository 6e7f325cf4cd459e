package io.github.workload4j.intent.compile;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.release.KubernetesRelease;
import java.nio.charset.StandardCharsets;

/**
 * The names that controllers give to the Workloads and PodGroups they make: readable at the front, and a hash at the
 * end.
 *
 * <p>A name is at most 253 bytes long. It is made of the parts that are not empty, with dashes between; parts that do
 * not fit are cut, the hash never is. Equal arguments give equal names, and the names are those of Kubernetes' own
 * controllers.
 */
public final class GeneratedNames {

    private static final int LONGEST = 253;

    private GeneratedNames() {}

    /**
     * {@return the name of the Workload that a controller makes for an object}
     *
     * @param ownerName name of the object
     * @param ownerUid the object's UID as the server gave it, may be empty
     */
    public static String workload(String ownerName, String ownerUid) {
        requireNonNull(ownerName, "ownerName");
        requireNonNull(ownerUid, "ownerUid");
        String hash = Fnv.of("(types.UID)" + ownerUid);
        return joined(cut(ownerName, LONGEST - 1 - hash.length()), hash);
    }

    /**
     * {@return the name of the group that a controller makes from a template}
     *
     * @param release which release's controller; before 1.38 the hash does not cover the owner
     * @param workload name of the Workload, may be empty
     * @param template name of the template in it, may be empty
     * @param ownerUid UID of the object that the group is made for, may be empty
     */
    public static String podGroup(KubernetesRelease release, String workload, String template, String ownerUid) {
        requireNonNull(release, "release");
        requireNonNull(workload, "workload");
        requireNonNull(template, "template");
        requireNonNull(ownerUid, "ownerUid");
        boolean coversOwner = release.isAtLeast(KubernetesRelease.V1_38);
        return podGroupHashed(
                workload,
                template,
                Fnv.of(coversOwner ? workload + "\0" + template + "\0" + ownerUid : workload + template));
    }

    /** Each part may use half of the room; one that needs less leaves the rest to the other. */
    private static String podGroupHashed(String workload, String template, String hash) {
        int dashes = (workload.isEmpty() ? 0 : 1) + (template.isEmpty() ? 0 : 1);
        int room = LONGEST - dashes - hash.length();
        int half = room / 2;
        int ofTemplate = Math.min(length(template), Math.max(half, room - length(workload)));
        return joined(cut(workload, room - ofTemplate), cut(template, ofTemplate), hash);
    }

    private static String joined(String... parts) {
        StringBuilder name = new StringBuilder();
        for (String part : parts) {
            if (!part.isEmpty()) {
                name.append(name.isEmpty() ? "" : "-").append(part);
            }
        }
        return name.toString();
    }

    private static int length(String part) {
        return part.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Cut in bytes, which names, being ASCII, have as many of as characters. */
    private static String cut(String part, int bytes) {
        byte[] all = part.getBytes(StandardCharsets.UTF_8);
        return all.length <= bytes ? part : new String(all, 0, bytes, StandardCharsets.UTF_8);
    }
}
