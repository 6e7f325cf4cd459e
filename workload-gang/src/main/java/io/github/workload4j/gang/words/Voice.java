package io.github.workload4j.gang.words;

/** Who speaks: a hint names what its reader can change. */
public enum Voice {
    /** The command, to someone who types options. */
    COMMAND("more --steps", "a longer --time", " (-o json has it)"),
    /** The library, to someone whose program sets a budget. */
    LIBRARY("a budget of more steps", "a budget of more time", "");

    private final String moreSteps;
    private final String moreTime;
    private final String whereProofsAre;

    Voice(String moreSteps, String moreTime, String whereProofsAre) {
        this.moreSteps = moreSteps;
        this.moreTime = moreTime;
        this.whereProofsAre = whereProofsAre;
    }

    String moreSteps() {
        return moreSteps;
    }

    String moreTime() {
        return moreTime;
    }

    String whereProofsAre() {
        return whereProofsAre;
    }
}
