package io.github.workload4j.gang.search.model;

import java.util.AbstractList;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** Bases as kinds, where nothing else tells nodes apart: each is made when somebody asks for it, for there may be as many as nodes. */
final class BaseKinds extends AbstractList<Kind> implements RandomAccess {

    private final Question question;
    private Kind @Nullable [] made;
    private final int[] none;
    private final int[] nowhere = new int[0];

    BaseKinds(Question question) {
        this.question = question;
        this.none = new int[question.classes];
    }

    @Override
    public Kind get(int base) {
        if (made == null) {
            made = new Kind[size()];
        }
        if (made[base] == null) {
            made[base] = make(base);
        }
        return made[base];
    }

    private Kind make(int base) {
        Bases bases = question.bases;
        long[] free = new long[question.resources];
        for (int r = 0; r < free.length; r++) {
            free[r] = bases.free(base, r);
        }
        int[] most = new int[question.classes];
        for (int j = 0; j < most.length; j++) {
            most[j] = Math.min(bases.capacity(j).most()[base], question.maxPerNode[j]);
        }
        return new Kind(bases.nodes(), bases.from(base), bases.to(base), free, most, none, nowhere);
    }

    /** {@return most pods of a class on a node of each base, the bases' own column where there are pods enough} */
    int[] mostByKind(int j) {
        Capacity capacity = question.bases.capacity(j);
        int[] most = capacity.most();
        int limit = question.maxPerNode[j];
        if (limit >= capacity.highest()) {
            return most;
        }
        int[] fewer = new int[most.length];
        for (int base = 0; base < fewer.length; base++) {
            fewer[base] = Math.min(most[base], limit);
        }
        return fewer;
    }

    @Override
    public int size() {
        return question.bases.size();
    }
}
