package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Packing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Of every broken checker it is found out that it is, by what finds nothing about the checker as it is. */
class MutantTest {

    @TestFactory
    Stream<DynamicTest> everyBrokenCheckerIsFoundOut(@TempDir Path directory) throws IOException {
        List<Mutant> mutants = Mutant.all();
        assertThat(mutants).hasSizeGreaterThan(25);
        Map<Mutant, Path> compiled = Mutant.compiled(mutants, directory);
        return mutants.stream()
                .map(mutant -> DynamicTest.dynamicTest(
                        mutant.name(),
                        () -> assertThat(whatIsWrongWith(mutant, compiled.get(mutant)))
                                .isNotNull()));
    }

    @Test
    void nothingIsFoundAboutTheCheckerAsItIs() throws IOException {
        assertThat(new Limits().get()).isNull();
        Set<String> names = Mutant.all().stream().map(Mutant::claim).collect(Collectors.toCollection(TreeSet::new));
        names.remove("limits");
        for (String name : names) {
            FalseClaims.Claim claim = FalseClaims.named(name);
            assertThat(claim.forgedBy(new Prover(claim.depth()))).as(name).isNull();
        }
    }

    @SuppressWarnings("unchecked")
    private static String whatIsWrongWith(Mutant mutant, Path directory) throws Exception {
        if (mutant.claim().equals("limits")) {
            Class<?> limits = mutant.load(Limits.class, directory);
            return ((Supplier<String>) limits.getConstructor().newInstance()).get();
        }
        Class<?> type = mutant.load(Prover.class, directory);
        assertThat(type.getClassLoader()).isNotSameAs(Prover.class.getClassLoader());
        int depth = FalseClaims.named(mutant.claim()).depth();
        return forged(
                (BiFunction<Packing, Integer, String>)
                        type.getConstructor(int.class).newInstance(depth),
                mutant);
    }

    private static String forged(BiFunction<Packing, Integer, String> prover, Mutant mutant) {
        return FalseClaims.named(mutant.claim()).forgedBy(prover);
    }
}
