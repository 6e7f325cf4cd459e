package io.github.workload4j.cli.picture.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * A resource as people call it.
 *
 * @param name name in manifests, such as {@code nvidia.com/gpu}
 */
public record Resource(String name) {

    /** What the names of columns that count devices begin with. */
    static final String DEVICES = "devices of class ";

    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final String[] BYTES = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    /** {@return the resource that a column of a question counts, without what tells it from similar columns} */
    static Resource ofColumn(String name) {
        return new Resource(name.replaceAll("( that suit)?( \\([0-9]+\\))?$", ""));
    }

    /** {@return a short name, such as {@code GPU}} */
    public String label() {
        String last = isDevices() ? name : name.substring(name.lastIndexOf('/') + 1);
        return switch (last) {
            case "cpu", "gpu", "tpu" -> last.toUpperCase(Locale.ROOT);
            case "pods" -> "pod slots";
            case "ephemeral-storage" -> "disk";
            default -> last;
        };
    }

    /** {@return whether it belongs to some machines only} */
    public boolean isExtended() {
        return name.indexOf('/') >= 0 || isDevices();
    }

    /** {@return whether it is no resource, but devices that are counted} */
    public boolean isDevices() {
        return name.indexOf(' ') >= 0;
    }

    /** {@return an amount of it in units of snapshots, such as {@code 1.5 cores}, {@code 720 GiB} or {@code 8}} */
    public String amount(long amount) {
        if (name.equals("cpu")) {
            String cores = plain(BigDecimal.valueOf(amount, 3));
            return cores + (cores.equals("1") ? " core" : " cores");
        }
        return isBytes() ? bytes(amount) : plain(BigDecimal.valueOf(amount));
    }

    /** {@return a part of a whole, such as {@code 40 of 94 cores} or {@code 3 of 8 GPU}} */
    public String part(long amount, long whole) {
        if (name.equals("cpu")) {
            return plain(BigDecimal.valueOf(amount, 3)) + " of " + amount(whole);
        }
        return isBytes()
                ? bytes(amount) + " of " + bytes(whole) + " " + label()
                : amount(amount) + " of " + amount(whole) + " " + label();
    }

    /** {@return a part of a whole without the name, where a column has it} */
    public String partOnly(long amount, long whole) {
        return name.equals("cpu") ? part(amount, whole) : amount(amount) + " of " + amount(whole);
    }

    /** {@return the same, where many are added up: fractions of large numbers of cores are left out} */
    public String roughPart(long amount, long whole) {
        boolean large = name.equals("cpu") && whole >= 100_000;
        return large
                ? VerdictWords.grouped(amount / 1000) + " of " + VerdictWords.grouped(whole / 1000) + " cores"
                : isBytes() || name.equals("cpu")
                        ? part(amount, whole)
                        : VerdictWords.grouped(amount) + " of " + VerdictWords.grouped(whole) + " " + label();
    }

    /** {@return an amount and what it is of, such as {@code 40 cores} or {@code 4 GPU}} */
    public String named(long amount) {
        return name.equals("cpu")
                ? amount(amount)
                : amount(amount) + " "
                        + (isDevices() && amount == 1 ? label().replaceFirst("devices", "device") : label());
    }

    private boolean isBytes() {
        return name.equals("memory") || name.equals("ephemeral-storage") || name.startsWith("hugepages-");
    }

    private static String bytes(long amount) {
        BigDecimal shown = BigDecimal.valueOf(amount);
        int unit = 0;
        while (shown.abs().compareTo(KIBI) >= 0 && unit < BYTES.length - 1) {
            shown = shown.divide(KIBI);
            unit++;
        }
        return plain(shown.setScale(1, RoundingMode.HALF_UP)) + " " + BYTES[unit];
    }

    private static String plain(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        String text = number.stripTrailingZeros().toPlainString();
        int point = text.indexOf('.');
        boolean large = number.abs().compareTo(THOUSAND) >= 0;
        return large ? VerdictWords.grouped(number.longValue()) + (point < 0 ? "" : text.substring(point)) : text;
    }
}
