package vdcsim.network.transfer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.random.Sampler;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;

/**
 * Begins the transfers of a workload.
 *
 * <p>Metrics, below its name: transfers {@code begun}, {@code completed}, {@code abandoned} for
 * lack of an answer, and {@code active}; {@code completion-time}, from the first packet to the last
 * byte, and the {@code goodput} of each that is complete; {@code delivered-bytes} and {@code
 * throughput} of all together, of data; {@code last-completion}; {@code throughput-course} where it
 * is sampled. Of flows {@code reroutes}, {@code stalls}, {@code stalls-} with each reason, and
 * {@code stall-time}; of packets {@code retransmissions}, {@code timeouts} and {@code recoveries}.
 */
public final class Transfers implements EventHandler {
  private static final int NEXT = 0;
  private static final int SAMPLE = 1;

  private final Simulation simulation;
  private final Load load;
  private final Deque<Job> jobs;
  private final Sampler size;
  private final Optional<Sampler> arrivals;
  private final TransferMeter meter;
  private final Carrier carrier;

  /** Who sends to whom. */
  private record Job(Stack from, Ipv4Address to) {}

  private Transfers(String name, Load load, Deque<Job> jobs, World world) {
    this.simulation = world.simulation();
    this.load = load;
    this.jobs = jobs;
    this.size = load.size().sampler(simulation.random().stream(name + ".size"));
    this.arrivals =
        load.arrivals().map(d -> d.sampler(simulation.random().stream(name + ".arrivals")));
    this.meter = new TransferMeter(name, load.sample().isPresent(), simulation);
    this.carrier = carrier(name, world);
    load.sample().ifPresent(span -> schedule(span.toNanos(), SAMPLE));
    schedule(load.start().toNanos(), NEXT);
    world.add(name, this);
  }

  private Carrier carrier(String name, World world) {
    return switch (load.level()) {
      case FLOWS -> new FlowCarrier(name, load, meter, world);
      case PACKETS -> {
        PacketCarrier packets = new PacketCarrier(name, load, meter, world);
        jobs.forEach(job -> packets.prepare(job.to()));
        yield packets;
      }
    };
  }

  /** Makes transfers between two hosts, which must have been made when it is connected. */
  public static Wiring make(String name, TransferSpec spec, World world) {
    return () -> {
      Job job = new Job(Stacks.at("from", spec.from(), world), target(spec, world));
      Deque<Job> jobs = new ArrayDeque<>();
      for (int i = 0; i < spec.count(); i++) {
        jobs.add(job);
      }
      new Transfers(name, spec.load(), jobs, world);
    };
  }

  private static Ipv4Address target(TransferSpec spec, World world) {
    if (spec.to().equals(spec.from())) {
      throw new Refusal("to", "a host has no need to transfer data to itself");
    } else if (!spec.to().matches("[0-9.]+")) {
      return known("to", Stacks.at("to", spec.to(), world));
    }
    try {
      return Ipv4Address.parse(spec.to());
    } catch (IllegalArgumentException e) {
      throw new Refusal("to", e.getMessage());
    }
  }

  private static Ipv4Address known(String key, Stack machine) {
    Ipv4Address address = machine.address();
    if (address.equals(Ipv4Address.UNSPECIFIED)) {
      throw new Refusal(
          key,
          "'%s' asks a server for its address; data can be sent to one that is written down only"
              .formatted(machine.name()));
    }
    return address;
  }

  /** Makes transfers among many hosts, which must have been made when it is connected. */
  public static Wiring make(String name, TransfersSpec spec, World world) {
    return () -> {
      List<Stack> hosts =
          Among.hosts(spec.among(), world).stream().map(h -> Stacks.at("among", h, world)).toList();
      RandomStream random = world.simulation().random().stream(name + ".pairs");
      Deque<Job> jobs = new ArrayDeque<>();
      for (int round = 0; round < spec.count(); round++) {
        for (Pattern.Pair pair : spec.pattern().round(hosts.size(), random)) {
          jobs.add(new Job(hosts.get(pair.from()), known("among", hosts.get(pair.to()))));
        }
      }
      new Transfers(name, spec.load(), jobs, world);
    };
  }

  private void schedule(long delayNs, int kind) {
    simulation.schedule(delayNs, this, kind, 0, Simulation.NO_REFERENCE);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (kind == SAMPLE) {
      long spanNs = load.sample().orElseThrow().toNanos();
      meter.sample((double) spanNs);
      schedule(spanNs, SAMPLE);
    } else if (arrivals.isPresent()) {
      begin(jobs.remove());
      if (!jobs.isEmpty()) {
        schedule(arrivals.get().nextLong(), NEXT);
      }
    } else {
      while (!jobs.isEmpty()) {
        begin(jobs.remove());
      }
    }
  }

  private void begin(Job job) {
    carrier.begin(job.from(), job.to(), size.nextLong());
  }
}
