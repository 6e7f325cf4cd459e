package io.github.workload4j.gang.explain;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.proof.PackingAnswer;

/**
 * The most pods of a group (for a composite: groups inside) that can be placed.
 *
 * @param count how many
 * @param exact whether it is proved that no more can be placed
 */
record MostPlaceable(int count, boolean exact) {

    /**
     * {@return the most of the root of a question}
     *
     * <p>A composite counts the groups inside from its last down: running members are taken as they are, and groups
     * inside that need nothing are not missing.
     */
    static MostPlaceable of(Packing packing, AnswerShares answers) {
        PackingGroup root = packing.root();
        if (root.children().isEmpty()) {
            PackingAnswer answer = answers.answer(withMinimum(packing, 1));
            if (answer instanceof PackingAnswer.Fits fits) {
                return new MostPlaceable(fits.pods(), fits.isMost());
            }
            return new MostPlaceable(0, answer instanceof PackingAnswer.DoesNotFit);
        }
        boolean exact = true;
        for (int groups = root.children().size(); groups >= 1; groups--) {
            PackingAnswer answer = answers.answer(withMinimum(packing, groups));
            if (answer instanceof PackingAnswer.Fits) {
                return new MostPlaceable(groups, exact);
            }
            exact &= answer instanceof PackingAnswer.DoesNotFit;
        }
        return new MostPlaceable(0, exact);
    }

    private static Packing withMinimum(Packing packing, int minimum) {
        PackingGroup root = packing.root();
        return new Packing(
                packing.nodes(),
                packing.classes(),
                packing.conflicts(),
                new PackingGroup(minimum, root.classes(), root.children(), root.domainOf()),
                packing.limits(),
                packing.spreads());
    }
}
