package io.github.workload4j.robustness.fuzz;

/** What is attacked: a function of bytes that must come back, and says so if something is not as it must be. */
enum Target {
    /** Streams of YAML. */
    YAML(new ReadingTarget()),
    /** Streams of JSON, which another parser reads too. */
    JSON(new JsonTarget()),
    QUANTITY(new QuantityTarget()),
    SELECTORS(new SelectorsTarget()),
    CONVERSION(new ConversionTarget()),
    RULES(new RulesTarget()),
    /** Objects of other controllers, read as groups. */
    INTENT(new IntentTarget()),
    /** A cluster followed event by event. */
    SNAPSHOT(new SnapshotTarget()),
    /** Stored snapshots, and what travels by Java serialization. */
    STORED(new StoredTarget()),
    /** Answers and their certificates, as {@code workload verify} reads them. */
    CERTIFICATE(new CertificateTarget()),
    /** Files that options name. */
    FILE(new FileTarget()),
    /** Arguments and standard input of the command. */
    COMMAND(new CommandTarget()),
    /** Questions, answered by the kernel and by trying everything. */
    ORACLE(new OracleTarget());

    /** Takes any bytes. */
    interface Attack {
        /**
         * Does with the input what is tested.
         *
         * @throws Exception a finding, as is every {@link Error}
         */
        void on(byte[] input) throws Exception;
    }

    private final Attack attack;

    Target(Attack attack) {
        this.attack = attack;
    }

    /**
     * Attacks once.
     *
     * @throws Exception a finding, as is every {@link Error}
     */
    void attack(byte[] input) throws Exception {
        attack.on(input);
    }

    /** {@return the folder of its seeds} */
    String folder() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
