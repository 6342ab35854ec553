package vdcsim.hypervisor.vnic;

import java.util.Optional;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.machine.Machine;
import vdcsim.hypervisor.vnic.card.HostEnd;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;
import vdcsim.network.bridge.BroadcastDomain;
import vdcsim.network.macvlan.Macvlan;
import vdcsim.network.macvlan.MacvtapSpec;

/** A card that shares a card of the host by its address: a macvtap. */
final class MacvtapCard implements AtTap {
  private final String name;
  private final DeviceEnd guest;
  private final String attach;
  private final MacvtapSpec spec;
  private final World world;
  private final TapEnd end;
  private Optional<Macvlan> at = Optional.empty();

  MacvtapCard(DeviceEnd guest, String attach, MacvtapSpec spec, World world) {
    this.name = guest.port().name();
    this.guest = guest;
    this.attach = attach;
    this.spec = spec;
    this.world = world;
    this.end = new TapEnd(guest, world.simulation());
  }

  @Override
  public void attach(String host) {
    if (attach.isEmpty()) {
      throw new Refusal("attach", "'%s' shares a card of the host: say which".formatted(name));
    }
    Macvlan macvlan = Macvlan.of("attach", host, within(host), world);
    if (at.equals(Optional.of(macvlan))) {
      return;
    }
    DeviceEnd tap = macvlan.tap(name, guest.port().address(), spec);
    at = Optional.of(macvlan);
    end.move(new HostEnd(tap, world.find(host, Machine.class), macvlan.lookUp(name)));
  }

  /** The card's name in the host; it may be written with the host before it. */
  private String within(String host) {
    return attach.startsWith(host + ".") ? attach.substring(host.length() + 1) : attach;
  }

  private Optional<EthernetPort> lower(String host) {
    String full = host + "." + within(host);
    return world.find(host, Host.class).stream()
        .flatMap(machine -> machine.nics().stream())
        .filter(card -> card.name().equals(full))
        .findFirst();
  }

  @Override
  public Optional<String> lacking(String host) {
    return lower(host).isPresent()
        ? Optional.empty()
        : Optional.of(
            "'%s' has no card '%s' of its own for card '%s'"
                .formatted(host, within(host), end.card()));
  }

  @Override
  public Optional<String> obstacle(String host) {
    Optional<EthernetPort> there = lower(host);
    if (there.isEmpty()) {
      return lacking(host);
    }
    EthernetPort here = at.orElseThrow().card();
    if (here == there.get() || BroadcastDomain.reaches(here, there.get())) {
      return Optional.empty();
    }
    return Optional.of(
        "the address of card '%s' cannot move: '%s' is on another network than '%s'"
            .formatted(end.card(), there.get().name(), here.name()));
  }

  @Override
  public TapEnd end() {
    return end;
  }

  @Override
  public Optional<Place> drawnAt() {
    String card = at.map(macvlan -> macvlan.card().name()).orElse("");
    int dot = card.indexOf('.');
    return Optional.of(
        dot < 0 ? new Place("", name) : new Place(card.substring(0, dot), card.substring(dot + 1)));
  }
}
