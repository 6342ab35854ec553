package vdcsim.hardware.ethernet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Saturated stations at 10 Mb/s against closed forms. Efficiency is the share of time that frames
 * take, with their preambles; a is propagation over the time of a frame.
 *
 * <p>Stations are equally far from each other. The closed forms let every station contend anew for
 * each frame. Real stations do not: who has just sent tends to send again, while the others back
 * off, the more so the shorter the frames. So short frames do better than the closed forms say, as
 * Boggs, Mogul and Kent measured (SIGCOMM 1988), and many stations with long frames a little worse.
 */
class CsmaCdEfficiencyTest {
  private static final int LONGEST = 1518;
  private static final double FRAME_NS = (LONGEST + 8) * 800.0;

  private static double efficiency(int stations, int length, long propagationNs, long seconds) {
    long[] delays = new long[stations];
    Arrays.fill(delays, propagationNs / 2);
    Star star = new Star(new Bench(), delays);
    star.saturate(length);
    star.bench.simulation.run(seconds * 1_000_000_000L);
    return star.bench.count("hub.frames") * (length + 8) * 800.0 / (seconds * 1e9);
  }

  /** The published value of a row, as {@code csma-5a-0.01}. */
  private static double published(String row) throws IOException {
    try (InputStream file =
        CsmaCdEfficiencyTest.class.getResourceAsStream("csma-cd-efficiency.csv")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      Map<String, Double> values =
          text.lines()
              .skip(1)
              .map(line -> line.split(",", -1))
              .collect(Collectors.toMap(cells -> cells[0], cells -> Double.valueOf(cells[3])));
      return values.get(row);
    }
  }

  @ParameterizedTest
  @CsvSource({"10", "15", "20", "30"})
  void onTheLongestNetworkOfTheStandardItLiesBetweenTheTwoCurves(int stations) {
    // 2500 m of coaxial cable at 0.77 c and four repeaters: about 15.6 us from end to end.
    long propagationNs = 15_600;
    double a = propagationNs / FRAME_NS;
    assertThat(efficiency(stations, LONGEST, propagationNs, 4))
        .isBetween(1 / (1 + 6.44 * a), 1 / (1 + 3.44 * a));
  }

  @ParameterizedTest
  @CsvSource({"10", "15", "20"})
  void atAHundredthOfAFrameItLiesBetweenThePublishedValues(int stations) throws IOException {
    double efficiency = efficiency(stations, LONGEST, 12_208, 4);
    assertThat(efficiency).isBetween(published("csma-6.44a-0.01"), published("csma-3.44a-0.01"));
    assertThat(efficiency - published("csma-5a-0.01")).isBetween(-0.05, 0.05);
  }

  @Test
  void atATwentiethOfAFrame40StationsAreWithin5PercentOfThePublishedValue() throws IOException {
    // 25.6 us from end to end, half a slot: the longest that collisions can bridge; 632 bytes.
    assertThat(efficiency(40, 632, 25_600, 3) - published("csma-5a-0.05")).isBetween(-0.05, 0.05);
  }

  @Test
  void shortFramesOfTenStationsDoBetterThanTheClosedForm() {
    double a = 25.6 / 57.6;
    assertThat(efficiency(10, 64, 25_600, 2)).isGreaterThan(1 / (1 + 3.44 * a) + 0.2);
  }

  @Test
  void efficiencyFallsWithTheNumberOfStations() {
    assertThat(efficiency(5, LONGEST, 25_600, 2))
        .isGreaterThan(efficiency(20, LONGEST, 25_600, 2) + 0.02);
  }

  @Test
  void whoHasJustSentTendsToSendAgain() {
    List<Integer> winners = winnersOfTwo();
    long same = 0;
    for (int i = 1; i < winners.size(); i++) {
      same += winners.get(i).equals(winners.get(i - 1)) ? 1 : 0;
    }
    // Fair turns or fair coins would give at most a half.
    assertThat((double) same / winners.size()).isGreaterThan(0.7);
    // Jain's index of two: 1 is fair, 1/2 is all for one.
    assertThat(meanJainIndex(winners, 10)).isLessThan(0.8);
    assertThat(meanJainIndex(winners, 4_000)).isGreaterThan(0.95);
  }

  private static List<Integer> winnersOfTwo() {
    Star star = new Star(new Bench(), 500, 500);
    star.saturate(1000);
    List<Integer> winners = new ArrayList<>();
    star.station(0).onReceive((port, frame) -> winners.add(1));
    star.station(1).onReceive((port, frame) -> winners.add(0));
    star.bench.simulation.run(20_000_000_000L);
    return winners;
  }

  private static double meanJainIndex(List<Integer> winners, int window) {
    double sum = 0;
    int windows = winners.size() / window;
    for (int i = 0; i < windows; i++) {
      double ones = winners.subList(i * window, (i + 1) * window).stream().mapToInt(w -> w).sum();
      double zeros = window - ones;
      sum += window * (double) window / (2 * (ones * ones + zeros * zeros));
    }
    return sum / windows;
  }
}
