package vdcsim.hypervisor.level.usermode;

import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about User-Mode Linux. */
@Doc("A kernel that is a process of another kernel, and traces its guests' processes.")
public record UserModeSpec(
    @Key(
            value =
                "A traced process stops and is continued: two context switches, the tracer's wait,"
                    + " its reading and writing of registers; in cycles.",
            fallback = "28560",
            source =
                "half of what xen03-t3-null-call-UML has above two native null calls; with that of"
                    + " hand-over the one row of User-Mode Linux that is an input")
        long stop,
    @Key(
            value = "A call of the host that maps a page, in cycles.",
            fallback = "3072",
            source = "as xen03-t3-stat-L-UP: a system call that looks something up; assumed")
        long map,
    @Key(
            value =
                "What the switch to another process of the guest costs beyond the host's own, in"
                    + " cycles.",
            fallback = "35352",
            source = "xen03-t4-2p0k-UML less xen03-t4-2p0k-L-UP: an input")
        long handOver,
    @Key(
            value = "The guest's memory, a file of the host, all of it in use.",
            fallback = "32 MiB",
            source = "User-Mode Linux 2.4, its default of mem=")
        DataSize memory) {
  /** What holds when a scenario says nothing. */
  public static final UserModeSpec UNSAID =
      new UserModeSpec(28_560, 3072, 35_352, new DataSize(32L << 20));

  public UserModeSpec {
    if (stop < 0) {
      throw new Refusal("stop", "stop cannot be negative, was " + stop);
    }
    if (map < 0) {
      throw new Refusal("map", "map cannot be negative, was " + map);
    }
    if (handOver < 0) {
      throw new Refusal("hand-over", "hand-over cannot be negative, was " + handOver);
    }
  }
}
