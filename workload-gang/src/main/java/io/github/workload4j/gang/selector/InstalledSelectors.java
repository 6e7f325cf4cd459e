package io.github.workload4j.gang.selector;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The evaluator of selectors that is installed, with the answers it gave before. */
final class InstalledSelectors implements DeviceSelectors {

    static final InstalledSelectors INSTANCE = new InstalledSelectors();
    private static final int MOST_REMEMBERED = 100_000;
    private static final Pattern OF_DRIVER =
            Pattern.compile("\\s*device\\.driver\\s*==\\s*(?:\"([^\"\\\\]*)\"|'([^'\\\\]*)')\\s*");

    private final DeviceSelectors service = ServiceLoader.load(
                    DeviceSelectors.class, DeviceSelectors.class.getClassLoader())
            .findFirst()
            .orElse((expression, device) -> Selection.unknown("nothing here evaluates selectors"));
    private final Map<Asked, Selection> known = new ConcurrentHashMap<>();

    private record Asked(String expression, DeviceFacts device) {}

    private InstalledSelectors() {}

    @Override
    public Selection matches(String expression, DeviceFacts device) {
        requireNonNull(expression, "expression");
        requireNonNull(device, "device");
        if (expression.isBlank() || expression.strip().equals("true")) {
            return expression.isBlank() ? Selection.unknown("an empty selector") : Selection.SELECTED;
        }
        Matcher driver = OF_DRIVER.matcher(expression);
        if (driver.matches()) {
            String named = driver.group(1) == null ? driver.group(2) : driver.group(1);
            return Selection.of(device.driver().equals(named));
        }
        Asked asked = new Asked(expression, device);
        Selection before = known.get(asked);
        if (before == null) {
            before = service.matches(expression, device);
            if (known.size() < MOST_REMEMBERED) {
                known.put(asked, before);
            }
        }
        return before;
    }
}
