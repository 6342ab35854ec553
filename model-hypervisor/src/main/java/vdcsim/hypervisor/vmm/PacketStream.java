package vdcsim.hypervisor.vmm;

import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.machine.Machine;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * A guest that sends or receives packets as fast as it can, through a card that its monitor
 * emulates: each packet leaves the guest for whoever has the card, and an interrupt of the host's
 * card takes the processor out of the guest.
 *
 * <p>A hosted monitor has three ways to leave the guest less often (Sugerman et al. 2001, 3.4): it
 * answers itself what no device has to know; a packet waits for the next interrupt, which leads to
 * the host anyway; and the host's driver says in memory whether packets have come.
 *
 * <p>Metrics, below its name: {@code packets}, {@code throughput} of the program's data, {@code
 * idle}, the share of the time in which the guest had nothing to do, {@code cpu-time} of its
 * virtual processor, {@code exits-per-packet}, {@code packets-per-exit} of those that were sent.
 */
public final class PacketStream {
  private final Simulation simulation;
  private final PacketStreamSpec spec;
  private final Vmm vmm;
  private final Task vcpu;
  private final Wire wire;
  private final Counter packets;
  private final Counter transmissions;
  private final Counter sent;
  private final Counter exits;
  private final HostCard card;
  private long startNs;
  private long idleNs;
  private long idleSinceNs = -1;
  private int unacknowledged;
  private int delivered;
  private int waiting;
  private int towardsAcknowledgement;

  private PacketStream(String name, PacketStreamSpec spec, Machine machine, World world) {
    this.simulation = world.simulation();
    this.spec = spec;
    this.vmm = Vmm.of(spec.on(), world);
    this.vcpu = machine.task(name, spec.group(), 0, spec.cpus());
    this.wire = new Wire(simulation, spec.wire().bitsPerSecond(), spec.mtu());
    this.card = new HostCard(simulation, spec.moderation().toNanos(), this::wake);
    Metrics metrics = simulation.metrics();
    this.packets = metrics.counter(name + ".packets", Unit.COUNT);
    this.transmissions = metrics.counter(name + ".transmissions", Unit.COUNT);
    this.sent = metrics.counter(name + ".sent", Unit.COUNT);
    this.exits = metrics.counter(name + ".exits", Unit.COUNT);
    metrics.figure(name + ".throughput", Unit.BITS_PER_SECOND, this::throughput);
    metrics.figure(name + ".idle", Unit.RATIO, () -> (double) idleSoFarNs() / elapsedNs());
    metrics.figure(name + ".cpu-time", Unit.NANOSECONDS, vcpu::ranNs);
    metrics.figure(name + ".exits-per-packet", Unit.NONE, () -> ratio(exits, packets));
    metrics.figure(name + ".packets-per-exit", Unit.NONE, () -> ratio(sent, transmissions));
  }

  /** Makes the guest; it begins at its start. */
  public static Wiring make(String name, PacketStreamSpec spec, World world) {
    return () -> {
      PacketStream made = new PacketStream(name, spec, Machine.at(spec.on(), world), world);
      world.add(name, made);
      world.simulation().schedule(spec.start().toNanos(), made::begin);
    };
  }

  private static double ratio(Counter part, Counter whole) {
    return whole.value() == 0 ? Double.NaN : (double) part.value() / whole.value();
  }

  private double throughput() {
    return (double) packets.value() * wire.payloadBits() * 1e9 / elapsedNs();
  }

  private long elapsedNs() {
    return simulation.now() - startNs;
  }

  private long idleSoFarNs() {
    return idleNs + (idleSinceNs < 0 ? 0 : simulation.now() - idleSinceNs);
  }

  private void begin() {
    startNs = simulation.now();
    if (spec.direction() == Direction.RECEIVE) {
      for (int i = 0; i < spec.window(); i++) {
        wire.carry(card::arrived);
      }
    }
    goOn();
  }

  /** What comes next: an interrupt of the host's card before all, then the guest's own work. */
  private void goOn() {
    if (card.interrupts()) {
      interrupted();
    } else if (delivered > 0) {
      delivered--;
      vcpu.execute(spec.guest() + spec.monitor(), this::received);
    } else if (spec.direction() == Direction.SEND && unacknowledged < spec.window()) {
      vcpu.execute(spec.guest() + spec.monitor(), this::handOver);
    } else if (waiting > 0) {
      transmit();
    } else {
      idleSinceNs = simulation.now();
    }
  }

  private void wake() {
    if (idleSinceNs >= 0) {
      idleNs += simulation.now() - idleSinceNs;
      idleSinceNs = -1;
      goOn();
    }
  }

  /** The guest gets an interrupt for what left or came, and looks at its card. */
  private void told() {
    vcpu.execute(spec.guestInterrupt(), () -> access(spec.accesses()));
  }

  private void access(int left) {
    if (left > 0) {
      exits.increment();
      vmm.exit(vcpu, spec.to(), spec.emulate(), () -> {}, () -> access(left - 1));
    } else {
      goOn();
    }
  }

  /** A packet waits if another is on its way, as that one's interrupt will take it along. */
  private void handOver() {
    unacknowledged++;
    boolean another = unacknowledged > waiting + 1;
    waiting++;
    if (another && waiting < spec.combine()) {
      goOn();
    } else {
      transmit();
    }
  }

  private void transmit() {
    int taken = waiting;
    waiting = 0;
    exits.increment();
    vmm.exit(vcpu, spec.to(), sending(taken), () -> send(taken), this::told);
  }

  private long sending(int taken) {
    return taken == 0 ? 0 : spec.emulate() + taken * spec.hostSend();
  }

  private void send(int taken) {
    if (taken > 0) {
      transmissions.increment();
      sent.add(taken);
    }
    for (int i = 0; i < taken; i++) {
      if (spec.direction() == Direction.SEND) {
        wire.carry(this::left);
      } else {
        // An acknowledgement: the peer may send as many packets more.
        for (int more = 0; more < spec.acknowledge(); more++) {
          wire.carry(card::arrived);
        }
      }
    }
  }

  /** A packet has left; the peer acknowledges some together. */
  private void left() {
    packets.increment();
    card.sent();
    towardsAcknowledgement++;
    if (towardsAcknowledgement == spec.acknowledge()) {
      towardsAcknowledgement = 0;
      card.arrived();
    }
  }

  private void interrupted() {
    int came = card.take();
    int taken = waiting;
    waiting = 0;
    long asked = spec.notification() ? 0 : spec.select();
    long work = spec.interrupt() + asked + sending(taken) + came * spec.hostReceive();
    boolean process = asked > 0 || taken > 0 || came > 0;
    exits.increment();
    vmm.exit(
        vcpu,
        process ? spec.to() : nearer(),
        work,
        () -> send(taken),
        () -> {
          deliver(came);
          if (taken > 0 || came > 0) {
            told();
          } else {
            goOn();
          }
        });
  }

  /** An interrupt alone is the driver's, wherever the card is emulated. */
  private Place nearer() {
    return spec.to() == Place.PROCESS ? Place.DRIVER : spec.to();
  }

  private void deliver(int came) {
    if (spec.direction() == Direction.SEND) {
      unacknowledged -= came * spec.acknowledge();
    } else {
      delivered += came;
    }
  }

  private void received() {
    packets.increment();
    towardsAcknowledgement++;
    if (towardsAcknowledgement == spec.acknowledge()) {
      towardsAcknowledgement = 0;
      waiting++;
      if (waiting >= spec.combine() || spec.combine() == 1) {
        transmit();
        return;
      }
    }
    goOn();
  }
}
