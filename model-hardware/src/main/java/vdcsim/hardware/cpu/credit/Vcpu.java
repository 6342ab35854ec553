package vdcsim.hardware.cpu.credit;

import vdcsim.hardware.cpu.Contender;

/** What the credit scheduler knows of a virtual processor. */
final class Vcpu extends Contender {
  private final Domain domain;
  private Priority priority = Priority.UNDER;
  private long credit;
  private long unburntNs;
  private boolean active;
  private boolean parked;
  private boolean givesWay;

  Vcpu(Domain domain) {
    this.domain = domain;
  }

  Domain domain() {
    return domain;
  }

  Priority priority() {
    return priority;
  }

  void priority(Priority changed) {
    priority = changed;
  }

  long credit() {
    return credit;
  }

  void credit(long changed) {
    credit = changed;
  }

  /** Running costs credit, to the nearest whole one; the rest is kept for the next time. */
  void burn(long ns) {
    unburntNs += ns;
    long burnt = (unburntNs * Credit.PER_MILLISECOND + Credit.MILLISECOND / 2) / Credit.MILLISECOND;
    credit -= burnt;
    unburntNs -= burnt * Credit.MILLISECOND / Credit.PER_MILLISECOND;
  }

  boolean isActive() {
    return active;
  }

  void active(boolean now) {
    active = now;
  }

  /** Whether it lets one behind its class go first, the next time that it waits. */
  boolean givesWay() {
    return givesWay;
  }

  void givesWay(boolean now) {
    givesWay = now;
  }

  /** Whether it has used up its cap, and may not run. */
  boolean isParked() {
    return parked;
  }

  void parked(boolean now) {
    parked = now;
  }
}
