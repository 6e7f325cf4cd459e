package io.github.workload4j.cli.picture.view;

import io.github.workload4j.cli.picture.view.ClusterRow.Standing;
import java.util.ArrayList;
import java.util.List;

/**
 * What several clusters say to a group.
 *
 * @param group the group's name
 * @param rows the clusters, the best first, at least one; those that stand together follow each other
 */
public record ClusterRows(String group, List<ClusterRow> rows) {

    public ClusterRows {
        rows = List.copyOf(rows);
    }

    /** {@return how many clusters stand so} */
    public int count(Standing standing) {
        return (int) rows.stream().filter(row -> row.standing() == standing).count();
    }

    /** {@return the first row of those that stand so, counted from 0} */
    public int first(Standing standing) {
        int first = 0;
        while (rows.get(first).standing() != standing) {
            first++;
        }
        return first;
    }

    /** {@return how clusters stand, the best first} */
    public List<Standing> standings() {
        return rows.stream().map(ClusterRow::standing).distinct().toList();
    }

    /** {@return how many rows of each standing to show, so that all standings have a share of so many} */
    public List<Integer> shares(int most) {
        List<Standing> standings = standings();
        List<Integer> shares = new ArrayList<>();
        int left = most;
        for (Standing each : standings) {
            shares.add(Math.min(count(each), most / standings.size()));
            left -= shares.get(shares.size() - 1);
        }
        for (int s = 0; s < shares.size(); s++) {
            int more = Math.min(left, count(standings.get(s)) - shares.get(s));
            shares.set(s, shares.get(s) + more);
            left -= more;
        }
        return shares;
    }

    /** {@return whether some cluster takes it, and which is the best, in a sentence} */
    public String headline() {
        ClusterRow best = rows.get(0);
        int taking = count(Standing.TAKES);
        int open = count(Standing.OPEN);
        if (rows.size() == 1) {
            return group + " " + best.headline() + " in cluster " + best.cluster();
        }
        String verb = open > 0 && taking == 0 ? "is known to take it" : taking > 1 ? "take it" : "takes it";
        return group + ": " + (taking == 0 ? "none" : VerdictWords.grouped(taking)) + " of "
                + VerdictWords.grouped(rows.size()) + " clusters " + verb
                + (taking > 0 ? ", the best is " + best.cluster() : "");
    }
}
