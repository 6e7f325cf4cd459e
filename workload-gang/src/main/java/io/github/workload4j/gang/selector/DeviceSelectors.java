package io.github.workload4j.gang.selector;

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
        return InstalledSelectors.INSTANCE;
    }
}
