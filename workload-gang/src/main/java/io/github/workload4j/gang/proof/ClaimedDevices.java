package io.github.workload4j.gang.proof;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * Devices of nodes, and what pods claim of them, in numbers: what those columns of a packing that are about devices
 * rest on. Whoever has it needs no manifest to see that they hold. All lists are copied.
 *
 * <p>An <em>ask</em> is a number for what a request wants of a single device; devices say which asks they suit.
 *
 * @param asks the device class of each ask, for people
 * @param claims by pod class, the claims of one pod, in the order in which they get their devices
 * @param kinds nodes that offer the same, each node in one kind
 * @param columns the columns of the packing that are about devices
 * @param misfits pods that do not fit some nodes together, whatever else is there
 */
public record ClaimedDevices(
        List<String> asks, List<List<Claim>> claims, List<Kind> kinds, List<Column> columns, List<Misfit> misfits) {

    /** Copies the lists. */
    public ClaimedDevices {
        asks = List.copyOf(requireNonNull(asks, "asks"));
        claims = requireNonNull(claims, "claims").stream().map(List::copyOf).toList();
        kinds = List.copyOf(requireNonNull(kinds, "kinds"));
        columns = List.copyOf(requireNonNull(columns, "columns"));
        misfits = List.copyOf(requireNonNull(misfits, "misfits"));
    }

    /** {@return the same for a packing in which this many more columns come first} */
    public ClaimedDevices after(int more) {
        List<Column> moved = new ArrayList<>();
        columns.forEach(column -> moved.add(new Column(column.resource() + more, column.asks())));
        return new ClaimedDevices(asks, claims, kinds, moved, misfits);
    }

    /** {@return one line: how much there is} */
    @Override
    public String toString() {
        return "ClaimedDevices[" + asks.size() + " asks, " + kinds.size() + " kinds of nodes, " + columns.size()
                + " columns, " + misfits.size() + " misfits]";
    }

    /**
     * A claim: each request gets the devices of one of its choices, at most 32 in all.
     *
     * @param requests the requests
     * @param rules what its devices have in common, or not
     * @param shared whether other pods may use its devices too: then it counts only where there is one pod
     */
    public record Claim(List<Request> requests, List<Rule> rules, boolean shared) {

        /** Copies the lists. */
        public Claim {
            requests = List.copyOf(requireNonNull(requests, "requests"));
            rules = List.copyOf(requireNonNull(rules, "rules"));
        }
    }

    /**
     * A request.
     *
     * @param resource the resource for which devices stand; nodes that offer it themselves are not asked. Empty if none
     * @param choices any of these will do; none: it cannot be had
     */
    public record Request(String resource, List<Choice> choices) {

        /** Copies the list. */
        public Request {
            requireNonNull(resource, "resource");
            choices = List.copyOf(requireNonNull(choices, "choices"));
        }
    }

    /**
     * Different devices that suit an ask.
     *
     * @param ask the ask
     * @param count how many, 1 or more; 0 for all that a node has
     * @param admin whether they are only looked at, whoever holds them
     * @param rules those rules of the claim that they are under, by number
     */
    public record Choice(int ask, long count, boolean admin, List<Integer> rules) {

        /** Copies the list. */
        public Choice {
            rules = List.copyOf(requireNonNull(rules, "rules"));
        }
    }

    /**
     * What the devices under it have in an attribute.
     *
     * @param attribute the attribute, by number; a device without it can be none of them
     * @param same whether all have the same; else all have different values
     */
    public record Rule(int attribute, boolean same) {}

    /**
     * Nodes that offer the same.
     *
     * @param nodes the nodes
     * @param devices the devices that they reach and that suit some ask, those that are the same in one entry
     * @param left what is left of counters; below 0 if they are overdrawn
     * @param offers resources that the nodes offer themselves
     * @param none asks of which all devices cannot be had here
     * @param some asks of which it is not known which devices are all: at least one is
     */
    public record Kind(
            NodeSet nodes,
            List<Offered> devices,
            List<Long> left,
            List<String> offers,
            List<Integer> none,
            List<Integer> some) {

        /** Copies the lists. */
        public Kind {
            requireNonNull(nodes, "nodes");
            devices = List.copyOf(requireNonNull(devices, "devices"));
            left = List.copyOf(requireNonNull(left, "left"));
            offers = List.copyOf(requireNonNull(offers, "offers"));
            none = List.copyOf(requireNonNull(none, "none"));
            some = List.copyOf(requireNonNull(some, "some"));
        }
    }

    /**
     * Devices that nothing tells apart; a shared one is an entry of its own.
     *
     * @param count how many, 1 or more
     * @param held whether somebody has them
     * @param suits the asks that they suit
     * @param values the value of each attribute, by number: equal values have equal numbers; -1 without it
     * @param takes what the first claim to hold one takes of counters; of overdrawn ones of its pool at least 0
     * @param shares whether several claims may hold one
     * @param room of a shared one, what is left of each of its capacities
     * @param uses of a shared one, what a request takes of each capacity, for each ask that it suits
     */
    public record Offered(
            int count,
            boolean held,
            List<Integer> suits,
            List<Integer> values,
            List<Take> takes,
            boolean shares,
            List<Long> room,
            List<List<Long>> uses) {

        /** Copies the lists. */
        public Offered {
            suits = List.copyOf(requireNonNull(suits, "suits"));
            values = List.copyOf(requireNonNull(values, "values"));
            takes = List.copyOf(requireNonNull(takes, "takes"));
            room = List.copyOf(requireNonNull(room, "room"));
            uses = requireNonNull(uses, "uses").stream().map(List::copyOf).toList();
        }
    }

    /**
     * Part of a counter.
     *
     * @param counter the counter of the node, by number
     * @param amount how much, 0 or more
     */
    public record Take(int counter, long amount) {}

    /**
     * A column of the packing.
     *
     * @param resource its number among the resources
     * @param asks it counts the free devices that suit one of these; empty if it rests on misfits
     */
    public record Column(int resource, List<Integer> asks) {

        /** Copies the list. */
        public Column {
            asks = List.copyOf(requireNonNull(asks, "asks"));
        }
    }

    /**
     * Pods that do not fit any of some nodes together, for their devices.
     *
     * @param nodes the nodes
     * @param pods how many of which classes
     */
    public record Misfit(NodeSet nodes, List<Pods> pods) {

        /** Copies the list. */
        public Misfit {
            requireNonNull(nodes, "nodes");
            pods = List.copyOf(requireNonNull(pods, "pods"));
        }
    }

    /**
     * Pods of a class.
     *
     * @param podClass the class
     * @param count how many, 1 or more
     */
    public record Pods(int podClass, int count) {}
}
