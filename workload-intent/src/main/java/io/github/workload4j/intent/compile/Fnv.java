package io.github.workload4j.intent.compile;

import java.nio.charset.StandardCharsets;

/** FNV-1a of 32 bits, in letters and digits that spell no words. */
final class Fnv {

    private static final int BASIS = 0x811c9dc5;
    private static final int PRIME = 0x01000193;
    private static final String SAFE = "456789bcdf";

    private Fnv() {}

    /** {@return the hash of the text's UTF-8 bytes: its decimal digits, each written as another letter or digit} */
    static String of(String text) {
        int hash = BASIS;
        for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (next & 0xff)) * PRIME;
        }
        StringBuilder safe = new StringBuilder(10);
        Integer.toUnsignedString(hash).chars().forEach(digit -> safe.append(SAFE.charAt(digit - '0')));
        return safe.toString();
    }
}
