package vdcsim.hypervisor.level.runtime;

import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a garbage collector. */
@Doc("A collector with two generations, which stops the program.")
public record CollectorSpec(
    @Key(
            value = "Where objects are made; when it is full, what still lives is copied out.",
            fallback = "64 MiB",
            source = "a third of a heap of 192 MiB: HotSpot, NewRatio 2")
        DataSize young,
    @Key(
            value = "Where objects come that have lived on; when it is full, all is collected.",
            fallback = "128 MiB",
            source = "as above")
        DataSize old,
    @Key(
            value = "The share of a full young generation that still lives.",
            fallback = "5 %",
            source = "most objects die young (Ungar 1984); assumed")
        Ratio survival,
    @Key(
            value = "Collections that an object must live through to come into the old generation.",
            fallback = "15",
            source = "HotSpot, MaxTenuringThreshold")
        int age,
    @Key(
            value = "Of what lives through a collection, the share that lives through the next.",
            fallback = "50 %",
            source = "assumed")
        Ratio furtherSurvival,
    @Key(
            value = "Stopping the program and looking through its roots, in cycles.",
            fallback = "1000000",
            source = "0.4 ms at 2.4 GHz; assumed")
        long stop,
    @Key(
            value = "Copying a byte that lives, in cycles.",
            fallback = "2",
            source = "1.2 GB/s at 2.4 GHz; assumed")
        int copy,
    @Key(
            value = "Marking and moving a byte that lives in the old generation, in cycles.",
            fallback = "4",
            source = "two passes more than a copy; assumed")
        int compact,
    @Key(
            value = "The share of the old generation that still lives when it is full.",
            fallback = "30 %",
            source = "assumed")
        Ratio oldSurvival) {
  /** What holds when a scenario says nothing. */
  public static final CollectorSpec UNSAID =
      new CollectorSpec(
          new DataSize(64L << 20),
          new DataSize(128L << 20),
          new Ratio(0.05),
          15,
          new Ratio(0.5),
          1_000_000,
          2,
          4,
          new Ratio(0.3));

  public CollectorSpec {
    if (young.bytes() < 1 << 16) {
      throw new Refusal("young", "young has at least 64 KiB, was " + young.bytes() + " B");
    }
    if (old.bytes() < young.bytes()) {
      throw new Refusal("old", "old must be as large as young at least, was " + old.bytes() + " B");
    }
    share("survival", survival);
    share("further-survival", furtherSurvival);
    share("old-survival", oldSurvival);
    if (age < 1 || age > 15) {
      throw new Refusal("age", "age must lie between 1 and 15, was " + age);
    }
    if (stop < 0 || copy < 0 || compact < 0) {
      throw new Refusal("stop", "stop, copy and compact cannot be negative");
    }
  }

  private static void share(String key, Ratio value) {
    if (value.value() < 0 || value.value() >= 1) {
      throw new Refusal(key, key + " lies between 0 and 100 %, was " + value.value());
    }
  }
}
