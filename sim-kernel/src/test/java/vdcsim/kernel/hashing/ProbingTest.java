package vdcsim.kernel.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbingTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 16, 1024})
  void aNameIsLookedForAtEachPlaceOnce(int places) {
    int place = Probing.first("vm1", places);
    Set<Integer> met = new TreeSet<>();
    for (int number = 1; met.add(place); number++) {
      place = Probing.next(place, number, places);
    }
    assertThat(met).hasSize(places);
    assertThat(met).allMatch(one -> 0 <= one && one < places);
  }

  @Test
  void numberedNamesDoNotStandInARow() {
    int neighbours = 0;
    for (int i = 1; i < 100; i++) {
      int step = Probing.first("vm" + (i + 1), 1024) - Probing.first("vm" + i, 1024);
      neighbours += Math.abs(step) == 1 ? 1 : 0;
    }
    assertThat(neighbours).isLessThan(5);
  }
}
