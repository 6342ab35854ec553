package vdcsim.hypervisor.cpu.translation;

/**
 * A site of the guest's code whose instruction may trap: it is left as it is until it has trapped
 * {@code n} times, then calls out {@code n} times, then is emulated in the cache for good.
 */
final class AdaptiveSite {
  private final long changeAfter;
  private final SitePolicy policy;
  private long seen;

  AdaptiveSite(SitePolicy policy, long changeAfter) {
    this.policy = policy;
    this.changeAfter = changeAfter;
  }

  /** How often it has changed until now: it does when it is passed again after the last trap. */
  private int changes() {
    return seen > 2 * changeAfter ? 2 : seen > changeAfter ? 1 : 0;
  }

  /** How often it is done in each way, and how often the block around it was translated anew. */
  record Split(long trapped, long calledOut, long inCache, int changes) {}

  /** The site is passed so many times. */
  Split pass(long times) {
    return switch (policy) {
      case IDENT -> new Split(times, 0, 0, 0);
      case CALLOUT -> new Split(0, times, 0, 0);
      case IN_TC -> new Split(0, 0, times, 0);
      case ADAPTIVE -> adapt(times);
    };
  }

  private Split adapt(long times) {
    long trapped = Math.min(times, Math.max(0, changeAfter - seen));
    long calledOut = Math.min(times - trapped, Math.max(0, 2 * changeAfter - seen - trapped));
    int before = changes();
    seen += times;
    return new Split(trapped, calledOut, times - trapped - calledOut, changes() - before);
  }
}
