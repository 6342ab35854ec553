package vdcsim.hardware.cpu.credit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A virtual machine as the credit scheduler sees it: a weight, a cap, virtual processors. */
public final class Domain {
  private final String name;
  private final int weight;
  private final int cap;
  private final long capCredit;
  private final List<Vcpu> active = new ArrayList<>();

  /**
   * A domain.
   *
   * @param weight against the others, 256 as most
   * @param cap the most that it gets, in percent of one processor; 0 for no limit
   * @param turn how long turns are, in which it earns that
   */
  Domain(String name, int weight, int cap, Turn turn) {
    if (weight < 1 || weight > 65_535) {
      throw new IllegalArgumentException("a weight lies between 1 and 65535, was " + weight);
    }
    if (cap < 0) {
      throw new IllegalArgumentException("a cap cannot be negative, was " + cap);
    }
    this.name = name;
    this.weight = weight;
    this.cap = cap;
    this.capCredit = turn.ofCap(cap);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Its weight. */
  public int weight() {
    return weight;
  }

  boolean isCapped() {
    return cap > 0;
  }

  /** What its cap lets it earn in a turn, all its virtual processors together. */
  long capCredit() {
    return capCredit;
  }

  List<Vcpu> active() {
    return Collections.unmodifiableList(active);
  }

  void activate(Vcpu vcpu) {
    active.add(vcpu);
    vcpu.active(true);
  }

  void deactivate(Vcpu vcpu) {
    active.remove(vcpu);
    vcpu.active(false);
  }
}
