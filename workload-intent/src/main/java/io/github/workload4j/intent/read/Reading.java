package io.github.workload4j.intent.read;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.Stage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one object means in groups.
 *
 * @param object the object
 * @param owner the object that manages it, or null
 * @param mode how it was read
 * @param finished whether the object's status says that it is over, and makes no pods any more
 * @param suspended whether the object is suspended; it is read as if it were resumed
 * @param groups its groups, parents before children; empty if there is nothing to place, or it could not be read
 * @param losses what the groups do not say, in the order of reading
 * @param lint what is odd
 * @param error what is missing to read it, or null
 * @param faults values that are wrong, in the order of reading; unknown and duplicate fields of pods among them, which
 *     are left out
 */
public record Reading(
        SourceObject object,
        @Nullable SourceObject owner,
        ReadingMode mode,
        boolean finished,
        boolean suspended,
        List<IntendedGroup> groups,
        List<ReadingLoss> losses,
        List<ReadingLint> lint,
        @Nullable ReadingLoss error,
        List<Fault> faults) {

    public Reading {
        requireNonNull(object, "object");
        requireNonNull(mode, "mode");
        groups = List.copyOf(requireNonNull(groups, "groups"));
        losses = List.copyOf(requireNonNull(losses, "losses"));
        lint = List.copyOf(requireNonNull(lint, "lint"));
        faults = List.copyOf(requireNonNull(faults, "faults"));
    }

    /** {@return whether it could be read: nothing is missing, and no value is of a wrong type} */
    public boolean isWhole() {
        return error == null && faults.stream().noneMatch(Reading::isSerious);
    }

    static boolean isSerious(Fault fault) {
        return fault.type().stage() != Stage.STRICT;
    }

    /** {@return the group of that name} */
    public Optional<IntendedGroup> group(String name) {
        requireNonNull(name, "name");
        return groups.stream().filter(group -> group.name().equals(name)).findFirst();
    }

    /** {@return a hash code of the object alone: what was read of it is long} */
    @Override
    public int hashCode() {
        return object.hashCode();
    }
}
