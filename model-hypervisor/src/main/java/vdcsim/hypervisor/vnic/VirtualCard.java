package vdcsim.hypervisor.vnic;

import java.util.List;
import java.util.Optional;
import vdcsim.hardware.ethernet.Addresses;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.FrameTap;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.machine.Machine;
import vdcsim.hypervisor.slirp.Slirp;
import vdcsim.hypervisor.vnic.card.CardModel;
import vdcsim.hypervisor.vnic.card.HostEnd;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.world.World;
import vdcsim.network.bridge.BroadcastDomain;
import vdcsim.network.hostbridge.HostBridge;

/**
 * A network card of a virtual machine: an Ethernet end in the guest, which is attached to a bridge
 * of the host where the machine is, and works while the machine runs.
 */
public final class VirtualCard {
  private final String name;
  private final VnicSpec spec;
  private final World world;
  private final DeviceEnd guest;
  private final Optional<Slirp> slirp;
  private final Announcement announcement;
  private final Optional<DirectCard> direct;
  private Optional<CardModel> model = Optional.empty();
  private Optional<HostEnd> place = Optional.empty();
  private Optional<HostBridge> at = Optional.empty();
  private long lostElsewhere;
  private long lostBefore;
  private boolean held = true;

  /**
   * A card that is attached to nothing.
   *
   * @param name the machine's name, a dot, and the card's
   */
  VirtualCard(String name, VnicSpec spec, World world) {
    this.name = name;
    this.spec = spec;
    this.world = world;
    Simulation simulation = world.simulation();
    MacAddress address =
        spec.address()
            .map(text -> Addresses.give(world, text))
            .orElseGet(() -> Addresses.next(world));
    EthernetPort port = new EthernetPort(simulation, name, address, spec.settings());
    this.guest = new DeviceEnd(port, spec.rate().bitsPerSecond());
    this.announcement = new Announcement(simulation, port.address());
    this.slirp = spec.slirp().map(user -> new Slirp(name, user, guest, world));
    this.direct =
        spec.model().isDirect()
            ? Optional.of(new DirectCard(guest, spec, world))
            : Optional.empty();
    if (spec.model() == VnicModel.IDEAL && slirp.isEmpty()) {
      work(new Ideal(simulation, guest));
    }
    hold(true);
  }

  /** The machine's name, a dot, and the card's. */
  public String name() {
    return name;
  }

  /** Whether it is a piece of a card of the host. */
  boolean isDirect() {
    return direct.isPresent();
  }

  /** The card of the host of which it is a piece, as {@code h1.eth0}; empty before it is. */
  String hostCard() {
    return direct.orElseThrow().of();
  }

  /** What a scenario says of it. */
  public VnicSpec spec() {
    return spec;
  }

  /** Its end in the guest. */
  public DeviceEnd guest() {
    return guest;
  }

  EthernetPort port() {
    return guest.port();
  }

  /** Whether what it is attached to is drawn with it. */
  boolean hasOwnEdge() {
    return slirp.isPresent();
  }

  /** The bridge that it is attached to, if any. */
  Optional<HostBridge> at() {
    return at;
  }

  /** Whether something works between its ends. */
  public boolean works() {
    return model.isPresent() || slirp.isPresent() || direct.isPresent();
  }

  /** Works like this from now on; a card gets its model once. */
  public void work(CardModel newModel) {
    model = Optional.of(newModel);
    newModel.hold(held);
    place.ifPresent(newModel::attach);
  }

  /** Works like an ideal card from now on. */
  public void workForNothing() {
    work(new Ideal(world.simulation(), guest));
  }

  /**
   * Attaches it in this host, and in no other any longer; where it was attached before, the
   * switches are told that it has moved.
   */
  void attach(String host) {
    if (slirp.isPresent()) {
      slirp.get().attach(host);
      return;
    }
    if (direct.isPresent()) {
      direct.get().attach(host);
      return;
    }
    HostBridge bridge = HostBridge.require("nics", host, spec.bridge(), world);
    if (at.equals(Optional.of(bridge))) {
      return;
    }
    boolean moved = at.isPresent();
    detach();
    lostElsewhere += lostHere() - lostBefore;
    DeviceEnd end = bridge.tap(name);
    HostEnd there = new HostEnd(end, world.find(host, Machine.class), bridge.forwardCycles());
    at = Optional.of(bridge);
    place = Optional.of(there);
    end.reaches(List.of(guest.port()));
    guest.reaches(List.of(end.port()));
    model.ifPresent(card -> card.attach(there));
    lostBefore = lostHere();
    end.carrier(true);
    guest.carrier(true);
    if (moved) {
      announcement.begin(end);
    }
  }

  /** Why it cannot go on in another host, if so. */
  Optional<String> obstacle(String host) {
    if (slirp.isPresent()) {
      // It is a part of the process, and moves with it (QEMU, net/slirp.c: it has a vmstate).
      return Optional.empty();
    }
    String card = name.substring(name.indexOf('.') + 1);
    if (!spec.model().isMovable()) {
      return Optional.of(
          "card '%s' is a device that the guest holds itself, and has a state that cannot be moved"
              .formatted(card));
    }
    Optional<HostBridge> named = HostBridge.find(host, spec.bridge(), world);
    if (named.isEmpty()) {
      String bridge = spec.bridge().isEmpty() ? "bridge" : "bridge '" + spec.bridge() + "'";
      return Optional.of("'%s' has no %s for card '%s'".formatted(host, bridge, card));
    }
    return at.equals(named) ? Optional.empty() : apart(card, named.get());
  }

  private Optional<String> apart(String card, HostBridge there) {
    EthernetPort here = place.orElseThrow().tap().port();
    if (BroadcastDomain.reaches(here, there.bridge())) {
      return Optional.empty();
    }
    String why =
        BroadcastDomain.isJoined(here, there.bridge()) ? "in another VLAN" : "on another network";
    return Optional.of(
        "the address of card '%s' cannot move: bridge '%s' is %s than '%s'"
            .formatted(card, there.bridge().name(), why, at.orElseThrow().bridge().name()));
  }

  /** Frames to and from it that were dropped at its ends or between them, so far. */
  long lost() {
    long between = model.map(CardModel::lost).orElse(0L);
    return guest.port().dropped() + between + lostElsewhere + lostHere() - lostBefore;
  }

  /** At the tap, by whichever machine's card had it. */
  private long lostHere() {
    return place.map(at -> at.tap().port().dropped()).orElse(0L);
  }

  /** Runs {@code hearer} for each frame to its own address that gets to the guest, from now on. */
  void onHeard(Runnable hearer) {
    guest
        .port()
        .tap(
            new FrameTap() {
              @Override
              public void sent(EthernetPort port, Frame frame) {
                // What the guest says is no answer to whether it hears.
              }

              @Override
              public void received(EthernetPort port, Frame frame) {
                if (frame.destination().equals(port.address())) {
                  hearer.run();
                }
              }
            });
  }

  private void detach() {
    model.ifPresent(CardModel::detach);
    guest.reaches(List.of());
    place.ifPresent(
        from -> {
          from.tap().reaches(List.of());
          from.tap().carrier(false);
        });
  }

  /** Carries nothing from now on, since the machine stands still, or does again. */
  void hold(boolean on) {
    held = on;
    model.ifPresent(card -> card.hold(on));
    direct.ifPresent(card -> card.hold(on));
    slirp.ifPresent(user -> user.hold(on));
  }
}
