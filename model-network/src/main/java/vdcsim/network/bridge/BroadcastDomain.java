package vdcsim.network.bridge;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.Payload;
import vdcsim.hardware.ethernet.Relay.Departure;
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

  /** The same, were there no VLANs: whether cables and bridges alone lead there. */
  public static boolean isJoined(EthernetPort port, Bridge bridge) {
    return new BroadcastDomain(false).search(port, bridge);
  }

  private boolean search(EthernetPort port, Bridge bridge) {
    Frame frame = new Frame(MacAddress.BROADCAST, port.address(), new Nothing(), 0);
    arrivals.add(new Arrival(port, frame));
    while (!arrivals.isEmpty()) {
      Arrival arrival = arrivals.remove();
      Optional<BridgeRelay> relay = relay(arrival.port());
      if (relay.isPresent() && relay.get().belongsTo(bridge) && isUntagged(arrival.frame())) {
        return true;
      }
      relay
          .map(r -> r.flood(arrival.port(), arrival.frame(), heedsVlans))
          .orElse(List.of())
          .forEach(this::follow);
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

  private void follow(Departure departure) {
    leave(departure.port(), departure.frame());
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
