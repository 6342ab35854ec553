package vdcsim.hypervisor.batch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.random.Distribution;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a batch of tasks. */
@Doc("Tasks that each compute for so many instructions, dealt out to virtual machines in turn.")
public record TaskBatchSpec(
    @Key(
            value = "The machines, by names in which '*' stands for any text.",
            example = "vm*",
            names = "vms")
        List<String> on,
    @Key(value = "How many tasks there are.", example = "16000") int count,
    @Key(
            value = "How many instructions a thread of a task takes.",
            example = "uniform(10e9, 99.999e9)")
        Distribution instructions,
    @Key(
            value = "Threads of a task, all of which have as much to do.",
            fallback = "1",
            source = "the least that a task has",
            example = "2")
        int threads,
    @Key(
            value = "What an instruction takes.",
            fallback = "1",
            source = "as simulators of clouds count: a core of 1 GHz gives 1000 MIPS",
            example = "1.5")
        double cyclesPerInstruction,
    @Key(value = "When the first task comes.", fallback = "0 s") Duration start,
    @Key(
            value = "From one task to the next; without it all come at once.",
            quantity = Duration.class,
            example = "exponential(mean: 10 ms)")
        Optional<Distribution> arrivals,
    @Key(
            value = "Records how many have come and ended, at most once in this time.",
            example = "1 s")
        Optional<Duration> sample) {
  private static final int MOST_TASKS = 100_000_000;
  private static final int MOST_THREADS = 4096;

  public TaskBatchSpec {
    on = List.copyOf(on);
    if (on.isEmpty()) {
      throw new Refusal("on", "a batch runs on at least one machine");
    }
    within("count", count, MOST_TASKS);
    within("threads", threads, MOST_THREADS);
    if (!(cyclesPerInstruction > 0)) {
      throw new Refusal(
          "cycles-per-instruction",
          "an instruction takes more than 0 cycles, was " + cyclesPerInstruction);
    }
  }

  private static void within(String key, int value, int most) {
    if (value < 1 || value > most) {
      throw new Refusal(key, key + " must lie between 1 and " + most + ", was " + value);
    }
  }
}
