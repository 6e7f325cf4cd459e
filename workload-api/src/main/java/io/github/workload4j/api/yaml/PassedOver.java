package io.github.workload4j.api.yaml;

/** The type of what no binding looks at: a token source need not make trees of it. */
enum PassedOver implements WireType<Boolean> {
    /** The only one. */
    IT;

    @Override
    public Boolean read(Tree tree, Reading in) {
        return false;
    }

    @Override
    public Boolean absent() {
        return false;
    }

    @Override
    public String expected() {
        return "anything";
    }

    @Override
    public void write(Boolean value, Output out) {
        throw new Unwritable("was passed over");
    }
}
