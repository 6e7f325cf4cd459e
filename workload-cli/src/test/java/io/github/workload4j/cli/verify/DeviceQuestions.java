package io.github.workload4j.cli.verify;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.ClaimedDevices;
import io.github.workload4j.gang.proof.ClaimedDevices.Choice;
import io.github.workload4j.gang.proof.ClaimedDevices.Claim;
import io.github.workload4j.gang.proof.ClaimedDevices.Column;
import io.github.workload4j.gang.proof.ClaimedDevices.Kind;
import io.github.workload4j.gang.proof.ClaimedDevices.Misfit;
import io.github.workload4j.gang.proof.ClaimedDevices.Offered;
import io.github.workload4j.gang.proof.ClaimedDevices.Pods;
import io.github.workload4j.gang.proof.ClaimedDevices.Request;
import io.github.workload4j.gang.proof.ClaimedDevices.Rule;
import io.github.workload4j.gang.proof.ClaimedDevices.Take;
import io.github.workload4j.gang.proof.NodeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A question that has no answer whatever its columns say, with columns about devices that may or may not hold. */
final class DeviceQuestions {

    private final Random random;
    private final Packing packing;
    private final ClaimedDevices devices;

    DeviceQuestions(long seed) {
        this.random = new Random(seed);
        boolean counts = random.nextBoolean();
        List<Kind> kinds = List.of(kind(NodeSet.of(0, 2), counts), kind(NodeSet.of(1), counts));
        List<Misfit> misfits = new ArrayList<>();
        for (int m = counts ? 0 : random.nextInt(3); m > 0; m--) {
            misfits.add(new Misfit(
                    random.nextBoolean() ? NodeSet.of(0, 1, 2) : NodeSet.of(random.nextInt(3)),
                    List.of(new Pods(random.nextInt(2), 1 + random.nextInt(3)))));
        }
        if (!counts) {
            misfits.add(new Misfit(NodeSet.of(0, 1, 2), List.of(new Pods(0, 3))));
            misfits.add(new Misfit(NodeSet.of(0, 1, 2), List.of(new Pods(0, 1), new Pods(1, 1))));
        }
        List<Integer> asks = counts ? (random.nextBoolean() ? List.of(0) : List.of(0, 1)) : List.of();
        this.devices = new ClaimedDevices(
                List.of("a", "b"), List.of(claims(), claims()), kinds, List.of(new Column(0, asks)), misfits);
        long[] free = {random.nextInt(6), random.nextInt(9), 1 + random.nextInt(9)};
        this.packing = new Packing(
                PackingNodes.of(3, free, new long[] {9, 9, 9}),
                List.of(podClass(), podClass()),
                List.of(),
                PackingGroup.leaf(100, 0, 1));
    }

    Packing packing() {
        return packing;
    }

    ClaimedDevices devices() {
        return devices;
    }

    private PodClass podClass() {
        long[] eligible = random.nextInt(3) == 0 ? new long[] {random.nextInt(8)} : null;
        return new PodClass(new long[] {random.nextInt(3), 1}, 1 + random.nextInt(4), eligible, Integer.MAX_VALUE, 0);
    }

    private Kind kind(NodeSet nodes, boolean counts) {
        List<Offered> offered = new ArrayList<>();
        boolean counters = random.nextInt(3) == 0;
        for (int d = 1 + random.nextInt(3); d > 0; d--) {
            List<Integer> suits = random.nextBoolean() ? List.of(0, 1) : List.of(random.nextInt(2));
            boolean shares = random.nextInt(counts ? 12 : 4) == 0;
            boolean room = random.nextInt(4) > 0;
            List<List<Long>> uses = suits.stream()
                    .map(ask -> room ? List.of((long) random.nextInt(3)) : List.<Long>of())
                    .toList();
            offered.add(new Offered(
                    shares ? 1 : 1 + random.nextInt(2),
                    random.nextInt(6) == 0,
                    suits,
                    List.of(random.nextInt(4) - 1),
                    counters ? List.of(new Take(0, random.nextInt(3))) : List.of(),
                    shares,
                    shares && room ? List.of((long) random.nextInt(4)) : List.of(),
                    shares ? uses : List.of()));
        }
        return new Kind(
                nodes,
                offered,
                counters ? List.of(random.nextInt(5) - 1L) : List.of(),
                random.nextInt(4) == 0 ? List.of("x") : List.of(),
                random.nextInt(6) == 0 ? List.of(0) : List.of(),
                random.nextInt(6) == 0 ? List.of(1) : List.of());
    }

    private List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        for (int k = 1 + random.nextInt(2); k > 0; k--) {
            List<Rule> rules = random.nextInt(3) == 0 ? List.of(new Rule(0, random.nextBoolean())) : List.of();
            List<Request> requests = new ArrayList<>();
            for (int r = 1 + random.nextInt(2); r > 0; r--) {
                List<Choice> choices = new ArrayList<>();
                for (int c = random.nextInt(9) == 0 ? 0 : 1 + random.nextInt(2); c > 0; c--) {
                    List<Integer> under = rules.isEmpty() || random.nextInt(3) == 0 ? List.of() : List.of(0);
                    int count = random.nextInt(6) == 0 ? 0 : 1 + random.nextInt(2);
                    choices.add(new Choice(random.nextInt(2), count, random.nextInt(6) == 0, under));
                }
                requests.add(new Request(random.nextInt(5) == 0 ? "x" : "", choices));
            }
            claims.add(new Claim(requests, rules, random.nextInt(5) == 0));
        }
        return claims;
    }
}
