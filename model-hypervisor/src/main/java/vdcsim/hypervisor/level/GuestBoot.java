package vdcsim.hypervisor.level;

/**
 * What a guest's kernel and its first programs do until the guest can be used: a small Linux, about
 * 0.7 s of work at 2.4 GHz where nothing is below it; assumed.
 */
public final class GuestBoot {
  private static final long SCRIPTS = 50;
  private static final long PROGRAMS = 100;
  private static final long FAULTS = 20_000;
  private static final long KERNEL_CYCLES = 1_000_000_000L;

  private GuestBoot() {}

  /** Boots through a level. */
  public static void through(Level level, Image image, Bill bill) {
    level.compute(1, KERNEL_CYCLES, bill);
    level.call(Call.SHELL, SCRIPTS, image, bill);
    level.call(Call.EXEC, PROGRAMS, image, bill);
    level.call(Call.PAGE_FAULT, FAULTS, image, bill);
  }
}
