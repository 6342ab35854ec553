package vdcsim.network.transfer;

import java.util.Map;
import java.util.TreeMap;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.World;
import vdcsim.network.flow.Flows;
import vdcsim.network.flow.Obstacle;
import vdcsim.network.flow.Order;
import vdcsim.network.flow.Transfer;
import vdcsim.network.flow.TransferListener;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.stack.Stack;

/** Carries data as fluid flows. */
final class FlowCarrier implements Carrier, TransferListener {
  private final Flows flows;
  private final Load load;
  private final TransferMeter meter;
  private final Map<Transfer, FlowCarriage> running = new TreeMap<>();
  private final Counter reroutes;
  private final Counter stalls;
  private final Map<Obstacle, Counter> stallsBy = new TreeMap<>();
  private final Tally stallTime;

  FlowCarrier(String name, Load load, TransferMeter meter, World world) {
    this.flows = Flows.of(world);
    this.load = load;
    this.meter = meter;
    Metrics metrics = world.simulation().metrics();
    this.reroutes = metrics.counter(name + ".reroutes", Unit.COUNT);
    this.stalls = metrics.counter(name + ".stalls", Unit.COUNT);
    for (Obstacle obstacle : Obstacle.values()) {
      stallsBy.put(obstacle, metrics.counter(name + ".stalls-" + obstacle.word(), Unit.COUNT));
    }
    this.stallTime = metrics.tally(name + ".stall-time", Unit.NANOSECONDS);
  }

  private record FlowCarriage(Transfer transfer) implements Carriage {
    @Override
    public long bytes() {
      return transfer.order().bytes();
    }

    @Override
    public long delivered() {
      return transfer.delivered();
    }

    @Override
    public long startNs() {
      return transfer.startNs();
    }
  }

  @Override
  public void begin(Stack from, Ipv4Address to, long bytes) {
    Order order = new Order(from, to, bytes, load.weight(), load.capBitsPerSecond(), load.fluid());
    Transfer transfer = flows.begin(order, this);
    FlowCarriage carriage = new FlowCarriage(transfer);
    running.put(transfer, carriage);
    meter.began(carriage);
  }

  @Override
  public void completed(Transfer transfer) {
    meter.completed(running.remove(transfer));
  }

  @Override
  public void abandoned(Transfer transfer) {
    meter.abandoned(running.remove(transfer));
  }

  @Override
  public void stalled(Transfer transfer, Obstacle reason) {
    stalls.increment();
    stallsBy.get(reason).increment();
  }

  @Override
  public void resumed(Transfer transfer, long stalledNs) {
    stallTime.record(stalledNs);
  }

  @Override
  public void rerouted(Transfer transfer) {
    reroutes.increment();
  }
}
