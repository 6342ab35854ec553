package vdcsim.network.transfer;

import java.util.Map;
import java.util.TreeMap;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.stack.Stack;
import vdcsim.network.tcp.Tcp;
import vdcsim.network.tcp.TcpConnection;
import vdcsim.network.tcp.TcpMessage;
import vdcsim.network.tcp.TcpMeter;
import vdcsim.network.tcp.TcpSettings;
import vdcsim.network.tcp.TcpUser;

/** Carries data over connections of TCP, one for each transfer. */
final class PacketCarrier implements Carrier, TcpMeter {
  /** iperf's port. */
  private static final int FIRST_PORT = 5001;

  private final World world;
  private final Load load;
  private final TransferMeter meter;
  private final TcpSettings settings;
  private final Map<Ipv4Address, Integer> ports = new TreeMap<>();
  private final Counter retransmissions;
  private final Counter timeOuts;
  private final Counter recoveries;

  PacketCarrier(String name, Load load, TransferMeter meter, World world) {
    this.world = world;
    this.load = load;
    this.meter = meter;
    this.settings = TcpSettings.DEFAULT.congestion(load.congestion());
    Metrics metrics = world.simulation().metrics();
    this.retransmissions = metrics.counter(name + ".retransmissions", Unit.COUNT);
    this.timeOuts = metrics.counter(name + ".timeouts", Unit.COUNT);
    this.recoveries = metrics.counter(name + ".recoveries", Unit.COUNT);
  }

  /** Reads all that comes. */
  private static final class Sink implements TcpUser {
    @Override
    public void received(TcpConnection connection, TcpMessage message) {
      ((PacketCarriage.Part) message).arrive();
    }
  }

  /** Lets the machine that has an address accept connections, before the run begins. */
  void prepare(Ipv4Address to) {
    ports.computeIfAbsent(to, this::listen);
  }

  private int listen(Ipv4Address to) {
    Stack machine =
        world.all(Stack.class).stream()
            .filter(stack -> stack.owns(to))
            .findFirst()
            .orElseThrow(() -> new Refusal("to", "no machine has the address " + to));
    Tcp tcp = Tcp.of(machine);
    int port = FIRST_PORT;
    while (tcp.isListening(port)) {
      port++;
    }
    tcp.listen(port, settings, accepted -> new Sink());
    return port;
  }

  @Override
  public void begin(Stack from, Ipv4Address to, long bytes) {
    PacketCarriage carriage =
        new PacketCarriage(world.simulation(), bytes, load.capBitsPerSecond(), meter);
    meter.began(carriage);
    Tcp.of(from).connect(to, ports.get(to), settings, carriage).observe(this);
  }

  @Override
  public void retransmitted() {
    retransmissions.increment();
  }

  @Override
  public void timeOut() {
    timeOuts.increment();
  }

  @Override
  public void recovery() {
    recoveries.increment();
  }
}
