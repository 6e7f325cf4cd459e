package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.proof.ClaimedDevices;
import io.github.workload4j.gang.proof.ClaimedDevices.Choice;
import io.github.workload4j.gang.proof.ClaimedDevices.Claim;
import io.github.workload4j.gang.proof.ClaimedDevices.Kind;
import io.github.workload4j.gang.proof.ClaimedDevices.Offered;
import io.github.workload4j.gang.proof.ClaimedDevices.Request;
import io.github.workload4j.gang.proof.ClaimedDevices.Rule;
import io.github.workload4j.gang.proof.ClaimedDevices.Take;
import io.github.workload4j.gang.proof.NodeSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The trial of the checker against giving every request every set of devices, and looking at the rules afterwards. */
class DeviceTrialTest {

    private static final int DRAWN = 3_000;

    @Test
    void podsHaveDevicesIfSomeWayOfGivingThemBreaksNoRule() {
        int fit = 0;
        int looked = 0;
        for (int seed = 0; seed < DRAWN; seed++) {
            Random random = new Random(seed);
            Kind kind = kind(random);
            ClaimedDevices claimed = new ClaimedDevices(
                    List.of("a", "b"), List.of(claims(random), claims(random)), List.of(kind), List.of(), List.of());
            int[] pods =
                    random.nextBoolean() ? new int[] {0, 0} : random.nextBoolean() ? new int[] {0, 1} : new int[] {0};
            Work work = new Work(Budget.steps(1_000_000).meter());
            EveryWay way = new EveryWay(claimed, kind, pods);
            if (!way.isShort()) {
                continue;
            }
            looked++;
            boolean found = way.succeeds();
            assertThat(DeviceTrial.succeeds(claimed, kind, pods, work))
                    .as("seed %d", seed)
                    .isEqualTo(found);
            fit += found ? 1 : 0;
        }
        assertThat(fit).isBetween(looked / 10, looked * 9 / 10).isGreaterThan(100);
    }

    private static Kind kind(Random random) {
        List<Offered> devices = new ArrayList<>();
        int counters = random.nextInt(2);
        for (int d = 1 + random.nextInt(3); d > 0; d--) {
            List<Integer> suits = random.nextBoolean() ? List.of(0, 1) : List.of(random.nextInt(2));
            List<Take> takes = counters > 0 ? List.of(new Take(0, random.nextInt(3))) : List.of();
            boolean shares = random.nextInt(4) == 0;
            List<List<Long>> uses =
                    suits.stream().map(ask -> List.of((long) random.nextInt(3))).toList();
            devices.add(new Offered(
                    shares ? 1 : 1 + random.nextInt(2),
                    random.nextInt(6) == 0,
                    suits,
                    List.of(random.nextInt(4) - 1),
                    takes,
                    shares,
                    shares ? List.of((long) random.nextInt(4)) : List.of(),
                    shares ? uses : List.of()));
        }
        List<Integer> none = random.nextInt(6) == 0 ? List.of(0) : List.of();
        List<Integer> some = random.nextInt(6) == 0 ? List.of(1) : List.of();
        List<Long> left = counters > 0 ? List.of((long) random.nextInt(5)) : List.of();
        return new Kind(NodeSet.of(0), devices, left, random.nextInt(4) == 0 ? List.of("x") : List.of(), none, some);
    }

    private static List<Claim> claims(Random random) {
        List<Claim> claims = new ArrayList<>();
        for (int k = 1 + random.nextInt(2); k > 0; k--) {
            List<Rule> rules = random.nextInt(3) == 0 ? List.of(new Rule(0, random.nextBoolean())) : List.of();
            List<Request> requests = new ArrayList<>();
            for (int r = 1 + random.nextInt(2); r > 0; r--) {
                List<Choice> choices = new ArrayList<>();
                for (int c = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(2); c > 0; c--) {
                    List<Integer> under = rules.isEmpty() || random.nextInt(3) == 0 ? List.of() : List.of(0);
                    choices.add(new Choice(
                            random.nextInt(2),
                            random.nextInt(6) == 0 ? 0 : 1 + random.nextInt(2),
                            random.nextInt(6) == 0,
                            under));
                }
                requests.add(new Request(random.nextInt(5) == 0 ? "x" : "", choices));
            }
            claims.add(new Claim(requests, rules, random.nextInt(5) == 0));
        }
        return claims;
    }

    /** A device with a name of its own. */
    private record Single(Offered of, int entry) {}

    private record Given(int pod, int claim, Choice choice, List<Rule> rules, List<Integer> devices) {}

    /** Gives every request every set of devices of every choice. */
    private static final class EveryWay {

