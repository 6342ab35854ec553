package vdcsim.hypervisor.cpu.guest;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a phase of a guest's program. */
@Doc("A phase: something that is repeated, and then perhaps a pause.")
public record PhaseSpec(
    @Key(
            value = "How many operations of each class make one repetition.",
            example = "{ user: 1000, system-call: 1 }")
        Map<String, Long> mix,
    @Key(value = "A mix by its name, before those of 'mix'.", example = "compile")
        Optional<String> named,
    @Key(
            value = "Instructions by their names, in order, each with an operand if it has one.",
            example = "[ CLI, POPF 0x200 ]")
        List<String> trace,
    @Key(
            value = "Whether a program issues the trace, and not the guest's kernel.",
            fallback = "false")
        boolean inUserMode,
    @Key(
            value = "How often it is repeated.",
            fallback = "1",
            source = "a phase that is run once",
            example = "1000")
        long repeat,
    @Key(value = "How long the guest then has nothing to do.", fallback = "0 s") Duration idle,
    @Key(
            value = "Basic blocks of kernel code that a repetition runs through.",
            fallback = "1",
            source = "the least",
            example = "500")
        int blocks,
    @Key(
            value = "Instructions in a block.",
            fallback = "12",
            source = "Adams and Agesen 2006, 3.2: a translation unit is at most 12")
        int blockLength,
    @Key("Code of which a repetition draws its blocks; without it, all run through the same.")
        Optional<FootprintSpec> footprint,
    @Key(
            value = "How much data each process uses between two context switches.",
            fallback = "0 B",
            source = "a process that only hands on")
        DataSize workingSet,
    @Key(
            value = "How many processes take turns, each with such data.",
            fallback = "2",
            source = "the least that can")
        int processes,
    @Key(
            value =
                "What its processes and its kernel do with pages in a repetition, where the guest"
                    + " has 'memory': touch, fork, move, protect.",
            example = "{ touch: 100, fork: 1 }")
        Map<String, Long> pages) {
  private static final long MOST_EACH = 1_000_000;
  private static final long MOST_REPEATS = 100_000_000;
  private static final int MOST_BLOCKS = 1_000_000;
  private static final int MOST_PROCESSES = 1_000_000;
  private static final int LONGEST_BLOCK = 12;

  public PhaseSpec {
    mix = new LinkedHashMap<>(mix);
    pages = new LinkedHashMap<>(pages);
    trace = List.copyOf(trace);
    within("repeat", repeat, MOST_REPEATS);
    within("blocks", blocks, MOST_BLOCKS);
    within("processes", processes, MOST_PROCESSES);
    within("block-length", blockLength, LONGEST_BLOCK);
    mix.forEach(PhaseSpec::checkOperation);
    pages.forEach(PhaseSpec::checkPageWork);
    if (named.isPresent() && NamedMixes.find(named.get()).isEmpty()) {
      throw new Refusal(
          "named",
          "there is no mix '%s'%s"
              .formatted(named.get(), NearNames.hint(named.get(), NamedMixes.names())));
    }
  }

  /** A phase of which nothing else is said. */
  static PhaseSpec plain(Map<String, Long> mix, List<String> trace, long repeat, Duration idle) {
    return new PhaseSpec(
        mix,
        Optional.empty(),
        trace,
        false,
        repeat,
        idle,
        1,
        LONGEST_BLOCK,
        Optional.empty(),
        new DataSize(0),
        2,
        Map.of());
  }

  private static void checkOperation(String word, long count) {
    if (Operation.named(word).isEmpty()) {
      throw new Refusal(
          "mix",
          "there is no operation '%s'%s".formatted(word, NearNames.hint(word, Operation.words())));
    }
    within("mix", count, MOST_EACH);
  }

  private static void checkPageWork(String word, long count) {
    if (PageWork.named(word).isEmpty()) {
      throw new Refusal(
          "pages",
          "nothing is done with pages by '%s'%s"
              .formatted(word, NearNames.hint(word, PageWork.words())));
    }
    within("pages", count, MOST_EACH);
  }

  private static void within(String key, long value, long most) {
    if (value < 1 || value > most) {
      throw new Refusal(key, key + " must lie between 1 and " + most + ", was " + value);
    }
  }

  /** The operations of a repetition, the named ones first. */
  Map<Operation, Long> operations() {
    Map<Operation, Long> all = new LinkedHashMap<>();
    named.flatMap(NamedMixes::find).ifPresent(all::putAll);
    mix.forEach((word, count) -> all.merge(Operation.named(word).orElseThrow(), count, Long::sum));
    return all;
  }
}
