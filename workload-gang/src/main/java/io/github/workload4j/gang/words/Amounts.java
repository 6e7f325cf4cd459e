package io.github.workload4j.gang.words;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Amounts of resources for people: cpu in cores, bytes in a unit that suits them, everything else as a count. Requests
 * and suggestions are exact, so that they can be typed in again. Free amounts are rounded: never up where that would
 * promise room, never down where that would deny it.
 */
public final class Amounts {

    private static final String[] BINARY = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
    private static final String[] DECIMAL = {"", "k", "M", "G", "T", "P", "E"};
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
    private static final BigDecimal KILO = BigDecimal.valueOf(1000);
    private static final int MOST_DECIMALS = 3;

    private Amounts() {}

    /** {@return exactly this amount, as a manifest may write it; cpu in thousandths, the rest in units} */
    public static String exact(String resource, long amount) {
        if (!isBytes(resource)) {
            return counted(resource, amount);
        }
        String binary = exact(amount, KIBI, BINARY);
        String decimal = exact(amount, KILO, DECIMAL);
        return decimal.length() < binary.length() ? decimal : binary;
    }

    /** {@return exactly this amount, with the resource's name} */
    public static String named(String resource, long amount) {
        return exact(resource, amount) + " " + name(resource);
    }

    /** {@return at most this amount: what is free} */
    public static String free(String resource, long amount) {
        return isBytes(resource) ? rounded(amount, 1, RoundingMode.FLOOR) : counted(resource, amount);
    }

    /** {@return at least this amount: what is short} */
    public static String shortfall(String resource, long amount) {
        return isBytes(resource) ? rounded(amount, 1, RoundingMode.CEILING) : counted(resource, amount);
    }

    /** {@return at least this amount and below what is asked: the most that is free where that is too little} */
    public static String mostFree(String resource, long amount, long asked) {
        if (!isBytes(resource) || amount >= asked) {
            return free(resource, amount);
        }
        for (int decimals = 1; decimals <= MOST_DECIMALS; decimals++) {
            String text = rounded(amount, decimals, RoundingMode.CEILING);
            if (roundedUp(amount, decimals).compareTo(BigDecimal.valueOf(asked)) < 0) {
                return text;
            }
        }
        return exact(resource, amount);
    }

    /** {@return the name of a resource for people} */
    public static String name(String resource) {
        return resource.equals("pods") ? "pod slots" : Style.printable(resource);
    }

    private static boolean isBytes(String resource) {
        return resource.equals("memory") || resource.equals("ephemeral-storage") || resource.startsWith("hugepages-");
    }

    private static String counted(String resource, long amount) {
        return resource.equals("cpu") ? plain(BigDecimal.valueOf(amount, 3)) : String.valueOf(amount);
    }

    /** {@return the amount in the largest unit in which one decimal is enough} */
    private static String exact(long amount, BigDecimal factor, String[] units) {
        BigDecimal value = BigDecimal.valueOf(amount);
        String best = plain(value);
        for (int unit = 1; unit < units.length && value.abs().compareTo(factor) >= 0; unit++) {
            value = value.divide(factor);
            if (value.stripTrailingZeros().scale() <= 1) {
                best = plain(value) + units[unit];
            }
        }
        return best;
    }

    private static String rounded(long amount, int decimals, RoundingMode mode) {
        int unit = unit(amount);
        return plain(BigDecimal.valueOf(amount).divide(KIBI.pow(unit)).setScale(decimals, mode)) + BINARY[unit];
    }

    private static BigDecimal roundedUp(long amount, int decimals) {
        BigDecimal unit = KIBI.pow(unit(amount));
        return BigDecimal.valueOf(amount)
                .divide(unit)
                .setScale(decimals, RoundingMode.CEILING)
                .multiply(unit);
    }

    /** {@return the largest binary unit that the amount reaches} */
    private static int unit(long amount) {
        int unit = 0;
        for (BigDecimal rest = BigDecimal.valueOf(amount).abs(); rest.compareTo(KIBI) >= 0; rest = rest.divide(KIBI)) {
            unit++;
        }
        return unit;
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
