package vdcsim.hypervisor.level.runtime;

import java.util.Optional;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a managed-language runtime and the program in it. */
@Doc("A runtime that interprets a program's methods, compiles the hot ones, and collects garbage.")
public record RuntimeSpec(
    @Key(
            value = "Methods that the program's work goes through.",
            fallback = "200",
            source = "assumed",
            example = "1000")
        int methods,
    @Key(
            value = "How uneven: the method of rank k is called as often as 1/k to this power.",
            fallback = "1",
            source = "Zipf's law; assumed")
        double skew,
    @Key(
            value = "What a call of a method takes, compiled by a native compiler, in cycles.",
            fallback = "500",
            source = "assumed")
        long methodCycles,
    @Key(value = "Rounds of loops in a call.", fallback = "5", source = "assumed") long loops,
    @Key(
            value = "Bytes of a method's byte code.",
            fallback = "200",
            source = "assumed",
            example = "100")
        int size,
    @Key(
            value = "How many times longer interpreted code runs than native code.",
            fallback = "20",
            source = "a template interpreter against an optimizing compiler; assumed")
        double interpreted,
    @Key(
            value = "How many times longer code of the quick compiler runs, its counters included.",
            fallback = "3",
            source = "HotSpot: its counters alone take 30 %; assumed")
        double profiled,
    @Key(
            value = "How many times longer code of the optimizing compiler runs.",
            fallback = "1.1",
            source = "checks of bounds and null, barriers of the collector; assumed")
        double optimized,
    @Key("When methods are compiled.") Optional<Thresholds> thresholds,
    @Key(
            value = "Threads of the quick compiler.",
            fallback = "1",
            source = "HotSpot on 4 processors: one of three compiler threads")
        int quickThreads,
    @Key(
            value = "Threads of the optimizing compiler.",
            fallback = "2",
            source = "HotSpot on 4 processors: two of three compiler threads")
        int threads,
    @Key(
            value = "What the quick compiler takes for a byte of byte code, in cycles.",
            fallback = "5000",
            source = "0.5 MB/s at 2.4 GHz, as -XX:+CITime shows; from memory")
        long quickCompile,
    @Key(
            value = "What the optimizing compiler takes for a byte of byte code, in cycles.",
            fallback = "50000",
            source = "a tenth of that; from memory")
        long compile,
    @Key("The garbage collector.") Optional<CollectorSpec> collector,
    @Key(
            value = "What the program allocates for a million cycles of its work.",
            fallback = "256 KiB",
            source = "600 MB/s at 2.4 GHz: a busy server; assumed")
        DataSize allocation,
    @Key(
            value = "Out of managed code into a system call's wrapper and back, in cycles.",
            fallback = "100",
            source = "a call through the native interface; assumed")
        long nativeCall,
    @Key(
            value = "The runtime's own memory: code, classes, compilers.",
            fallback = "40 MiB",
            source = "a small HotSpot; assumed")
        DataSize ownMemory) {
  private static final int MOST_METHODS = 100_000;
  private static final int MOST_THREADS = 1024;
  private static final long MOST_CYCLES = 1_000_000_000;

  /** What holds when a scenario says nothing. */
  public static final RuntimeSpec UNSAID =
      new RuntimeSpec(
          200,
          1,
          500,
          5,
          200,
          20,
          3,
          1.1,
          Optional.empty(),
          1,
          2,
          5000,
          50_000,
          Optional.empty(),
          new DataSize(256L << 10),
          100,
          new DataSize(40L << 20));

  public RuntimeSpec {
    within("methods", methods, MOST_METHODS);
    within("method-cycles", methodCycles, MOST_CYCLES);
    within("size", size, 1 << 16);
    within("quick-threads", quickThreads, MOST_THREADS);
    within("threads", threads, MOST_THREADS);
    within("quick-compile", quickCompile, MOST_CYCLES);
    within("compile", compile, MOST_CYCLES);
    if (loops < 0 || loops > MOST_CYCLES) {
      throw new Refusal("loops", "loops must lie between 0 and 10^9, was " + loops);
    }
    if (nativeCall < 0) {
      throw new Refusal("native-call", "native-call cannot be negative, was " + nativeCall);
    }
    if (!(skew >= 0 && skew <= 10)) {
      throw new Refusal("skew", "skew must lie between 0 and 10, was " + skew);
    }
    if (!(optimized > 0 && profiled >= optimized && interpreted >= profiled)) {
      throw new Refusal(
          "interpreted",
          "interpreted code is the slowest, optimized the fastest, were %s, %s and %s"
              .formatted(interpreted, profiled, optimized));
    }
  }

  private static void within(String key, long value, long most) {
    if (value < 1 || value > most) {
      throw new Refusal(key, key + " must lie between 1 and " + most + ", was " + value);
    }
  }

  double ratio(Tier tier) {
    return switch (tier) {
      case INTERPRETED -> interpreted;
      case PROFILED -> profiled;
      case OPTIMIZED -> optimized;
    };
  }

  Thresholds when() {
    return thresholds.orElse(Thresholds.HOTSPOT);
  }

  CollectorSpec heap() {
    return collector.orElse(CollectorSpec.UNSAID);
  }
}
