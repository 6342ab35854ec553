package vdcsim.network.stack;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import vdcsim.kernel.Simulation;
import vdcsim.network.ip.Ipv4Packet;

/** Puts fragments together again (RFC 791, 3.2; RFC 815). */
final class Reassembly {
  /** Linux, net.ipv4.ipfrag_time. */
  private static final long TIME_OUT_NS = 30_000_000_000L;

  private final Simulation simulation;
  private final Consumer<Ipv4Packet> onTimeOut;
  private final Map<String, Partial> partials = new TreeMap<>();

  Reassembly(Simulation simulation, Consumer<Ipv4Packet> onTimeOut) {
    this.simulation = simulation;
    this.onTimeOut = onTimeOut;
  }

  /** A datagram of which some blocks of 8 bytes are here. */
  private static final class Partial {
    private final BitSet blocks = new BitSet();
    private long timeOut;
    private boolean first;
  }

  /** Takes a packet in; gives it back whole once nothing is missing. */
  Optional<Ipv4Packet> take(Ipv4Packet packet) {
    if (!packet.isFragment()) {
      return Optional.of(packet);
    }
    String key = key(packet);
    Partial partial = partials.computeIfAbsent(key, k -> begin(k, packet));
    int from = packet.fragment().offset() / 8;
    partial.first |= from == 0;
    partial.blocks.set(from, from + (packet.fragment().length() + 7) / 8);
    if (partial.blocks.cardinality() < (packet.content().length() + 7) / 8) {
      return Optional.empty();
    }
    simulation.cancel(partial.timeOut);
    partials.remove(key);
    return Optional.of(packet.whole());
  }

  private static String key(Ipv4Packet packet) {
    return packet.source()
        + " "
        + packet.destination()
        + " "
        + packet.content().protocol()
        + " "
        + packet.identification();
  }

  private Partial begin(String key, Ipv4Packet packet) {
    Partial partial = new Partial();
    partial.timeOut = simulation.schedule(TIME_OUT_NS, () -> giveUp(key, packet));
    return partial;
  }

  /** Only who has seen the first fragment says so (RFC 792, Time Exceeded). */
  private void giveUp(String key, Ipv4Packet packet) {
    Partial partial = partials.remove(key);
    if (partial.first) {
      onTimeOut.accept(packet);
    }
  }
}
