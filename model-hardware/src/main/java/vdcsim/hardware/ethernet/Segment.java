package vdcsim.hardware.ethernet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vdcsim.kernel.Simulation;

/**
 * Where cables of a shared medium meet: a repeater, where they meet in one point, or a bus, along
 * which they are spread.
 *
 * <p>A bit that comes in at one cable goes out at all others. Cables whose place on the bus is not
 * given are spread evenly, the first at its beginning and the last at its end.
 */
public final class Segment {
  /** The speed of light in metres a nanosecond. */
  private static final double LIGHT = 0.299_792_458;

  private final String name;
  private final Form form;
  private final long latencyNs;
  private final double metres;
  private final double nsPerMetre;
  private final List<SharedCable> cables = new ArrayList<>();
  private final Optional<MediumMeter> meter;
  private CollisionDomain domain;
  private boolean powered = true;

  /** How many cables have no place of their own. */
  private int spread;

  /** What a segment is. */
  public enum Form {
    HUB,
    BUS,
    /** A cable between two half-duplex ports. */
    CABLE
  }

  private Segment(
      Simulation simulation,
      String name,
      Form form,
      long bitsPerSecond,
      long latencyNs,
      double metres,
      double nsPerMetre) {
    this.name = name;
    this.form = form;
    this.latencyNs = latencyNs;
    this.metres = metres;
    this.nsPerMetre = nsPerMetre;
    this.meter =
        form == Form.CABLE
            ? Optional.empty()
            : Optional.of(
                new MediumMeter(simulation.metrics(), name, bitsPerSecond, metres * nsPerMetre));
    this.domain = new CollisionDomain(simulation, bitsPerSecond, this);
  }

  /**
   * A repeater.
   *
   * @param latencyNs from a bit's arrival to its departure
   */
  static Segment hub(Simulation simulation, String name, long bitsPerSecond, long latencyNs) {
    return new Segment(simulation, name, Form.HUB, bitsPerSecond, latencyNs, 0, 0);
  }

  /**
   * A bus.
   *
   * @param velocityFactor the speed of its signal against that of light
   */
  static Segment bus(
      Simulation simulation,
      String name,
      long bitsPerSecond,
      double metres,
      double velocityFactor) {
    double nsPerMetre = 1 / (velocityFactor * LIGHT);
    return new Segment(simulation, name, Form.BUS, bitsPerSecond, 0, metres, nsPerMetre);
  }

  /** The point at which two half-duplex ports meet. */
  static Segment between(Simulation simulation, String name, long bitsPerSecond) {
    return new Segment(simulation, name, Form.CABLE, bitsPerSecond, 0, 0, 0);
  }

  /** The hub's or bus's name. */
  public String name() {
    return name;
  }

  /** What it is. */
  public Form form() {
    return form;
  }

  /** The rate of all its cables, in bits per second. */
  public long bitsPerSecond() {
    return domain.bitsPerSecond();
  }

  /** The length of a bus in metres; zero for a hub. */
  double metres() {
    return metres;
  }

  /** Switches a hub off: none of its cables has carrier. */
  public void powerOff() {
    power(false);
  }

  /** Switches a hub on again. */
  public void powerOn() {
    power(true);
  }

  private void power(boolean on) {
    if (powered != on) {
      powered = on;
      domain.change();
    }
  }

  /** Whether signals go through; a cable between two ports needs both of them. */
  boolean isPowered() {
    return powered && (form != Form.CABLE || cables.stream().allMatch(SharedCable::isEndEnabled));
  }

  /** Plugs a station's port in. */
  SharedCable connect(
      Simulation simulation, String cable, EthernetPort port, long delayNs, OptionalDouble at) {
    CsmaCd station = new CsmaCd(simulation, port, bitsPerSecond());
    SharedCable made = new SharedCable(cable, this, place(at), station, delayNs);
    station.attach(made);
    cables.add(made);
    domain.add(station);
    port.plug(station);
    return made;
  }

  /**
   * Joins another segment by a cable: both are one collision domain from now on.
   *
   * @throws IllegalArgumentException if they are one already: a loop of repeaters never falls
   *     silent
   */
  SharedCable connect(String cable, Segment other, long delayNs, OptionalDouble at) {
    if (domain == other.domain) {
      throw new IllegalArgumentException(
          "'" + name + "' and '" + other.name + "' would form a loop, which jams for ever");
    }
    if (bitsPerSecond() != other.bitsPerSecond()) {
      throw new IllegalArgumentException(
          "'" + name + "' and '" + other.name + "' repeat bits at different rates");
    }
    Segment bus = other.form == Form.BUS ? other : this;
    SharedCable made = new SharedCable(cable, this, bus.place(at), other, delayNs);
    cables.add(made);
    other.cables.add(made);
    domain.absorb(other.domain);
    return made;
  }

  private SharedCable.Place place(OptionalDouble at) {
    return new SharedCable.Place(at, at.isPresent() ? 0 : spread++);
  }

  List<SharedCable> cables() {
    return cables;
  }

  Optional<MediumMeter> meter() {
    return meter;
  }

  CollisionDomain domain() {
    return domain;
  }

  void join(CollisionDomain into) {
    domain = into;
  }

  /** From where one cable meets the segment to where another does, in nanoseconds. */
  long delayNs(SharedCable from, SharedCable to) {
    double apart = Math.abs(place(from) - place(to));
    return latencyNs + StrictMath.round(apart * nsPerMetre);
  }

  /** Metres from the beginning of a bus. */
  private double place(SharedCable cable) {
    if (metres == 0) {
      return 0;
    }
    return cable.place().at().orElse(spread < 2 ? 0 : metres * cable.place().turn() / (spread - 1));
  }
}
