package vdcsim.network.bridge;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.Payload;
import vdcsim.hardware.ethernet.Tracing.Hearing;
import vdcsim.hardware.ethernet.Upper.Onward;
import vdcsim.hardware.ethernet.VlanTag;

/**
 * What a broadcast reaches from a port of a bridge, without a frame: over cables that have carrier,
 * and through ports that a spanning tree keeps shut at the moment, since they only keep loops away.
 * An address can be at any port of a domain, and at none outside of it.
 */
public final class BroadcastDomain {
  /** A local experimental type (IEEE 802-2014, 9.2.4); nobody looks at it. */
  private static final int ANY_TYPE = 0x88B5;

  private final boolean heedsVlans;
  private final Deque<Arrival> arrivals = new ArrayDeque<>();
  private final Set<String> seen = new TreeSet<>();

  private BroadcastDomain(boolean heedsVlans) {
    this.heedsVlans = heedsVlans;
  }

  private record Arrival(EthernetPort port, Frame frame) {}

  private record Nothing() implements Payload {
    @Override
    public int etherType() {
      return ANY_TYPE;
    }

    @Override
    public int length() {
      return 0;
    }

    @Override
    public void encode(ByteBuffer to) {
      // There is nothing.
    }
  }

  /**
   * Whether an untagged frame that comes in at {@code port} of a bridge gets to {@code bridge}, and
   * untagged.
   */
  public static boolean reaches(EthernetPort port, Bridge bridge) {
    return new BroadcastDomain(true).search(port, bridge);
  }

  /** Whether an untagged frame that leaves at a card gets to another card, and untagged. */
  public static boolean reaches(EthernetPort from, EthernetPort card) {
    BroadcastDomain domain = new BroadcastDomain(true);
    domain.leave(from, nothing(from));
    return domain.search(arrival -> arrival.port() == card);
  }

  /** The same, were there no VLANs: whether cables and bridges alone lead there. */
  public static boolean isJoined(EthernetPort port, Bridge bridge) {
    return new BroadcastDomain(false).search(port, bridge);
  }

  private boolean search(EthernetPort port, Bridge bridge) {
    arrivals.add(new Arrival(port, nothing(port)));
    return search(
        arrival -> relay(arrival.port()).filter(relay -> relay.belongsTo(bridge)).isPresent());
  }

  private static Frame nothing(EthernetPort port) {
    return new Frame(MacAddress.BROADCAST, port.address(), new Nothing(), 0);
  }

  private boolean search(Predicate<Arrival> isThere) {
    while (!arrivals.isEmpty()) {
      Arrival arrival = arrivals.remove();
      if (isThere.test(arrival) && isUntagged(arrival.frame())) {
        return true;
      }
      relay(arrival.port())
          .map(relay -> relay.flood(arrival.port(), arrival.frame(), heedsVlans))
          .orElse(List.of())
          .forEach(departure -> leave(departure.port(), departure.frame()));
    }
    return false;
  }

  private static Optional<BridgeRelay> relay(EthernetPort port) {
    return port.tracing()
        .relay()
        .filter(BridgeRelay.class::isInstance)
        .map(BridgeRelay.class::cast);
  }

  private static boolean isUntagged(Frame frame) {
    return frame.tags().stream().allMatch(tag -> tag.vlan() == 0);
  }

  private void leave(EthernetPort port, Frame frame) {
    Optional<Onward> below = port.tracing().below(frame);
    if (below.isPresent()) {
      leave(below.get().port(), below.get().frame());
      return;
    }
    for (Hearing hearing : port.tracing().heard()) {
      arrive(hearing.port(), frame);
    }
  }

  private void arrive(EthernetPort port, Frame frame) {
    List<Integer> vlans = frame.tags().stream().map(VlanTag::vlan).toList();
    if (!seen.add(port.name() + vlans)) {
      return;
    }
    Optional<Onward> above = port.uppers().wouldTake(frame);
    if (above.isPresent()) {
      arrive(above.get().port(), above.get().frame());
    } else {
      arrivals.add(new Arrival(port, frame));
    }
  }
}
