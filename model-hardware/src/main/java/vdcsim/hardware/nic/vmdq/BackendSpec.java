package vdcsim.hardware.nic.vmdq;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about the host's threads that carry frames into machines and out. */
@Doc("What the host's threads do for each frame into a machine and out of it.")
public record BackendSpec(
    @Key(
            value = "Cycles to find the machine that a frame is for; none where the card has.",
            fallback = "1500",
            source = "an assumption: what a lookup in a software switch takes of the whole")
        int sort,
    @Key(
            value = "Cycles to hand a frame over, the copy apart.",
            fallback = "6660",
            source =
                "Dong et al., HPCA 2010, V.D: one thread carries 3.6 Gb/s at 2.8 GHz"
                    + " (pv-single-10vm)")
        int frame,
    @Key(
            value = "Cycles to copy 1024 bytes.",
            fallback = "340",
            source = "one core copies about 9 GB/s at 3 GHz, as STREAM copy has it on one thread")
        int copyKib,
    @Key(
            value = "How many frames may wait for a thread, each way.",
            fallback = "1000",
            source = "Linux, net.core.netdev_max_backlog")
        int backlog) {
  /** What holds when a scenario says nothing. */
  public static final BackendSpec DEFAULT = new BackendSpec(1500, 6660, 340, 1000);

  private static final int KIB = 1024;

  public BackendSpec {
    if (sort < 0 || frame < 0 || copyKib < 0) {
      throw new Refusal("", "cycles cannot be negative");
    }
    if (backlog < 1) {
      throw new Refusal("backlog", "a backlog holds at least 1 frame, was " + backlog);
    }
  }

  long cycles(int bytes, boolean sorted) {
    return (sorted ? 0 : sort) + frame + (long) copyKib * bytes / KIB;
  }
}
