package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.proof.CheckFailure.Rule;
import io.github.workload4j.gang.proof.ClaimedDevices;
import io.github.workload4j.gang.proof.ClaimedDevices.Choice;
import io.github.workload4j.gang.proof.ClaimedDevices.Claim;
import io.github.workload4j.gang.proof.ClaimedDevices.Kind;
import io.github.workload4j.gang.proof.ClaimedDevices.Offered;
import io.github.workload4j.gang.proof.ClaimedDevices.Request;
import io.github.workload4j.gang.proof.ClaimedDevices.Take;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tries whether pods can have their devices on a node of a kind, in every way: pod after pod, claim after claim,
 * request after request, device after device. It knows nothing but the numbers. What only looks at devices takes
 * nothing.
 */
final class DeviceTrial {

    /** Most devices of a claim. */
    private static final int MOST = 32;

    /** Most devices that pods are tried with: deeper is too deep for the stack. */
    private static final int DEEPEST = 1_000;

    private final Kind kind;
    private final List<Offered> devices;
    private final List<List<Claim>> pods = new ArrayList<>();
    private final Work work;
    private final int[] free;
    private final boolean[] counted;
    private final long[] left;
    private final long[][] room;

    /** Of each entry, how many of its free devices the pod at hand looks at. */
    private int[] looked = {};

    private final Set<String> failed = new HashSet<>();

    private DeviceTrial(ClaimedDevices claimed, Kind kind, int[] classOf, Work work) {
        this.kind = kind;
        this.devices = kind.devices();
        this.work = work;
        this.free = devices.stream()
                .mapToInt(each -> each.held() ? 0 : each.count())
                .toArray();
        this.counted = new boolean[free.length];
        this.left = kind.left().stream().mapToLong(Long::longValue).toArray();
        this.room = devices.stream()
                .map(each -> each.room().stream().mapToLong(Long::longValue).toArray())
                .toArray(long[][]::new);
        long depth = 0;
        for (int c : classOf) {
            List<Claim> own = new ArrayList<>();
            for (Claim claim : claimed.claims().get(c)) {
                if (!claim.shared() || classOf.length == 1) {
                    List<Request> requests = asked(claim, kind);
                    own.add(new Claim(requests, claim.rules(), claim.shared()));
                    depth += requests.stream().mapToLong(DeviceTrial::depth).sum() + 1;
                }
            }
            pods.add(own);
        }
        if (depth > DEEPEST) {
            throw new Refused(Rule.LIMIT, "pods with more than " + DEEPEST + " devices on a node");
        }
    }

    /** {@return what a claim asks of nodes of a kind: of resources those that they do not offer} */
    static List<Request> asked(Claim claim, Kind kind) {
        return claim.requests().stream()
                .filter(request -> !kind.offers().contains(request.resource()))
                .toList();
    }

    private static long depth(Request request) {
        return request.choices().stream()
                .mapToLong(choice -> choice.count() == 0 ? MOST : Math.min(MOST, choice.count()))
                .max()
                .orElse(0);
    }

    /**
     * {@return whether pods can have their devices on a node of a kind}
     *
     * @param classOf the class of each pod, rising
     * @throws Refused if that takes too many steps
     */
    static boolean succeeds(ClaimedDevices claimed, Kind kind, int[] classOf, Work work) {
        return new DeviceTrial(claimed, kind, classOf, work).pod(0);
    }

    /** Where a trial is: at a request of a claim of a pod, with what the claim has so far. */
    private record Place(int pod, int claim, int request, Given given) {}

    /** What a claim has so far: how many devices, by rule their values, by entry how many are looked at. */
    private static final class Given {
        int total;
        final List<List<Integer>> values = new ArrayList<>();
        final int[] looks;

        Given(Claim claim, int entries) {
            looks = new int[entries];
            claim.rules().forEach(rule -> values.add(new ArrayList<>()));
        }
    }

    private boolean pod(int p) {
        if (p == pods.size()) {
            return true;
        }
        String key = p
                + Arrays.toString(free)
                + Arrays.toString(left)
                + Arrays.deepToString(room)
                + Arrays.toString(counted);
        work.spend(1 + (key.length() >> 4));
        if (failed.contains(key)) {
            return false;
        }
        int[] before = looked;
        looked = new int[free.length];
        boolean found = claim(p, 0);
        looked = before;
        if (!found) {
            failed.add(key);
        }
        return found;
    }

    private boolean claim(int p, int k) {
        List<Claim> own = pods.get(p);
        if (k == own.size()) {
            return pod(p + 1);
        }
        return request(new Place(p, k, 0, new Given(own.get(k), free.length)));
    }

    private Claim claimAt(Place at) {
        return pods.get(at.pod()).get(at.claim());
    }

    private boolean request(Place at) {
        List<Request> all = claimAt(at).requests();
        if (at.request() == all.size()) {
            return claim(at.pod(), at.claim() + 1);
        }
        for (Choice choice : all.get(at.request()).choices()) {
            work.spend(1);
            if (chosen(at, choice)) {
                return true;
            }
        }
        return false;
    }

