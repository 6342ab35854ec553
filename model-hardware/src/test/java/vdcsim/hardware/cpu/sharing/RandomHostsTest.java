package vdcsim.hardware.cpu.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random hosts beside a plain calculation: from change to change, with the level of max-min
 * fairness found by bisection, and no virtual time.
 */
class RandomHostsTest {
  private final double[] weights = new double[6];
  private final double[] most = new double[6];
  private final double[] begin = new double[60];
  private final double[] left = new double[60];
  private final double[] work = new double[60];
  private final int[] threads = new int[60];
  private final int[] owner = new int[60];
  private final double[] end = new double[60];

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void endsAndProcessorTimesAreThoseOfAPlainCalculation(long seed) {
    Random random = new Random(seed);
    int cores = 1 + random.nextInt(8);
    Bench bench = new Bench(cores);
    for (int s = 0; s < weights.length; s++) {
      weights[s] = 1 + random.nextInt(5);
      most[s] = random.nextInt(4) == 0 ? 0.1 + random.nextDouble() : 1 + random.nextInt(4);
      bench.share(weights[s], most[s]);
    }
    double total = 0;
    for (int t = 0; t < begin.length; t++) {
      begin[t] = random.nextInt(3) == 0 ? 0 : random.nextInt(40);
      work[t] = random.nextInt(5) == 0 ? 3 : 0.01 + 10 * random.nextDouble();
      threads[t] = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 1;
      owner[t] = random.nextInt(weights.length);
      total += work[t] * threads[t];
      bench.submit(begin[t], bench.shares.get(owner[t]), t, threads[t], work[t]);
    }
    calculate(cores);
    bench.run();
    for (int t = 0; t < begin.length; t++) {
      assertThat(bench.end(t)).as("task " + t).isCloseTo(end[t], within(1e-9 * end[t] + 1e-9));
    }
    assertThat(bench.cores.coreSeconds()).isCloseTo(total, within(1e-9 * total));
  }

  private void calculate(int cores) {
    System.arraycopy(work, 0, left, 0, work.length);
    double now = 0;
    while (true) {
      double[] each = rates(cores, now);
      double step = Double.POSITIVE_INFINITY;
      for (int t = 0; t < begin.length; t++) {
        if (begin[t] > now) {
          step = Math.min(step, begin[t] - now);
        } else if (left[t] > 0) {
          step = Math.min(step, left[t] / each[owner[t]]);
        }
      }
      if (step == Double.POSITIVE_INFINITY) {
        return;
      }
      for (int t = 0; t < begin.length; t++) {
        if (begin[t] <= now && left[t] > 0) {
          left[t] -= step * each[owner[t]];
          if (left[t] < 1e-12) {
            left[t] = 0;
            end[t] = now + step;
          }
        }
      }
      now += step;
      for (int t = 0; t < begin.length; t++) {
        now = Math.abs(begin[t] - now) < 1e-12 ? begin[t] : now;
      }
    }
  }

  /** Gigacycles a second of a thread, by share. */
  private double[] rates(int cores, double now) {
    int[] running = new int[weights.length];
    for (int t = 0; t < begin.length; t++) {
      running[owner[t]] += begin[t] <= now && left[t] > 0 ? threads[t] : 0;
    }
    double low = 0;
    double high = 1000;
    for (int i = 0; i < 200; i++) {
      double level = (low + high) / 2;
      double used = 0;
      for (int s = 0; s < weights.length; s++) {
        used += Math.min(Math.min(running[s], most[s]), level * weights[s]);
      }
      if (used > cores) {
        high = level;
      } else {
        low = level;
      }
    }
    double[] each = new double[weights.length];
    for (int s = 0; s < weights.length; s++) {
      double given = Math.min(Math.min(running[s], most[s]), low * weights[s]);
      each[s] = running[s] == 0 ? 0 : given / running[s];
    }
    return each;
  }
}
