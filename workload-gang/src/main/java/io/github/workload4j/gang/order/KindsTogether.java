package io.github.workload4j.gang.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which kinds of claims share volumes, directly or through others. */
public final class KindsTogether {

    private KindsTogether() {}

    /** {@return the kinds that share volumes, in order, by the first one of them; costs kinds times supplies / 64} */
    public static Map<Integer, List<Integer>> of(VolumeRule rule) {
        int[] first = new int[rule.kinds().size()];
        int[] kindOf = new int[rule.supplies().size()];
        Arrays.fill(kindOf, -1);
        long[][] supplies = new long[first.length][];
        for (int k = 0; k < first.length; k++) {
            first[k] = k;
            long[] own = rule.kinds().get(k).supplies();
            supplies[k] = own;
            long[] left = own.clone();
            for (int w = 0; w < left.length; w++) {
                while (left[w] != 0) {
                    int s = (w << 6) + Long.numberOfTrailingZeros(left[w]);
                    if (kindOf[s] < 0) {
                        kindOf[s] = k;
                        left[w] &= left[w] - 1;
                    } else {
                        int other = root(first, kindOf[s]);
                        long[] known = supplies[other];
                        join(first, supplies, other, root(first, k));
                        for (int v = w; v < left.length; v++) {
                            left[v] &= ~known[v];
                        }
                        left[w] &= ~(1L << (s & 63));
                    }
                }
            }
        }
        Map<Integer, List<Integer>> together = new LinkedHashMap<>();
        for (int k = 0; k < first.length; k++) {
            together.computeIfAbsent(root(first, k), r -> new ArrayList<>()).add(k);
        }
        return together;
    }

    private static void join(int[] first, long[][] supplies, int a, int b) {
        if (a != b) {
            int root = Math.min(a, b);
            long[] both = supplies[a].clone();
            for (int w = 0; w < both.length; w++) {
                both[w] |= supplies[b][w];
            }
            supplies[root] = both;
            first[Math.max(a, b)] = root;
        }
    }

    private static int root(int[] first, int kind) {
        int root = kind;
        while (first[root] != root) {
            first[root] = first[first[root]];
            root = first[root];
        }
        return root;
    }
}
