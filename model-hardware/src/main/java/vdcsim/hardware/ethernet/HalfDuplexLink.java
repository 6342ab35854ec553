package vdcsim.hardware.ethernet;

import java.util.List;
import java.util.OptionalDouble;
import vdcsim.kernel.Simulation;

/** A cable between two half-duplex ports: both of them share it. */
final class HalfDuplexLink implements Cable {
  private final String name;
  private final SharedCable left;
  private final SharedCable right;

  /** Plugs both ports in. */
  HalfDuplexLink(
      Simulation simulation,
      String name,
      EthernetPort from,
      EthernetPort to,
      long bitsPerSecond,
      long delayNs) {
    this.name = name;
    Segment middle = Segment.between(simulation, name, bitsPerSecond);
    this.left = middle.connect(simulation, name, from, delayNs, OptionalDouble.empty());
    this.right = middle.connect(simulation, name, to, 0, OptionalDouble.empty());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> ends() {
    return List.of(left.ends().get(1), right.ends().get(1));
  }

  /** Whether it carries signals. */
  boolean isUp() {
    return left.isUp() && right.isUp();
  }

  @Override
  public void fail() {
    left.fail();
    right.fail();
  }

  @Override
  public void failSilently() {
    left.failSilently();
    right.failSilently();
  }

  @Override
  public void failTowards(String end) {
    SharedCable cable = left.ends().contains(end) ? left : right;
    cable.failTowards(end);
  }

  @Override
  public void repair() {
    left.repair();
    right.repair();
  }
}
