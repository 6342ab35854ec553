package vdcsim.hypervisor.level.program;

import java.util.EnumMap;
import java.util.Map;
import vdcsim.hypervisor.level.Bill;
import vdcsim.hypervisor.level.Call;
import vdcsim.hypervisor.level.Image;
import vdcsim.hypervisor.level.Level;

/** A phase, ready to run. */
final class ProgramPhase {
  private final Map<Call, Long> calls = new EnumMap<>(Call.class);
  private final long computeCycles;
  private final long repeat;

  ProgramPhase(ProgramPhaseSpec spec, long computeCycles) {
    spec.calls().forEach((word, count) -> calls.put(Call.named(word).orElseThrow(), count));
    this.computeCycles = computeCycles;
    this.repeat = spec.repeat();
  }

  long repeat() {
    return repeat;
  }

  /** How many calls a repetition makes. */
  long callsEach() {
    return calls.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Writes down what so many repetitions cost. */
  void charge(long times, Level level, Image image, Bill bill) {
    calls.forEach((call, count) -> level.call(call, count * times, image, bill));
    if (computeCycles > 0) {
      level.compute(times, computeCycles, bill);
    }
  }
}
