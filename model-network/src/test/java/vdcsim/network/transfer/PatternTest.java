package vdcsim.network.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.random.RandomStreams;
import vdcsim.network.transfer.Pattern.Pair;

class PatternTest {
  private final RandomStream random = new RandomStreams(1, 0).stream("pairs");

  @Test
  void allToAllIsEveryOrderedPairOnce() {
    List<Pair> pairs = Pattern.ALL_TO_ALL.round(4, random);
    assertThat(pairs).hasSize(12).doesNotHaveDuplicates();
    assertThat(pairs).allMatch(pair -> pair.from() != pair.to());
    assertThat(pairs.subList(0, 4))
        .containsExactly(new Pair(0, 1), new Pair(1, 2), new Pair(2, 3), new Pair(3, 0));
  }

  @Test
  void aPermutationSendsFromEachToAnotherThatNoneElseSendsTo() {
    for (int round = 0; round < 50; round++) {
      List<Pair> pairs = Pattern.PERMUTATION.round(7, random);
      TreeSet<Integer> to = new TreeSet<>();
      pairs.forEach(pair -> to.add(pair.to()));
      assertThat(pairs).hasSize(7).allMatch(pair -> pair.from() != pair.to());
      assertThat(to).hasSize(7);
    }
  }

  /** 12 000 draws of 12 pairs: 1000 each, with a standard deviation of 30. */
  @Test
  void randomPairsAreAllEquallyLikely() {
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    for (int i = 0; i < 12_000; i++) {
      Pair pair = Pattern.RANDOM_PAIRS.round(4, random).get(0);
      counts.merge(4 * pair.from() + pair.to(), 1, Integer::sum);
    }
    assertThat(counts).hasSize(12);
    assertThat(counts.values()).allMatch(count -> Math.abs(count - 1000) < 150);
  }
}
