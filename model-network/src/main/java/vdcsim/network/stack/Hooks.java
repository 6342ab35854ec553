package vdcsim.network.stack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vdcsim.network.icmp.Echo;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;

/**
 * The hooks of a stack, in the order of their priorities. A stack without hooks pays for one look
 * at a field, and makes no object.
 */
final class Hooks {
  /** Stands for a packet that a hook has kept. */
  static final Ipv4Packet TAKEN =
      new Ipv4Packet(Ipv4Address.BROADCAST, Ipv4Address.BROADCAST, 0, 0, new Echo(true, 0, 0, 0));

  private final Map<HookPoint, List<Entry>> entries = new EnumMap<>(HookPoint.class);

  /** Whether a hook has kept a packet; there is one object that says so. */
  @SuppressWarnings("ReferenceEquality")
  static boolean isTaken(Ipv4Packet packet) {
    return packet == TAKEN;
  }

  private record Entry(int priority, Hook hook) {}

  boolean areUnused() {
    return entries.isEmpty();
  }

  /** The way of a packet that this machine makes. */
  Passage begin() {
    return areUnused() ? Passage.NONE : new Passage("");
  }

  /** The way of an error of ICMP that this machine makes about a packet. */
  Passage beginError(Passage about) {
    return areUnused() ? Passage.NONE : Passage.ofErrorAbout(about);
  }

  void add(HookPoint point, int priority, Hook hook) {
    List<Entry> atPoint = new ArrayList<>(entries.getOrDefault(point, List.of()));
    atPoint.add(new Entry(priority, hook));
    atPoint.sort(Comparator.comparingInt(Entry::priority));
    entries.put(point, atPoint);
  }

  /** The packet as it goes on from a point, or {@link #TAKEN}. */
  Ipv4Packet pass(HookPoint point, Passage passage, Ipv4Packet packet) {
    if (passage == Passage.NONE) {
      return packet;
    }
    passage.change(packet);
    for (Entry entry : entries.getOrDefault(point, List.of())) {
      if (!entry.hook().pass(point, passage)) {
        return TAKEN;
      }
    }
    return passage.packet();
  }
}
