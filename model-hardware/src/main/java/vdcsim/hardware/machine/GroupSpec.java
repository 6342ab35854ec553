package vdcsim.hardware.machine;

import java.time.Duration;
import java.util.Optional;
import vdcsim.hardware.cpu.fair.Quota;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a group of tasks. */
@Doc("A group of tasks that competes as one, as a control group.")
public record GroupSpec(
    @Key(value = "The group that it is in; without it, that of all.", example = "a")
        Optional<String> in,
    @Key(
            value = "Its weight against its neighbours.",
            fallback = "1024",
            source = "Linux, cgroup v1, cpu.shares",
            example = "512")
        int shares,
    @Key(
            value = "Under credit, its weight in place of shares; without it 256.",
            source = "Xen, xl sched-credit",
            example = "512")
        Optional<Integer> weight,
    @Key(
            value =
                "Under credit, the most that it gets, in percent of one processor; without it, no"
                    + " limit.",
            source = "Xen, xl sched-credit",
            example = "50")
        Optional<Integer> cap,
    @Key(
            value =
                "How long it may run in a period, all processors together; without it, no limit.",
            example = "50 ms")
        Optional<Duration> quota,
    @Key(
            value = "The period of its quota.",
            fallback = "100 ms",
            source = "Linux, cpu.cfs_period_us")
        Duration period,
    @Key(
            value = "How much unused time may add to a period.",
            fallback = "0 s",
            source = "Linux, cpu.cfs_burst_us")
        Duration burst,
    @Key(
            value =
                "An instant at which a period begins; without it, the first is that of its first"
                    + " use.",
            example = "30 ms")
        Optional<Duration> phase,
    @Key(
            value = "Whether it runs only when nobody else wants to.",
            fallback = "false",
            source = "Linux, cpu.idle")
        boolean idle) {

  public GroupSpec {
    if (shares < 2 || shares > 262_144) {
      throw new Refusal("shares", "shares lie between 2 and 262144, were " + shares);
    }
    if (weight.isPresent() && (weight.get() < 1 || weight.get() > 65_535)) {
      throw new Refusal("weight", "a weight lies between 1 and 65535, was " + weight.get());
    }
    if (cap.isPresent() && cap.get() < 1) {
      throw new Refusal("cap", "a cap is at least 1 %, was " + cap.get());
    }
    limit(quota, period, burst, phase);
  }

  private static final GroupSpec USUAL =
      new GroupSpec(
          Optional.empty(),
          1024,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Duration.ofMillis(100),
          Duration.ZERO,
          Optional.empty(),
          false);

  /** A group of a machine with credit. */
  public static GroupSpec credit(Optional<Integer> weight, Optional<Integer> cap) {
    return new GroupSpec(
        USUAL.in,
        USUAL.shares,
        weight,
        cap,
        USUAL.quota,
        USUAL.period,
        USUAL.burst,
        USUAL.phase,
        USUAL.idle);
  }

  /** A group of a machine with a fair scheduler, and a quota in 100 ms. */
  public static GroupSpec fair(
      Optional<String> in, Optional<Integer> shares, Optional<Duration> quota) {
    return new GroupSpec(
        in,
        shares.orElse(USUAL.shares),
        Optional.empty(),
        Optional.empty(),
        quota,
        USUAL.period,
        USUAL.burst,
        USUAL.phase,
        USUAL.idle);
  }

  /** Refuses what the scheduler does not know. */
  void check(SchedulerKind scheduler) {
    boolean credit = scheduler.isOfXen();
    if (credit && (quota.isPresent() || in.isPresent() || idle)) {
      throw new Refusal("groups", "credit knows weight and cap; quota, in and idle are of cfs");
    }
    if (!credit && (weight.isPresent() || cap.isPresent())) {
      throw new Refusal("groups", "weight and cap are of credit; take shares and quota");
    }
  }

  /** Its quota. */
  Quota limit() {
    return limit(quota, period, burst, phase);
  }

  private static Quota limit(
      Optional<Duration> quota, Duration period, Duration burst, Optional<Duration> phase) {
    long phaseNs = phase.map(Duration::toNanos).orElse(Quota.AT_FIRST_USE);
    return quota
        .map(time -> new Quota(time.toNanos(), period.toNanos(), burst.toNanos(), phaseNs))
        .orElse(Quota.NONE);
  }
}
