package io.github.workload4j.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of resources for people: cpu in cores, bytes in the largest unit that leaves two digits, all else as counted. */
final class Amounts {

    private static final String[] UNITS = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};

    private Amounts() {}

    /** {@return an amount without its name; of cpu in thousandths, of the rest in units} */
    static String of(String resource, long amount) {
        if (resource.equals("cpu")) {
            return BigDecimal.valueOf(amount, 3).stripTrailingZeros().toPlainString();
        }
        boolean bytes =
                resource.equals("memory") || resource.equals("ephemeral-storage") || resource.startsWith("hugepages-");
        if (!bytes) {
            return String.valueOf(amount);
        }
        int unit = 0;
        BigDecimal value = BigDecimal.valueOf(amount);
        while (unit + 1 < UNITS.length && value.abs().compareTo(BigDecimal.valueOf(1024)) >= 0) {
            value = value.divide(BigDecimal.valueOf(1024));
            unit++;
        }
        return value.setScale(1, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString() + UNITS[unit];
    }

    /** {@return an amount with its name} */
    static String named(String resource, long amount) {
        return of(resource, amount) + " " + (resource.equals("pods") ? "pod slots" : Style.printable(resource));
    }

    /** {@return the name of a resource for people} */
    static String name(String resource) {
        return resource.equals("pods") ? "pod slots" : Style.printable(resource);
    }
}
