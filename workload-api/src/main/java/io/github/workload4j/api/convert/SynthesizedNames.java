package io.github.workload4j.api.convert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Names that have to be made up: the same for the same parts, on any machine and in any order. */
final class SynthesizedNames {

    static final int LONGEST_LABEL = 63;
    static final int LONGEST_SUBDOMAIN = 253;

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final int HASH_BYTES = 8;

    private SynthesizedNames() {}

    static boolean isLabel(String name) {
        return name.length() <= LONGEST_LABEL && LABEL.matcher(name).matches();
    }

    /** {@return a readable name cut at the end, a dash, and a hash of all parts; at most {@code longest} characters} */
    static String hashed(String readable, int longest, String... parts) {
        int room = Math.min(readable.length(), longest - 2 * HASH_BYTES - 1);
        while (room > 0 && !isPlain(readable.charAt(room - 1))) {
            room--;
        }
        return readable.substring(0, room) + (room == 0 ? "" : "-") + hash(parts);
    }

    /** {@return the same as a label: dots are dashes, what is neither letter, digit nor dash is left out} */
    static String hashedLabel(String readable, String... parts) {
        StringBuilder label = new StringBuilder();
        readable.chars().forEach(c -> {
            if (isPlain((char) c) || c == '-' && !label.isEmpty()) {
                label.append((char) c);
            } else if (c == '.' && !label.isEmpty()) {
                label.append('-');
            }
        });
        return hashed(label.toString(), LONGEST_LABEL, parts);
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    private static String hash(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
