package io.github.workload4j.gang.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Quantity;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    private static final long GIBI = 1L << 30;

    @ParameterizedTest
    @CsvSource({
        "3075473408, 2933Mi",
        "1610612736, 1.5Gi",
        "500000000, 500M",
        "3181199360, 3106640Ki",
        "1025, 1025",
        "0, 0",
        "1099511627776, 1Ti"
    })
    void whatIsAskedIsWrittenInTheLargestUnitThatIsExact(long bytes, String text) {
        assertThat(Amounts.exact("memory", bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"3206545408, 3221225472, 2.99Gi", "3221225471, 3221225472, 3221225471", "0, 1, 0"})
    void theMostThatIsFreeStaysBelowWhatIsAsked(long free, long asked, String text) {
        assertThat(Amounts.mostFree("memory", free, asked)).isEqualTo(text);
    }

    @Property(seed = "11", tries = 1000)
    void whatIsAskedIsExactWhenTypedIn(@ForAll @LongRange(min = 0) long amount) {
        assertThat(Quantity.parse(Amounts.exact("memory", amount)).units()).isEqualTo(amount);
        assertThat(Quantity.parse(Amounts.exact("cpu", amount)).millis()).isEqualTo(amount);
    }

    @Property(seed = "12", tries = 1000)
    void whatIsFreeIsNeverRoundedUp(@ForAll @LongRange(min = 0, max = 1L << 60) long amount) {
        assertThat(Quantity.parse(Amounts.free("memory", amount)).units()).isLessThanOrEqualTo(amount);
        assertThat(Quantity.parse(Amounts.shortfall("memory", amount)).units()).isGreaterThanOrEqualTo(amount);
    }

    @Property(seed = "13", tries = 1000)
    void theMostThatIsFreeIsBetweenWhatIsFreeAndWhatIsAsked(
            @ForAll @LongRange(min = 0, max = 100 * GIBI) long free,
            @ForAll @LongRange(min = 1, max = GIBI) long more) {
        long said =
                Quantity.parse(Amounts.mostFree("memory", free, free + more)).units();
        assertThat(said).isBetween(free, free + more);
    }
}
