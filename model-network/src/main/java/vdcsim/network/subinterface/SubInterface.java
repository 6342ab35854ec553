package vdcsim.network.subinterface;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.PortSettings;
import vdcsim.hardware.ethernet.Upper;
import vdcsim.hardware.ethernet.VlanTag;
import vdcsim.hardware.host.Host;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * A card that software makes of another for one VLAN: frames with the VLAN's tag that arrive there
 * go to it without the tag, and what it sends leaves there with the tag. It has the address, the
 * mtu and the carrier of the other card.
 */
public final class SubInterface implements Upper {
  /** It sends at once, so that nothing waits (Linux: noqueue). */
  private static final int QUEUE = 1;

  private final DeviceEnd end;
  private final EthernetPort lower;
  private final VlanTag tag;

  private SubInterface(String name, EthernetPort lower, VlanTag tag, World world) {
    this.lower = lower;
    this.tag = tag;
    PortSettings settings = new PortSettings(QUEUE, PortSettings.ANY_BYTES, lower.mtu());
    EthernetPort port = new EthernetPort(world.simulation(), name, lower.address(), settings);
    this.end = DeviceEnd.over(lower, port);
    end.onReady(this::send);
    port.tracing().isMadeOf(frame -> new Onward(lower, frame.tagged(tag), /* leaves= */ true));
    lower.uppers().addEarly(this);
  }

  /** Makes the sub-interfaces of a host; that of a bridge when the bridge is there. */
  public static Wiring make(String hostName, SubInterfacesSpec spec, World world) {
    Host host = world.require("", hostName, Host.class, "host");
    Pending pending = new Pending(host, new LinkedHashMap<>(spec.cards()), world);
    pending.makeAll();
    host.onCard(card -> pending.makeAll());
    return pending::refuseRest;
  }

  /** Those whose lower card is not there yet. */
  private record Pending(Host host, Map<String, SubInterfaceSpec> specs, World world) {
    void makeAll() {
      Optional<String> next = next();
      while (next.isPresent()) {
        makeOne(next.get(), specs.remove(next.get()));
        next = next();
      }
    }

    private Optional<String> next() {
      return specs.keySet().stream().filter(name -> has(specs.get(name).card(name))).findFirst();
    }

    private boolean has(String card) {
      String full = host.name() + "." + card;
      return host.ethernetPorts().stream().anyMatch(port -> port.name().equals(full));
    }

    private void makeOne(String name, SubInterfaceSpec spec) {
      if (has(name)) {
        throw new Refusal(name, "host '%s' has a card '%s' already".formatted(host.name(), name));
      }
      EthernetPort lower = host.find("of", spec.card(name));
      String full = host.name() + "." + name;
      String place = lower.name() + "/" + spec.vlan();
      if (world.find(place, SubInterface.class).isPresent()) {
        throw new Refusal(
            name,
            "VLAN %d of '%s' has a sub-interface already".formatted(spec.vlan(), lower.name()));
      }
      SubInterface made = new SubInterface(full, lower, spec.tag(), world);
      world.add(place, made);
      host.addCard(made.end.port());
    }

    /** What is left is part of nothing. */
    void refuseRest() {
      for (Map.Entry<String, SubInterfaceSpec> rest : specs.entrySet()) {
        String card = rest.getValue().card(rest.getKey());
        throw new Refusal(
            rest.getKey(),
            card.isEmpty()
                ? "sub-interface '%s' needs 'of', the card of which it is a part"
                    .formatted(rest.getKey())
                : "host '%s' has no card '%s'%s"
                    .formatted(
                        host.name(),
                        card,
                        NearNames.hint(
                            card,
                            host.ethernetPorts().stream()
                                .map(port -> port.name().substring(host.name().length() + 1))
                                .toList())));
      }
    }
  }

  /** Its name, as {@code h1.eth0.10}. */
  public String name() {
    return end.port().name();
  }

  /** The card of which it is a part, as {@code h1.eth0}. */
  public String card() {
    return lower.name();
  }

  private void send() {
    while (end.waiting() > 0) {
      lower.send(end.take().tagged(tag));
    }
  }

  private boolean isMine(Frame frame) {
    return !frame.tags().isEmpty()
        && frame.tags().get(0).protocol() == VlanTag.CUSTOMER
        && frame.tags().get(0).vlan() == tag.vlan();
  }

  @Override
  public boolean take(Frame frame) {
    if (!isMine(frame)) {
      return false;
    }
    end.deliver(frame.untagged());
    return true;
  }

  @Override
  public Optional<Onward> wouldTake(Frame frame) {
    return isMine(frame)
        ? Optional.of(new Onward(end.port(), frame.untagged(), /* leaves= */ false))
        : Optional.empty();
  }
}
