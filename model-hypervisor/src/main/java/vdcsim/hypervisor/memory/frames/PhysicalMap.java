package vdcsim.hypervisor.memory.frames;

/**
 * The physical memory that a guest believes in: frames from 0, without a hole, each of which is
 * some frame of the host.
 */
public final class PhysicalMap {
  /** There is no such frame. */
  public static final long NONE = -1;

  private final HostMemory host;
  private final int owner;
  private final int order;
  private final int[] hostFrames;

  /**
   * A guest's memory, all of it backed by frames that nobody was promised.
   *
   * @param frames how many the guest has, a multiple of what {@code order} says
   * @param order how many frames lie side by side on the host, as a power of two
   * @throws vdcsim.kernel.spec.Refusal if the host has not so many
   */
  public PhysicalMap(HostMemory host, String name, int frames, int order) {
    this(host, host.newOwner(name), frames, order);
  }

  /**
   * A guest's memory, all of it backed.
   *
   * @param owner the number by which the host knows the guest
   * @param frames how many the guest has, a multiple of what {@code order} says
   * @param order how many frames lie side by side on the host, as a power of two
   * @throws vdcsim.kernel.spec.Refusal if the host has not so many for it
   */
  public PhysicalMap(HostMemory host, int owner, int frames, int order) {
    host.require(owner, frames);
    this.host = host;
    this.owner = owner;
    this.order = order;
    this.hostFrames = new int[frames];
    int run = 1 << order;
    for (int first = 0; first < frames; first += run) {
      long found = host.takeRun(owner, first, order);
      for (int i = 0; i < run; i++) {
        hostFrames[first + i] = (int) (found + i);
      }
    }
  }

  /** The host whose frames they are. */
  public HostMemory host() {
    return host;
  }

  /** The number by which the host knows this guest. */
  public int owner() {
    return owner;
  }

  /** How many frames the guest has. */
  public int frames() {
    return hostFrames.length;
  }

  /** How many frames lie side by side on the host, as a power of two. */
  public int order() {
    return order;
  }

  /** The host's frame behind a frame of the guest, {@link #NONE} where it has no such frame. */
  public long hostFrame(long guestFrame) {
    return guestFrame >= 0 && guestFrame < hostFrames.length ? hostFrames[(int) guestFrame] : NONE;
  }

  /** Whether a frame of the host is this guest's. */
  public boolean owns(long hostFrame) {
    return host.owner(hostFrame) == owner;
  }
}
