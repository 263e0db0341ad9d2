package io.surprisal.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomKeyTest {
    private static final RandomKey KEY = RandomKey.of(42);

    @Test
    void isAValue() {
        assertThat(RandomKey.of(42)).isEqualTo(KEY).hasSameHashCodeAs(KEY);
        assertThat(RandomKey.of(43)).isNotEqualTo(KEY);
        assertThat(KEY.equals((Object) 42L)).isFalse();
        assertThat(KEY).hasToString("RandomKey[0x000000000000002a]");
    }

    @Test
    void roundTripsThroughItsSeed() {
        var derived = KEY.foldIn(3);
        assertThat(RandomKey.of(derived.seed())).isEqualTo(derived);
    }

    @Test
    void exposesItsWordsLowHalfFirst() {
        var key = RandomKey.of(0x01234567_89abcdefL);
        assertThat(key.word0()).isEqualTo(0x89abcdef);
        assertThat(key.word1()).isEqualTo(0x01234567);
    }

    @Test
    void derivesKeysFromTheFirstWordsOfTheTaggedBlock() {
        var philox = new Philox4x32();
        philox.compute(1, 0, 0, 1, 42, 0);
        assertThat(KEY.split(3).get(1).seed()).isEqualTo(philox.firstPair());
        philox.compute(7, 5, 0, 2, 42, 0);
        assertThat(KEY.foldIn(0x5_0000_0007L).seed()).isEqualTo(philox.firstPair());
    }

    @Test
    void splitsInTwoByDefaultAndTheFirstKeysDoNotDependOnTheirNumber() {
        assertThat(KEY.split()).hasSize(2).isEqualTo(KEY.split(5).subList(0, 2));
    }

    @Test
    void givesImmutableLists() {
        var keys = KEY.split();
        assertThatThrownBy(() -> keys.set(0, KEY)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void neverRepeatsAKeyAmongThoseDerivedInDifferentWays() {
        var seen = new HashSet<RandomKey>();
        int derived = 0;
        for (var parent : KEY.split(100)) {
            assertThat(seen.add(parent)).isTrue();
            derived++;
            for (int i = 0; i < 100; i++) {
                seen.add(parent.foldIn(i));
                seen.add(parent.foldIn(-1L - i));
                derived += 2;
            }
            seen.addAll(parent.split(100));
            derived += 100;
        }
        assertThat(seen).hasSize(derived);
    }

    @Test
    void keysOfNamesDifferAlsoWhereTheirHashesDoNot() {
        RandomKey key = RandomKey.of(3);
        String[] names = {"", "\0", "\0\0", "Aa", "BB", "AaAa", "BBBB", "encoder", "encodes", "abcde", "abcdf", "eabcd"
        };
        Set<RandomKey> keys = new HashSet<>();
        for (String name : names) {
            assertThat(keys.add(key.foldIn(name))).as("a new key for %s", name).isTrue();
        }
        assertThat(key.foldIn("encoder")).isEqualTo(RandomKey.of(3).foldIn("encoder"));
    }

    @Test
    void derivesKeysWhoseDrawsAreUncorrelated() {
        int n = 100_000;
        var parent = new double[n];
        var child = new double[n];
        var sibling = new double[n];
        var folded = new double[n];
        var draws = HostDraws.create();
        draws.fill(DrawKind.NORMAL, KEY, 0, parent, 0, n);
        draws.fill(DrawKind.NORMAL, KEY.split().get(0), 0, child, 0, n);
        draws.fill(DrawKind.NORMAL, KEY.split().get(1), 0, sibling, 0, n);
        draws.fill(DrawKind.NORMAL, KEY.foldIn(0), 0, folded, 0, n);
        assertUncorrelated(parent, child);
        assertUncorrelated(child, sibling);
        assertUncorrelated(parent, folded);
        assertUncorrelated(child, folded);
    }

    @Test
    void rejectsSplittingIntoNoKeys() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KEY.split(0))
                .withMessage("split: the number of keys must be at least 1, but is 0. Ask for one key or more.");
    }

    /** The correlation of n pairs of independent normals is N(0, 1/n): 4.9σ is a false-alarm rate of 1e-6. */
    private static void assertUncorrelated(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        assertThat(Math.abs(sum / Math.sqrt(x.length))).isLessThan(4.9);
    }
}
