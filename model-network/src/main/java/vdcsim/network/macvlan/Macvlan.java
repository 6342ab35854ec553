package vdcsim.network.macvlan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.Relay;
import vdcsim.hardware.ethernet.Upper;
import vdcsim.hardware.host.Host;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

/**
 * The virtual cards of a card: a frame that arrives goes by its destination to one of them, or is
 * left to the host; what one of them sends leaves at the card, and the host itself never hears it
 * (Linux, drivers/net/macvlan.c).
 */
public final class Macvlan implements Upper, Relay {
  private final EthernetPort lower;
  private final World world;
  private final Map<String, Macvtap> taps = new LinkedHashMap<>();
  private final Map<Long, Macvtap> byAddress = new LinkedHashMap<>();
  private final List<Runnable> listeners = new ArrayList<>();

  private Macvlan(EthernetPort lower, World world) {
    this.lower = lower;
    this.world = world;
    lower.uppers().add(this);
  }

  /**
   * The virtual cards of a card.
   *
   * @param key the key whose value names the card
   * @throws Refusal if the host has no such card, or a bridge has it
   */
  public static Macvlan of(String key, String hostName, String card, World world) {
    Host host = world.require(key, hostName, Host.class, "host");
    EthernetPort lower = host.find(key, card);
    Optional<Macvlan> known = world.find(lower.name(), Macvlan.class);
    if (known.isPresent()) {
      return known.get();
    }
    if (!host.nics().contains(lower)) {
      throw new Refusal(
          key,
          "card '%s' is a port of a bridge, and cannot have virtual cards".formatted(lower.name()));
    }
    Macvlan made = new Macvlan(lower, world);
    world.add(lower.name(), made);
    return made;
  }

  /** The card. */
  public EthernetPort card() {
    return lower;
  }

  /**
   * The tap of a machine's card; it is made when it is the first time asked for.
   *
   * @param label the card with its machine, as {@code web.eth0}
   * @param address the address by which it gets frames while it has carrier
   * @throws Refusal with the key {@code macvtap}, if one in mode passthru is not alone
   */
  public DeviceEnd tap(String label, MacAddress address, MacvtapSpec spec) {
    Macvtap known = taps.get(label);
    if (known == null) {
      alone(spec.mode());
      known = new Macvtap(this, label, address, spec, world);
      taps.put(label, known);
      byAddress.put(address.bits(), known);
    }
    return known.end();
  }

  /** Cycles of the host to find whom a frame of a tap is for, which must be there. */
  public int lookUp(String label) {
    return taps.get(label).lookUp();
  }

  private void alone(MacvlanMode mode) {
    boolean all =
        taps.values().stream().anyMatch(tap -> tap.isUp() && tap.is(MacvlanMode.PASSTHRU));
    boolean others = taps.values().stream().anyMatch(Macvtap::isUp);
    if (all || (others && mode == MacvlanMode.PASSTHRU)) {
      throw new Refusal(
          "macvtap", "a machine with mode passthru has '%s' alone".formatted(lower.name()));
    }
  }

  void changed() {
    listeners.forEach(Runnable::run);
  }

  // Frames from the cable.

  @Override
  public boolean take(Frame frame) {
    if (frame.destination().isGroup()) {
      return takeGroup(frame);
    }
    Optional<Macvtap> to = receiver(frame.destination());
    to.ifPresent(tap -> tap.receive(frame));
    return to.isPresent();
  }

  /** One that has all of the card takes frames to any address (macvlan_handle_frame). */
  private Optional<Macvtap> receiver(MacAddress destination) {
    for (Macvtap tap : taps.values()) {
      if (tap.isUp() && tap.is(MacvlanMode.PASSTHRU)) {
        return Optional.of(tap);
      }
    }
    return up(destination);
  }

  private Optional<Macvtap> up(MacAddress address) {
    return Optional.ofNullable(byAddress.get(address.bits())).filter(Macvtap::isUp);
  }

  /** What one of them had sent comes back from a switch, or it comes from elsewhere. */
  private boolean takeGroup(Frame frame) {
    Optional<Macvtap> source = up(frame.source());
    if (source.isPresent() && !source.get().mode().hearsReflections()) {
      source.get().receive(frame);
      return true;
    }
    for (Macvtap tap : taps.values()) {
      boolean heardItAlready =
          source.isPresent()
              && (tap == source.get()
                  || (source.get().is(MacvlanMode.BRIDGE) && tap.is(MacvlanMode.BRIDGE)));
      boolean hears = source.isEmpty() || tap.mode().hearsReflections();
      if (tap.isUp() && hears && !heardItAlready) {
        tap.receive(frame);
      }
    }
    return false;
  }

  @Override
  public Optional<Onward> wouldTake(Frame frame) {
    return frame.destination().isGroup()
        ? Optional.empty()
        : receiver(frame.destination())
            .map(tap -> new Onward(tap.end().port(), frame, /* leaves= */ true));
  }

  // Frames from the machines.

  /** One of them sends (macvlan_queue_xmit). */
  void send(Macvtap from, Frame frame) {
    if (from.is(MacvlanMode.BRIDGE) && frame.destination().isGroup()) {
      for (Macvtap tap : taps.values()) {
        if (tap != from && tap.isUp() && tap.is(MacvlanMode.BRIDGE)) {
          tap.deliver(frame);
        }
      }
    }
    Optional<Macvtap> beside = beside(from, frame);
    if (beside.isPresent()) {
      beside.get().deliver(frame);
    } else {
      lower.send(frame);
    }
  }

  private Optional<Macvtap> beside(Macvtap from, Frame frame) {
    return from.is(MacvlanMode.BRIDGE) && !frame.destination().isGroup()
        ? up(frame.destination()).filter(tap -> tap.is(MacvlanMode.BRIDGE))
        : Optional.empty();
  }

  @Override
  public List<Departure> wouldLeave(EthernetPort arrived, Frame frame) {
    return taps.values().stream()
        .filter(tap -> tap.end().port() == arrived)
        .map(
            from ->
                beside(from, frame)
                    .map(tap -> new Departure(tap.end().port(), frame, 0))
                    .orElseGet(() -> new Departure(lower, frame, 0)))
        .toList();
  }

  @Override
  public void onRelayChange(Runnable listener) {
    listeners.add(listener);
  }
}
