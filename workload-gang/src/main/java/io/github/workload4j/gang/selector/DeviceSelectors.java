package io.github.workload4j.gang.selector;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks conditions on devices, which are written in the Common Expression Language. A service: a module that provides
 * one is found by {@link #installed()}.
 *
 * <p>Implementations are safe to share between threads, and a pure function of what they are asked.
 */
public interface DeviceSelectors {

    /**
     * {@return what a condition says about a device}
     *
     * @param expression the condition, as a manifest writes it
     * @param device the device
     */
    Selection matches(String expression, DeviceFacts device);

    /**
     * {@return the evaluator that a module on the path provides, or one that knows the two conditions {@code true} and
     * {@code device.driver == "..."} alone}
     *
     * <p>Those two never need a module. What was asked once is remembered, up to 100,000 answers.
     */
    static DeviceSelectors installed() {
        return Installed.INSTANCE;
    }

    /** The evaluator found, and what it has said. */
    final class Installed implements DeviceSelectors {

        private static final Installed INSTANCE = new Installed();
        private static final int MOST_REMEMBERED = 100_000;
        private static final Pattern OF_DRIVER =
                Pattern.compile("\\s*device\\.driver\\s*==\\s*(?:\"([^\"\\\\]*)\"|'([^'\\\\]*)')\\s*");

        private final DeviceSelectors service = ServiceLoader.load(
                        DeviceSelectors.class, DeviceSelectors.class.getClassLoader())
                .findFirst()
                .orElse((expression, device) -> Selection.unknown("nothing here evaluates selectors"));
        private final Map<Asked, Selection> known = new ConcurrentHashMap<>();

        private record Asked(String expression, DeviceFacts device) {}

        private Installed() {}

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
}
