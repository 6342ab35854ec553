package vdcsim.hypervisor.cpu.state;

/**
 * The frames of the host that a guest owns.
 *
 * @param first the host's frame that is the guest's frame 0
 * @param count how many they are
 */
public record Partition(long first, long count) {
  /** Whether a frame of the guest is there. */
  boolean has(long guestFrame) {
    return guestFrame >= 0 && guestFrame < count;
  }

  /** The host's frame behind a frame of the guest. */
  long host(long guestFrame) {
    return first + guestFrame;
  }

  /** Whether a frame of the host is the guest's. */
  boolean owns(long hostFrame) {
    return has(hostFrame - first);
  }
}