    private boolean chosen(Place at, Choice choice) {
        if (choice.count() > 0 || kind.some().contains(choice.ask())) {
            long count = Math.max(1, choice.count());
            return at.given().total + count <= MOST && some(at, choice, (int) count, 0);
        }
        List<Integer> all = new ArrayList<>();
        for (int d = 0; d < free.length && all.size() <= MOST; d++) {
            for (int i = 0; suits(d, choice) && i < devices.get(d).count() && all.size() <= MOST; i++) {
                all.add(d);
            }
        }
        boolean possible = !all.isEmpty() && !kind.none().contains(choice.ask());
        return possible && at.given().total + all.size() <= MOST && every(at, choice, all, 0);
    }

    private boolean suits(int d, Choice choice) {
        return devices.get(d).suits().contains(choice.ask());
    }

    private boolean some(Place at, Choice choice, int missing, int from) {
        if (missing == 0) {
            return request(new Place(at.pod(), at.claim(), at.request() + 1, at.given()));
        }
        for (int d = from; d < free.length; d++) {
            if (suits(d, choice)) {
                Runnable back = take(at, choice, d);
                if (back != NOT) {
                    if (some(at, choice, missing - 1, devices.get(d).shares() ? d + 1 : d)) {
                        return true;
                    }
                    back.run();
                }
            }
        }
        return false;
    }

    private boolean every(Place at, Choice choice, List<Integer> all, int i) {
        if (i == all.size()) {
            return request(new Place(at.pod(), at.claim(), at.request() + 1, at.given()));
        }
        Runnable back = take(at, choice, all.get(i));
        if (back == NOT) {
            return false;
        }
        boolean found = every(at, choice, all, i + 1);
        if (!found) {
            back.run();
        }
        return found;
    }

    private static final Runnable NOT = () -> {};

    /** {@return what takes back that a request has got a device of an entry, or {@link #NOT} if it cannot have one} */
    private Runnable take(Place at, Choice choice, int d) {
        work.spend(1);
        Offered device = devices.get(d);
        if (!holds(at, choice, device)) {
            return NOT;
        }
        Runnable taken = choice.admin() ? look(at, d) : device.shares() ? share(choice, d) : hold(d);
        if (taken == NOT) {
            return NOT;
        }
        for (int rule : choice.rules()) {
            at.given()
                    .values
                    .get(rule)
                    .add(device.values().get(claimAt(at).rules().get(rule).attribute()));
        }
        at.given().total++;
        return () -> {
            taken.run();
            at.given().total--;
            for (int rule : choice.rules()) {
                List<Integer> values = at.given().values.get(rule);
                values.remove(values.size() - 1);
            }
        };
    }

    private boolean holds(Place at, Choice choice, Offered device) {
        for (int number : choice.rules()) {
            ClaimedDevices.Rule rule = claimAt(at).rules().get(number);
            int value = device.values().get(rule.attribute());
            List<Integer> before = at.given().values.get(number);
            boolean met = before.contains(value);
            if (value < 0 || (rule.same() ? !met && !before.isEmpty() : met)) {
                return false;
            }
        }
        return true;
    }

    /** Looks at a device: one that somebody has, if there is any. */
    private Runnable look(Place at, int d) {
        Offered device = devices.get(d);
        int[] mine = looked;
        int before = mine[d];
        if (device.shares()) {
            return () -> {};
        }
        if (at.given().looks[d] == device.count()) {
            return NOT;
        }
        at.given().looks[d]++;
        int others = device.held() ? device.count() : device.count() - free[d];
        mine[d] = Math.max(before, at.given().looks[d] - others);
        return () -> {
            at.given().looks[d]--;
            mine[d] = before;
        };
    }

    private Runnable hold(int d) {
        if (free[d] - looked[d] <= 0 || !count(d)) {
            return NOT;
        }
        free[d]--;
        return () -> {
            free[d]++;
            uncount(d);
        };
    }

    private Runnable share(Choice choice, int d) {
        Offered device = devices.get(d);
        List<Long> use = device.uses().get(device.suits().indexOf(choice.ask()));
        for (int i = 0; i < use.size(); i++) {
            if (use.get(i) > room[d][i]) {
                return NOT;
            }
        }
        boolean first = !counted[d];
        if (device.held() || first && !count(d)) {
            return NOT;
        }
        counted[d] = true;
        add(room[d], use, -1);
        return () -> {
            add(room[d], use, 1);
            if (first) {
                counted[d] = false;
                uncount(d);
            }
        };
    }

    private static void add(long[] to, List<Long> amounts, int sign) {
        for (int i = 0; i < to.length; i++) {
            to[i] += sign * amounts.get(i);
        }
    }

    private boolean count(int d) {
        List<Take> takes = devices.get(d).takes();
        takes.forEach(take -> left[take.counter()] -= take.amount());
        if (takes.stream().anyMatch(take -> left[take.counter()] < 0)) {
            uncount(d);
            return false;
        }
        return true;
    }

    private void uncount(int d) {
        devices.get(d).takes().forEach(take -> left[take.counter()] += take.amount());
    }
}
