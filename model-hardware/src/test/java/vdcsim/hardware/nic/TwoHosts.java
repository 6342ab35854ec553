package vdcsim.hardware.nic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import vdcsim.hardware.ethernet.Addresses;
import vdcsim.hardware.ethernet.Cabling;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.LinkSpec;
import vdcsim.hardware.ethernet.PortSettings;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.host.HostSpec;
import vdcsim.hardware.host.NicSpec;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.world.World;

/** For tests: host h1 has a card that machines can have pieces of, and a cable to h2. */
public final class TwoHosts {
  private final Simulation simulation = new Simulation(1, 0);
  private final World world = new World(simulation);
  private final BiConsumer<String, Frame> hear;

  /** Tells {@code hear} of each frame that a host or a machine receives. */
  public TwoHosts(int virtualFunctions, int vmdq, BiConsumer<String, Frame> hear) {
    this.hear = hear;
    DataRate rate = DataRate.ofGigabits(1);
    for (String host : List.of("h1", "h2")) {
      Host made = new Host(host, new HostSpec(Map.of("eth0", new NicSpec(rate, 1000))), world);
      made.nics().get(0).onReceive((port, frame) -> hear.accept(host, frame));
    }
    CardSpec card =
        new CardSpec(
            512,
            512,
            1,
            4,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            virtualFunctions,
            vmdq);
    PhysicalNic.make("h1", new NicHardwareSpec(Map.of("eth0", card)), world).connect();
    String cable = "h1.eth0 -- h2.eth0";
    Cabling.lay(cable, new LinkSpec(cable, Optional.of(rate), Duration.ZERO, new Ratio(0)), world)
        .connect();
  }

  public World world() {
    return world;
  }

  public long now() {
    return simulation.now();
  }

  public void runFor(long ns) {
    simulation.run(simulation.now() + ns);
  }

  public EthernetPort card(String host) {
    return world.find(host, Host.class).orElseThrow().nics().get(0);
  }

  /** The card of a machine, which is nowhere yet. */
  public DeviceEnd machine(String name) {
    EthernetPort port =
        new EthernetPort(
            simulation, name + ".eth0", Addresses.next(world), PortSettings.ofQueue(1000));
    port.onReceive((at, frame) -> hear.accept(name, frame));
    return new DeviceEnd(port, 1_000_000_000);
  }

  public double counted(String metric) {
    return simulation.metrics().read().stream()
        .filter(measured -> measured.metric().equals(metric))
        .findFirst()
        .flatMap(measured -> measured.statistic("value").stream().boxed().findFirst())
        .orElseThrow();
  }
}
