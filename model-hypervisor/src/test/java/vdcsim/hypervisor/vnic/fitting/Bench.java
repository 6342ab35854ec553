package vdcsim.hypervisor.vnic.fitting;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.Payload;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.host.HostSpec;
import vdcsim.hardware.host.NicSpec;
import vdcsim.hardware.machine.CpuSpec;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.machine.SchedulerKind;
import vdcsim.hypervisor.vm.Hypervisor;
import vdcsim.hypervisor.vm.HypervisorSpec;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.hypervisor.vm.VmSpec;
import vdcsim.hypervisor.vnic.CardSpec;
import vdcsim.hypervisor.vnic.VnicModel;
import vdcsim.hypervisor.vnic.VnicSpec;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Frequency;
import vdcsim.kernel.world.World;
import vdcsim.network.hostbridge.HostBridge;
import vdcsim.network.hostbridge.HostBridgeSpec;
import vdcsim.network.hostbridge.HostBridgesSpec;
import vdcsim.network.station.Station;

/** Hosts with a bridge, one of them with a machine that speaks with its host in raw frames. */
final class Bench {
  static final long US = 1000;
  static final long MS = 1_000_000;
  private static final int TYPE = 0x88B5;
  private static final long MIB = 1 << 20;

  final Simulation simulation = new Simulation(1, 0);
  final World world = new World(simulation);
  private long heardByHost;
  private long heardByGuest;

  /** The payload of a raw frame. */
  private record Filler(int length) implements Payload {
    @Override
    public int etherType() {
      return TYPE;
    }

    @Override
    public void encode(ByteBuffer to) {
      to.put(new byte[length]);
    }
  }

  /** Hosts with eight processors each, or with none that are modelled. */
  Bench(boolean processors, String... hosts) {
    for (String host : hosts) {
      NicSpec nic = new NicSpec(DataRate.ofGigabits(10), 1000);
      new Host(host, new HostSpec(Map.of("eth0", nic)), world);
      if (processors) {
        CpuSpec spec =
            new CpuSpec(
                1,
                8,
                new Frequency(1_000_000_000),
                SchedulerKind.EEVDF,
                Duration.ofMillis(4),
                Duration.ZERO,
                Map.of());
        Machine.make(host, spec, world).connect();
      }
      Hypervisor.make(
              host,
              new HypervisorSpec(
                  new DataSize(1024 * MIB), Optional.empty(), DataRate.ofGigabits(4)),
              world)
          .connect();
      HostBridge.make(host, new HostBridgesSpec(Map.of("br0", HostBridgeSpec.of("eth0"))), world)
          .connect();
    }
  }

  /** A machine with one card on a host. */
  Bench machine(String host, VnicModel model, CardSpec inside) {
    VnicSpec card =
        new VnicSpec(
            model,
            Optional.empty(),
            DataRate.ofGigabits(10),
            1000,
            1500,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(inside),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    VmSpec spec =
        new VmSpec(
            host,
            2,
            new DataSize(MIB),
            new DataSize(0),
            Optional.empty(),
            Map.of("eth0", card),
            Optional.empty(),
            true);
    Fitting.make("web", spec, world).connect();
    guest().register(TYPE, (port, frame) -> heardByGuest++);
    for (Host each : world.all(Host.class)) {
      Station.at("to", each.name(), world).register(TYPE, (port, frame) -> heardByHost++);
    }
    return this;
  }

  VirtualMachine vm() {
    return world.find("web", VirtualMachine.class).orElseThrow();
  }

  Hypervisor hypervisor(String host) {
    return world.find(host, Hypervisor.class).orElseThrow();
  }

  private Station guest() {
    return Station.at("from", "web", world);
  }

  /** The guest sends frames to a host now, at once. */
  void send(String host, int frames) {
    pass(guest(), Station.at("to", host, world), frames);
  }

  /** A host sends frames to the guest now, at once. */
  void receive(String host, int frames) {
    pass(Station.at("from", host, world), guest(), frames);
  }

  private void pass(Station from, Station to, int frames) {
    for (int i = 0; i < frames; i++) {
      from.send(new Frame(to.address(), from.address(), new Filler(46), simulation.now()));
    }
  }

  void runTo(long ns) {
    simulation.run(ns);
  }

  long heardByHost() {
    return heardByHost;
  }

  long heardByGuest() {
    return heardByGuest;
  }

  /** What a count of the card shows. */
  long count(String metric) {
    return Math.round(
        simulation.metrics().read().stream()
            .filter(m -> m.metric().equals("web.eth0." + metric))
            .mapToDouble(m -> m.statistic("value").orElseThrow())
            .sum());
  }

  /** All frames that something dropped, and said so. */
  long lost() {
    return Math.round(
        simulation.metrics().read().stream()
            .filter(m -> m.metric().matches(".*\\.(dropped|received-too-long|filtered|blocked).*"))
            .mapToDouble(m -> m.statistic("value").orElse(0))
            .sum());
  }

  static List<VnicModel> modelled() {
    return List.of(
        VnicModel.RTL8139,
        VnicModel.E1000,
        VnicModel.VIRTIO,
        VnicModel.VHOST,
        VnicModel.XEN,
        VnicModel.VMXNET2,
        VnicModel.VMXNET3);
  }
}
