package io.github.workload4j.intent.compile;

/** The rules of items, by the ids that violations carry; the page on compiling lists them. */
enum ItemRule {
    POLICY("I-1", "a policy has exactly one of basic and gang"),
    COUNT("I-2", "a count is at least 1 if there is one"),
    MAX_TOPOLOGY("I-3", "at most one topology key"),
    TOPOLOGY_KEY("I-4", "a topology key is a label key"),
    MODE("I-5", "a disruption mode has exactly one of single and all"),
    CLAIM_SOURCE("I-6", "a claim names exactly one of a claim and a template of claims"),
    CLAIM_NAME("I-7", "the name of a claim is a DNS label"),
    CLAIM_REFERENCE("I-8", "the claim or template that a claim names is a DNS subdomain"),
    POLICY_ALLOWED("I-9", "the controller allows the policy"),
    MODE_ALLOWED("I-10", "the controller allows the disruption mode"),
    ALL_NEEDS_GANG("I-11", "what is placed one by one is not disrupted all together"),
    GANG_BELOW_GANG("I-12", "below a gang all are gangs (1.38 and later)"),
    ALL_BELOW_ALL("I-13", "below what is disrupted all together all are (1.38 and later)"),
    ONE_PRIORITY_CLASS("I-14", "all items have one priority class (1.38 and later)");

    private final String id;
    private final String sentence;

    ItemRule(String id, String sentence) {
        this.id = id;
        this.sentence = sentence;
    }

    String id() {
        return id;
    }

    String sentence() {
        return sentence;
    }
}
