package io.github.workload4j.cli.input;

import io.github.workload4j.intent.derive.Assumption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is taken for granted about groups: an option of every command that asks about them. */
public final class AssumeOption {

    @Option(
            names = "--assume",
            paramLabel = "complete|ungated",
            split = ",",
            arity = "1",
            converter = Word.class,
            description = "What to take for granted. complete: groups that exist in part have all their pods, those"
                    + " missing like those there. ungated: no pod is held by a scheduling gate. May be"
                    + " both, with a comma between.")
    private List<Assumption> assumed = new ArrayList<>();

    Set<Assumption> assumptions() {
        return assumed.isEmpty() ? Set.of() : EnumSet.copyOf(assumed);
    }

    /** Reads one word. */
    static final class Word implements ITypeConverter<Assumption> {
        @Override
        public Assumption convert(String word) {
            for (Assumption assumption : Assumption.values()) {
                if (assumption.word().equals(word)) {
                    return assumption;
                }
            }
            throw new TypeConversionException("`" + word + "` is no assumption (expected: complete or ungated)");
        }
    }
}
