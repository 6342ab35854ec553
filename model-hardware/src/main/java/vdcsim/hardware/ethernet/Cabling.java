package vdcsim.hardware.ethernet;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.Scale;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Topology;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/** Lays the cables of a scenario: finds both ends by name, and plugs them in. */
public final class Cabling {
  private static final DataRate DEFAULT_RATE = DataRate.ofGigabits(1);

  private final World world;
  private final String name;
  private final LinkSpec spec;

  private Cabling(World world, String name, LinkSpec spec) {
    this.world = world;
    this.name = name;
    this.spec = spec;
  }

  /** The cable of a spec; both ends must have been made when it is connected. */
  public static Wiring lay(String name, LinkSpec spec, World world) {
    return new Cabling(world, name, spec)::connect;
  }

  private void connect() {
    String[] ends = spec.ends();
    Optional<Segment> left = world.find(ends[0], Segment.class);
    Optional<Segment> right = world.find(ends[1], Segment.class);
    checkPlace(left, right);
    if (left.isPresent() || right.isPresent()) {
      checkShared(left.or(() -> right).orElseThrow());
    }
    if (left.isPresent() && right.isPresent()) {
      join(left.get(), right.get());
    } else if (left.isPresent()) {
      plug(left.get(), end(ends[1]));
    } else if (right.isPresent()) {
      plug(right.get(), end(ends[0]));
    } else {
      between(end(ends[0]), end(ends[1]));
    }
  }

  private static boolean isBus(Segment segment) {
    return segment.form() == Segment.Form.BUS;
  }

  private void checkPlace(Optional<Segment> left, Optional<Segment> right) {
    Optional<Segment> bus = left.filter(Cabling::isBus).or(() -> right.filter(Cabling::isBus));
    if (spec.at().isEmpty()) {
      return;
    }
    double metres = spec.at().get().metres();
    if (bus.isEmpty()) {
      throw new Refusal("at", "only a cable of a bus has a place on it");
    }
    if (metres > bus.get().metres()) {
      throw new Refusal(
          "at",
          "bus '%s' is %s m long, so there is no place at %s m"
              .formatted(bus.get().name(), bus.get().metres(), metres));
    }
  }

  private void checkShared(Segment segment) {
    boolean otherRate =
        spec.rate().map(rate -> rate.bitsPerSecond() != segment.bitsPerSecond()).orElse(false);
    if (otherRate || spec.bitErrorRate().value() > 0) {
      throw new Refusal(
          "link",
          "a cable of a hub or bus runs at its rate, without errors; set the rate at '%s'"
              .formatted(segment.name()));
    }
  }

  private OptionalDouble place() {
    return spec.at().map(at -> OptionalDouble.of(at.metres())).orElse(OptionalDouble.empty());
  }

  private void join(Segment left, Segment right) {
    if (isBus(left) && isBus(right)) {
      throw new Refusal("link", "two buses are joined by a hub between them, which repeats");
    }
    try {
      SharedCable cable = left.connect(name, right, delayNs(), place());
      world.add(name, cable);
      draw(left.name() + ".", right.name() + ".", left.bitsPerSecond(), () -> state(cable.isUp()));
    } catch (IllegalArgumentException e) {
      throw new Refusal("link", e.getMessage());
    }
  }

  private void plug(Segment segment, End end) {
    SharedCable cable = segment.connect(world.simulation(), name, end.port(), delayNs(), place());
    world.add(name, cable);
    EthernetPort port = end.port();
    Supplier<String> state = () -> state(cable.isUp(), port);
    draw(segment.name() + ".", port.name(), segment.bitsPerSecond(), state);
  }

  private void between(End left, End right) {
    if (left.port() == right.port()) {
      throw new Refusal("link", "a link needs two ends, was '" + spec.link() + "'");
    }
    long rate = spec.rate().or(() -> lower(left, right)).orElse(DEFAULT_RATE).bitsPerSecond();
    BooleanSupplier isUp =
        spec.duplex() == Duplex.FULL
            ? fullDuplex(left.port(), right.port(), rate)
            : halfDuplex(left.port(), right.port(), rate);
    Supplier<String> state = () -> state(isUp.getAsBoolean(), left.port(), right.port());
    draw(left.port().name(), right.port().name(), rate, state);
  }

  private BooleanSupplier fullDuplex(EthernetPort left, EthernetPort right, long bitsPerSecond) {
    double bitErrorRate = spec.bitErrorRate().value();
    Link link =
        new Link(world.simulation(), name, left, right, bitsPerSecond, delayNs(), bitErrorRate);
    world.add(name, link);
    return link::isUp;
  }

  private BooleanSupplier halfDuplex(EthernetPort left, EthernetPort right, long bitsPerSecond) {
    if (spec.bitErrorRate().value() > 0) {
      throw new Refusal("bit-error-rate", "bit errors are modelled on full-duplex links only");
    }
    HalfDuplexLink link =
        new HalfDuplexLink(world.simulation(), name, left, right, bitsPerSecond, delayNs());
    world.add(name, link);
    return link::isUp;
  }

  private long delayNs() {
    return spec.delay().toNanos();
  }

  private static Optional<DataRate> lower(End left, End right) {
    return Stream.of(left.device().rate(left.port()), right.device().rate(right.port()))
        .flatMap(Optional::stream)
        .min(Comparator.comparingLong(DataRate::bitsPerSecond));
  }

  /** The picture puts a bar at the end that is blocked. */
  private static String state(boolean up, EthernetPort... ports) {
    Optional<EthernetPort> blocked = Stream.of(ports).filter(EthernetPort::isBlocked).findFirst();
    return !up ? "down" : blocked.map(port -> "blocked " + port.name()).orElse("up");
  }

  private void draw(String left, String right, long bitsPerSecond, Supplier<String> state) {
    world.picture().edge(() -> edge(left, right, bitsPerSecond, state.get()));
  }

  private Topology.Edge edge(String left, String right, long bitsPerSecond, String state) {
    int dotLeft = left.indexOf('.');
    int dotRight = right.indexOf('.');
    return new Topology.Edge(
        name,
        left.substring(0, dotLeft),
        left.substring(dotLeft + 1),
        right.substring(0, dotRight),
        right.substring(dotRight + 1),
        Scale.format((double) bitsPerSecond, Unit.BITS_PER_SECOND),
        state);
  }

  /** A device, and one of its ports that is free. */
  private record End(Ports device, EthernetPort port) {}

  private End end(String written) {
    int dot = written.indexOf('.');
    String deviceName = dot < 0 ? written : written.substring(0, dot);
    Ports device = world.require("link", deviceName, Ports.class, "device with ports");
    EthernetPort port = dot < 0 ? device.freePort() : device.port(written.substring(dot + 1));
    if (port.isPlugged()) {
      throw new Refusal("link", "port '" + port.name() + "' has a cable already");
    }
    return new End(device, port);
  }
}