        private final Kind kind;
        private final List<Single> singles = new ArrayList<>();
        private final List<Integer> podOf = new ArrayList<>();
        private final List<Integer> claimOf = new ArrayList<>();
        private final List<Request> requests = new ArrayList<>();
        private final List<List<Rule>> rules = new ArrayList<>();

        EveryWay(ClaimedDevices claimed, Kind kind, int[] pods) {
            this.kind = kind;
            for (int e = 0; e < kind.devices().size(); e++) {
                for (int i = 0; i < kind.devices().get(e).count(); i++) {
                    singles.add(new Single(kind.devices().get(e), e));
                }
            }
            for (int p = 0; p < pods.length; p++) {
                int number = 0;
                for (Claim claim : claimed.claims().get(pods[p])) {
                    for (Request request : claim.requests()) {
                        boolean asked = !kind.offers().contains(request.resource());
                        if (asked && (!claim.shared() || pods.length == 1)) {
                            podOf.add(p);
                            claimOf.add(number);
                            requests.add(request);
                            rules.add(claim.rules());
                        }
                    }
                    number++;
                }
            }
        }

        boolean isShort() {
            return requests.size() < 4 && singles.size() < 6;
        }

        boolean succeeds() {
            return from(0, new ArrayList<>());
        }

        private boolean from(int r, List<Given> given) {
            if (r == requests.size()) {
                return isValid(given);
            }
            for (Choice choice : requests.get(r).choices()) {
                for (int set = 1; set < 1 << singles.size(); set++) {
                    List<Integer> some = new ArrayList<>();
                    for (int s = 0; s < singles.size(); s++) {
                        if ((set >> s & 1) != 0) {
                            some.add(s);
                        }
                    }
                    if (isMeant(choice, some)) {
                        given.add(new Given(podOf.get(r), claimOf.get(r), choice, rules.get(r), some));
                        if (from(r + 1, given)) {
                            return true;
                        }
                        given.remove(given.size() - 1);
                    }
                }
            }
            return false;
        }

        private boolean isMeant(Choice choice, List<Integer> some) {
            boolean suit =
                    some.stream().allMatch(s -> singles.get(s).of().suits().contains(choice.ask()));
            long every = singles.stream()
                    .filter(s -> s.of().suits().contains(choice.ask()))
                    .count();
            boolean open = kind.some().contains(choice.ask());
            long count = choice.count() > 0 ? choice.count() : open ? 1 : every;
            boolean barred = choice.count() == 0 && !open && kind.none().contains(choice.ask());
            return suit && !barred && some.size() == count;
        }

        private boolean isValid(List<Given> given) {
            long[] left = kind.left().stream().mapToLong(Long::longValue).toArray();
            for (int s = 0; s < singles.size(); s++) {
                int single = s;
                Offered of = singles.get(s).of();
                List<Given> holders = given.stream()
                        .filter(one ->
                                one.devices().contains(single) && !one.choice().admin())
                        .toList();
                boolean full = of.shares() ? isFull(of, holders) : holders.size() > 1;
                if (!holders.isEmpty() && (of.held() || full)) {
                    return false;
                }
                if (!holders.isEmpty()) {
                    of.takes().forEach(take -> left[take.counter()] -= take.amount());
                }
                if (!of.shares() && isLookedAtTooSoon(given, single)) {
                    return false;
                }
            }
            return Arrays.stream(left).allMatch(some -> some >= 0)
                    && given.stream().allMatch(one -> keeps(given, one));
        }

        private static boolean isFull(Offered of, List<Given> holders) {
            long sum = holders.stream()
                    .mapToLong(one -> of.uses()
                            .get(of.suits().indexOf(one.choice().ask()))
                            .get(0))
                    .sum();
            return sum > of.room().get(0);
        }

        /** By an earlier request of the pod that takes the device later, or twice by a claim. */
        private static boolean isLookedAtTooSoon(List<Given> given, int single) {
            for (int i = 0; i < given.size(); i++) {
                for (int j = i + 1; j < given.size(); j++) {
                    Given a = given.get(i);
                    Given b = given.get(j);
                    if (a.pod() == b.pod()
                            && a.choice().admin()
                            && a.devices().contains(single)
                            && b.devices().contains(single)
                            && (!b.choice().admin() || a.claim() == b.claim())) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean keeps(List<Given> given, Given one) {
            for (int number : one.choice().rules()) {
                List<Integer> values = new ArrayList<>();
                for (Given other : given) {
                    if (other.pod() == one.pod()
                            && other.claim() == one.claim()
                            && other.choice().rules().contains(number)) {
                        other.devices()
                                .forEach(s ->
                                        values.add(singles.get(s).of().values().get(0)));
                    }
                }
                long different = values.stream().distinct().count();
                if (values.contains(-1)
                        || (one.rules().get(number).same() ? different > 1 : different < values.size())) {
                    return false;
                }
            }
            return true;
        }
    }
}
