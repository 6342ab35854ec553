package vdcsim.scenario.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vdcsim.kernel.Simulation;
import vdcsim.scenario.language.problem.Problem;
import vdcsim.scenario.language.problem.RefusedScenario;

/**
 * Two thousand scenarios that nobody wrote: each is accepted or refused with a place, and nothing
 * else. Runs in a heap of 256 MB (see the module's {@code pom.xml}).
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
final class FuzzTest {
  private static final int INPUTS = 2_000;
  private static final long MOST_BYTES = 256L * 1024 * 1024;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void whatTheMutationsStartFromIsAccepted() {
    Mutations.scenarios().forEach(Reading::accepted);
  }

  @Test
  void everyInputIsAcceptedOrRefusedWithAPlace() {
    int accepted = 0;
    for (long seed = 0; seed < INPUTS; seed++) {
      accepted += isAccepted(seed) ? 1 : 0;
    }
    // Otherwise the mutations would test the YAML parser only.
    assertThat(accepted).isBetween(INPUTS / 20, INPUTS / 2);
  }

  private boolean isAccepted(long seed) {
    byte[] input = Mutations.of(seed);
    long before = threads.getCurrentThreadAllocatedBytes();
    try {
      Scenario scenario = Reading.read(input);
      scenario.builder().build(scenario.points().size() - 1, new Simulation(1, 0));
      return true;
    } catch (RefusedScenario e) {
      assertThat(e.problems()).as("seed %d", seed).isNotEmpty();
      e.problems().forEach(problem -> checkIsFitToBeShown(problem, input, seed));
      return false;
    } catch (RuntimeException | Error e) {
      throw new AssertionError(
          "seed " + seed + ":\n" + new String(input, StandardCharsets.UTF_8), e);
    } finally {
      assertThat(threads.getCurrentThreadAllocatedBytes() - before)
          .as("bytes allocated for seed %d", seed)
          .isLessThan(MOST_BYTES);
    }
  }

  private static void checkIsFitToBeShown(Problem problem, byte[] input, long seed) {
    long lines = new String(input, StandardCharsets.UTF_8).split("\r\n|[\r\n]", -1).length;
    assertThat((long) problem.line()).as("seed %d: %s", seed, problem).isBetween(1L, lines);
    assertThat(problem.column()).as("seed %d: %s", seed, problem).isPositive();
    assertThat(problem.message()).isNotBlank().hasSizeLessThanOrEqualTo(1_000);
    for (String shown : List.of(problem.message(), problem.path(), problem.excerpt())) {
      assertThat(shown.chars().anyMatch(Character::isISOControl)).as(shown).isFalse();
    }
  }
}
