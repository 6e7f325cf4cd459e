package io.github.workload4j.cli.picture;

import io.github.workload4j.cli.picture.view.Domain;
import io.github.workload4j.cli.picture.view.GroupView;
import io.github.workload4j.cli.picture.view.Resource;
import io.github.workload4j.cli.picture.view.VerdictWords;
import java.util.ArrayList;
import java.util.List;

/** What is written above a room: its name, what is free in it, and how many pods land or would find room. */
final class RoomTexts {

    private final GroupView view;
    private final int needed;
    private final int scarce;

    RoomTexts(GroupView view) {
        this.view = view;
        this.needed = VerdictWords.needed(view);
        this.scarce = scarcest(view);
    }

    /**
     * Chooses the resource to show first: one that only some machines have, otherwise the one that is used most.
     *
     * @return its index, or -1 if there is none
     */
    static int scarcest(GroupView view) {
        int scarcest = -1;
        double most = -1;
        Domain whole = view.whole();
        for (int r = 0; whole != null && r < view.resources().size(); r++) {
            double share = whole.sum().total()[r] == 0
                    ? 1
                    : (double) whole.sum().used()[r] / whole.sum().total()[r];
            share += view.resources().get(r).isExtended() ? 10 : 0;
            if (share > most) {
                most = share;
                scarcest = r;
            }
        }
        return scarcest;
    }

    /** {@return index of the kind of pod for which there is least room, compared with how many wait} */
    int hardest() {
        int hardest = 0;
        double least = Double.MAX_VALUE;
        for (int k = 0; view.whole() != null && k < view.kinds().size(); k++) {
            double share =
                    (double) view.whole().sum().room()[k] / view.kinds().get(k).count();
            if (share < least) {
                least = share;
                hardest = k;
            }
        }
        return hardest;
    }

    /** {@return how many pods of all kinds find room in a domain, each kind alone and no more than wait} */
    int room(Domain domain) {
        int room = 0;
        for (int k = 0; k < view.kinds().size(); k++) {
            room += Math.min(domain.sum().room()[k], view.kinds().get(k).count());
        }
        return room;
    }

    /** {@return what can be said in few letters about the pods of the group and a domain} */
    String pods(Domain domain) {
        int placed = domain.sum().placedPods();
        if (placed > 0) {
            return VerdictWords.counted(placed, "pod");
        }
        if (view.placed() > 0 || view.kinds().size() != 1 || domain.isOutOfTheQuestion()) {
            return "";
        }
        if (needed > 0 && view.bound().contains(domain.key())) {
            return "room " + Math.min(domain.sum().room()[0], needed) + " of " + needed;
        }
        int best = bestInside(domain);
        if (needed > 0 && best >= 0) {
            return "at best " + Math.min(best, needed) + " of " + needed;
        }
        return "room " + Math.min(domain.sum().room()[0], view.kinds().get(0).count());
    }

    /** {@return the most room in one of the domains inside to which a group is bound, or -1 if there is none} */
    private int bestInside(Domain domain) {
        int best = -1;
        for (Domain inner : domain.domains()) {
            int room = view.bound().contains(inner.key()) ? inner.sum().room()[0] : bestInside(inner);
            best = Math.max(best, room);
        }
        return best;
    }

    /** {@return how many pods find room, in two digits at most; empty if none, or if pods are placed} */
    String roomInTile(Domain domain) {
        int room =
                view.placed() > 0 || view.kinds().isEmpty() ? 0 : domain.sum().room()[hardest()];
        return room == 0 ? "" : room > 99 ? "+" : String.valueOf(room);
    }

    private String size(Domain domain) {
        StringBuilder text = new StringBuilder(VerdictWords.counted(domain.sum().nodes(), "node"));
        if (scarce >= 0 && domain.sum().total()[scarce] > 0) {
            Resource resource = view.resources().get(scarce);
            long free = Math.max(0, domain.sum().total()[scarce] - domain.sum().used()[scarce]);
            text.append(" \u00b7 ")
                    .append(resource.roughPart(free, domain.sum().total()[scarce]))
                    .append(" free");
        }
        return text.toString();
    }

    /** {@return the width at which all of name and pods can be read} */
    int wanted(Domain domain, int font) {
        return Label.width("A: " + domain.shortName(), font, Label.Weight.STRONG)
                + Label.width(pods(domain), font, Label.Weight.STRONG)
                + 3 * font;
    }

    /** {@return the texts above a room of that width} */
    List<Label> header(Domain domain, int width, int pad, int height, int font) {
        List<Label> labels = new ArrayList<>();
        int baseline = height - font / 2 - 2;
        int inner = Math.max(0, width - 2 * pad);
        String pods = pods(domain);
        int podsWidth = pods.isEmpty() ? 0 : Math.min(inner * 2 / 3, Label.width(pods, font, Label.Weight.STRONG));
        int nameWidth = Math.max(0, inner - podsWidth - (podsWidth > 0 ? font : 0));
        String name = domain.domains().isEmpty() ? domain.shortName() : domain.name();
        Label named = Label.of(pad, baseline, nameWidth, font, Label.Weight.STRONG, name);
        labels.add(named);
        int left = nameWidth - named.box().width() - font;
        String size = size(domain);
        if (left >= Label.width(size, font, Label.Weight.FAINT)) {
            labels.add(Label.of(named.box().right() + font / 2 + 2, baseline, left, font, Label.Weight.FAINT, size));
        }
        if (podsWidth > 0) {
            Label.Weight weight = domain.sum().placedPods() > 0 ? Label.Weight.STRONG : Label.Weight.PLAIN;
            labels.add(Label.toTheRight(width - pad, baseline, podsWidth, font, weight, pods));
        }
        return labels;
    }
}
