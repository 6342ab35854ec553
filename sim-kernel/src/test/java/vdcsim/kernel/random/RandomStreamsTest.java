package vdcsim.kernel.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
  private final RandomStreams streams = new RandomStreams(42, 0);

  @Test
  void theFirstDrawsArePinned() {
    RandomStream stream = streams.stream("probe.interarrival");
    assertThat(List.of(stream.nextLong(), stream.nextLong()))
        .containsExactly(3985813627134988373L, 1391749077048068763L);
    assertThat(stream.nextDouble()).isEqualTo(0.37396897814135566);
    assertThat(stream.nextInt(1000)).isEqualTo(201);
  }

  @Test
  void anotherStreamShiftsNoDraws() {
    List<Long> alone = draws(streams.stream("a"));
    RandomStream first = streams.stream("a");
    RandomStream second = streams.stream("b");
    List<Long> besides = LongStream.range(0, 20).map(i -> draw(first, second)).boxed().toList();
    assertThat(besides).isEqualTo(alone);
  }

  private static long draw(RandomStream first, RandomStream second) {
    second.nextLong();
    return first.nextLong();
  }

  @Test
  void nameSeedAndReplicationEachGiveOtherDraws() {
    assertThat(
            List.of(
                draws(streams.stream("a")),
                draws(streams.stream("b")),
                draws(streams.stream("")),
                draws(streams.stream("ab")),
                draws(streams.stream("ba")),
                draws(new RandomStreams(43, 0).stream("a")),
                draws(new RandomStreams(42, 1).stream("a"))))
        .doesNotHaveDuplicates();
  }

  @Test
  void theSameNameStartsAtTheBeginning() {
    assertThat(draws(streams.stream("a"))).isEqualTo(draws(streams.stream("a")));
  }

  private static List<Long> draws(RandomStream stream) {
    return LongStream.range(0, 20).map(i -> stream.nextLong()).boxed().toList();
  }
}
