package vdcsim.hypervisor.vnic;

import java.util.List;
import java.util.Optional;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.nic.sriov.EmbeddedSwitch;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.StateLog;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.World;

/**
 * A virtual function and the virtio card that stands by for it, as one card with one address
 * (virtio 1.2, 5.1.3.1; Linux, net_failover.c; QEMU, {@code failover=on}). What the guest sends
 * takes the function while it is there and has carrier, and the virtio card otherwise; what comes
 * in by the virtio card while the function is there is not taken.
 *
 * <p>Metrics, below the card's name: {@code path}, the course of what carries it, {@code switches}
 * of that, {@code dropped-inactive}, frames that came in by the other way, and {@code
 * functions-missing}, how often a host had none to plug in.
 */
final class Failover implements Attachment {
  /** What lies in the queue of the way; all else waits in that of the card, and is not lost. */
  private static final int FEW = 8;

  private final DeviceEnd guest;
  private final VnicSpec spec;
  private final StandbySpec said;
  private final Home home;
  private final World world;
  private final Simulation simulation;
  private final VirtualCard standby;
  private final StateLog path;
  private final Counter switches;
  private final Counter inactive;
  private final Counter missing;
  private Optional<Primary> primary = Optional.empty();
  private Optional<EthernetPort> active = Optional.empty();
  private Runnable whenUnplugged = () -> {};
  private String host = "";
  private boolean held = true;
  private boolean ejects;
  private boolean wanted;
  private int plugs;

  /** The virtual function as the guest sees it while it is plugged in. */
  private record Primary(DeviceEnd end, DirectCard card) {}

  Failover(DeviceEnd guest, VnicSpec spec, Home home, World world) {
    this.guest = guest;
    this.spec = spec;
    this.said = spec.standby().orElseThrow();
    this.home = home;
    this.world = world;
    this.simulation = world.simulation();
    String name = guest.port().name();
    this.path = simulation.metrics().states(name + ".path");
    this.switches = simulation.metrics().counter(name + ".switches", Unit.COUNT);
    this.inactive = simulation.metrics().counter(name + ".dropped-inactive", Unit.FRAMES);
    this.missing = simulation.metrics().counter(name + ".functions-missing", Unit.COUNT);
    this.standby =
        new VirtualCard(name + ".standby", said.vnic(spec), guest.port().address(), home, world);
    join(standby.guest());
    guest.onReady(this::pass);
  }

  private void join(DeviceEnd way) {
    way.port().onReceive(this::received);
    way.port().onCarrier(port -> choose());
    way.port().onRoom(FEW / 2, this::pass);
  }

  /**
   * Linux, net_failover_start_xmit: the primary one if it can send, or else the one that stands by.
   */
  private void choose() {
    Optional<EthernetPort> best =
        primary
            .map(p -> p.end().port())
            .filter(EthernetPort::hasCarrier)
            .or(() -> Optional.of(standby.guest().port()).filter(EthernetPort::hasCarrier));
    if (best.equals(active)) {
      return;
    }
    if (active.isPresent()) {
      switches.increment();
    }
    active = best;
    path.enter(best.map(this::word).orElse("none"));
    guest.reaches(best.stream().toList());
    guest.carrier(best.isPresent());
    pass();
  }

  private String word(EthernetPort port) {
    return port == standby.guest().port() ? "standby" : "primary";
  }

  private void pass() {
    active.ifPresent(
        way -> {
          while (guest.waiting() > 0 && way.queued() < FEW) {
            way.send(guest.take());
          }
        });
  }

  /** Linux, net_failover_handle_frame. */
  private void received(EthernetPort at, Frame frame) {
    boolean isPrimary = primary.map(p -> p.end().port() == at).orElse(false);
    if (isPrimary || (primary.isEmpty() && at == standby.guest().port())) {
      guest.deliver(frame);
    } else {
      inactive.increment();
    }
  }

  @Override
  public void attach(String to) {
    boolean first = host.isEmpty();
    if (!first && !host.equals(to)) {
      eject();
    }
    host = to;
    standby.attach(to);
    if (first) {
      plug();
    } else {
      plugLater();
    }
    choose();
  }

  /** The guest is asked to take a function that is plugged in, if it has none. */
  private void plugLater() {
    wanted = true;
    if (primary.isEmpty()) {
      String at = host;
      simulation.schedule(said.plug().toNanos(), () -> tryToPlug(at));
    }
  }

  private void tryToPlug(String at) {
    if (!wanted || !at.equals(host) || primary.isPresent()) {
      return;
    }
    if (EmbeddedSwitch.hasFree(host + "." + spec.bridge(), world)) {
      plug();
    } else {
      missing.increment();
    }
  }

  private void plug() {
    wanted = true;
    plugs++;
    String name = guest.port().name() + ".primary" + (plugs == 1 ? "" : "-" + plugs);
    EthernetPort port = new EthernetPort(simulation, name, guest.port().address(), spec.settings());
    DeviceEnd end = new DeviceEnd(port, spec.rate().bitsPerSecond());
    DirectCard card = new DirectCard(end, spec, home, world);
    primary = Optional.of(new Primary(end, card));
    join(end);
    card.attach(host);
    card.hold(held);
    choose();
  }

  /** The function is taken away. */
  private void eject() {
    Optional<Primary> gone = primary;
    primary = Optional.empty();
    gone.ifPresent(p -> p.card().takeBack());
    choose();
  }

  @Override
  public Optional<Assignment> assignment() {
    return primary.flatMap(p -> p.card().assignment());
  }

  @Override
  public boolean unplug(Runnable whenGone) {
    wanted = false;
    whenUnplugged = whenGone;
    if (primary.isEmpty()) {
      return false;
    }
    if (!ejects) {
      ejects = true;
      simulation.schedule(said.unplug().toNanos(), this::ejectIfRunning);
    }
    return true;
  }

  /** The guest's driver lets it go, if the guest runs. */
  private void ejectIfRunning() {
    if (ejects && !held) {
      ejects = false;
      eject();
      if (wanted) {
        plugLater();
      } else {
        whenUnplugged.run();
      }
    }
  }

  @Override
  public Optional<String> obstacle(String to) {
    return standby.obstacle(to);
  }

  @Override
  public Optional<String> lacking(String to) {
    return standby.lacking(to);
  }

  @Override
  public boolean works() {
    return true;
  }

  @Override
  public void hold(boolean on) {
    held = on;
    standby.hold(on);
    primary.ifPresent(p -> p.card().hold(on));
  }

  /** What its ways lose is counted there. */
  @Override
  public long lost() {
    return standby.lost()
        + inactive.total()
        + primary.map(p -> p.end().port().dropped()).orElse(0L);
  }

  @Override
  public Optional<Place> drawnAt() {
    return standby.drawnAt();
  }

  @Override
  public List<VirtualCard> within() {
    return List.of(standby);
  }
}
