package vdcsim.hypervisor.level.program;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import vdcsim.hypervisor.level.Call;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a phase of a program. */
@Doc("Calls and computing that are repeated.")
public record ProgramPhaseSpec(
    @Key(
            value = "How many calls of each kind make one repetition.",
            example = "{ stat: 10, fork: 1 }")
        Map<String, Long> calls,
    @Key(
            value = "How long a repetition computes beside them, on the bare machine.",
            fallback = "0 s",
            source = "calls alone",
            example = "1 ms")
        Duration compute,
    @Key(
            value = "How often it is repeated.",
            fallback = "1",
            source = "a phase that is run once",
            example = "1000")
        long repeat) {
  private static final long MOST = 100_000_000;

  public ProgramPhaseSpec {
    calls = new LinkedHashMap<>(calls);
    within("repeat", repeat);
    calls.forEach(ProgramPhaseSpec::check);
    if (calls.isEmpty() && compute.isZero()) {
      throw new Refusal("calls", "a phase has calls, or computes, or both");
    }
  }

  private static void check(String word, long count) {
    if (Call.named(word).isEmpty()) {
      throw new Refusal(
          "calls", "there is no call '%s'%s".formatted(word, NearNames.hint(word, Call.words())));
    }
    within("calls", count);
  }

  private static void within(String key, long value) {
    if (value < 1 || value > MOST) {
      throw new Refusal(key, key + " must lie between 1 and " + MOST + ", was " + value);
    }
  }
}
