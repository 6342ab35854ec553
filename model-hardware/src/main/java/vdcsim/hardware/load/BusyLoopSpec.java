package vdcsim.hardware.load;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vdcsim.hardware.machine.MemoryUseSpec;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about threads that always compute. */
@Doc("Threads that compute without end, as 'stress' does.")
public record BusyLoopSpec(
    @Key(value = "Where they run.", example = "h1", names = "hosts") String on,
    @Key(value = "The group of the host that they are in.", example = "a") Optional<String> group,
    @Key(
            value = "How many there are.",
            fallback = "1",
            source = "the least that makes a load",
            example = "4")
        int threads,
    @Key(value = "Their nice value.", fallback = "0", source = "POSIX, nice", example = "5")
        int nice,
    @Key(value = "The processors that they may run on; without it, all.", example = "[0]")
        List<Integer> cpus,
    @Key("Its memory, where the host has several nodes.") Optional<MemoryUseSpec> memory,
    @Key(value = "When they start.", fallback = "0 s") Duration start,
    @Key(value = "How long they run; without it, until the end.", example = "6 s")
        Optional<Duration> for_) {

  public BusyLoopSpec {
    cpus = List.copyOf(cpus);
    if (threads < 1) {
      throw new Refusal("threads", "there is at least 1 thread, was " + threads);
    }
    checkNice(nice);
  }

  static void checkNice(int nice) {
    if (nice < -20 || nice > 19) {
      throw new Refusal("nice", "nice lies between -20 and 19, was " + nice);
    }
  }
}
