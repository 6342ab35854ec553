package vdcsim.hypervisor.memory.overcommit;

import vdcsim.hypervisor.memory.overcommit.guest.GuestThread;

/** The start of a guest: it touches what its kernel needs, and then perhaps all the rest once. */
final class BootThread implements GuestThread {
  private final Guest guest;
  private final int pieces;
  private final int cleared;
  private final long cycles;
  private int at;

  /**
   * A start.
   *
   * @param pieces how many pieces, from the first, the kernel needs
   * @param cleared how many pieces after those are cleared, and free afterwards
   */
  BootThread(Guest guest, int pieces, int cleared, long cycles) {
    this.guest = guest;
    this.pieces = pieces;
    this.cleared = cleared;
    this.cycles = cycles;
  }

  @Override
  public int next() {
    if (at < pieces + cleared) {
      return at++;
    }
    guest.kernel().drop(pieces, cleared);
    guest.booted();
    return END;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public int ahead() {
    return 0;
  }

  @Override
  public long cycles() {
    return cycles;
  }

  @Override
  public long pauseNs() {
    return 0;
  }
}
