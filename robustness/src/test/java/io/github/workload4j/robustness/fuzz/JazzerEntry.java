package io.github.workload4j.robustness.fuzz;

/** Where Jazzer comes in: its methods are found by their names. The argument of the first is the target. */
public final class JazzerEntry {

    private static Target target = Target.YAML;

    private JazzerEntry() {}

    /** Is called once, before the first input. */
    public static void fuzzerInitialize(String[] args) {
        target = Target.valueOf(args[0]);
    }

    /**
     * Is called with each input.
     *
     * @throws Exception a finding
     */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        target.attack(input);
    }
}
