package vdcsim.network.ping;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.Timer;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Series;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.icmp.Echo;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;

/**
 * Sends echo requests, and waits for their replies.
 *
 * <p>Metrics, below its name: {@code sent}, {@code received} and {@code lost} requests, {@code
 * loss-ratio}, {@code round-trip-time}; its course over time, {@code round-trip-time-course};
 * {@code longest-gap}, the longest time without a reply, from the first request to the end.
 */
public final class Ping {
  private static final int SEQUENCES = 1 << 16;

  private final Simulation simulation;
  private final Timer next;
  private final PingSpec spec;
  private final Stack from;
  private final Supplier<Ipv4Address> to;
  private final int identifier;
  private final Deque<Request> outstanding = new ArrayDeque<>();
  private final Counter sent;
  private final Counter received;
  private final Counter lost;
  private final Tally roundTripTime;
  private final Series course;
  private int requests;
  private long lastReplyNs = -1;
  private long longestGapNs;

  private Ping(
      String name, PingSpec spec, Stack from, Supplier<Ipv4Address> to, Simulation simulation) {
    this.simulation = simulation;
    this.spec = spec;
    this.from = from;
    this.next = new Timer(from.clock(), this::send);
    this.to = to;
    this.identifier = from.icmp().nextEchoIdentifier();
    Metrics metrics = simulation.metrics();
    this.sent = metrics.counter(name + ".sent", Unit.COUNT);
    this.received = metrics.counter(name + ".received", Unit.COUNT);
    this.lost = metrics.counter(name + ".lost", Unit.COUNT);
    this.roundTripTime = metrics.tally(name + ".round-trip-time", Unit.NANOSECONDS);
    this.course = metrics.series(name + ".round-trip-time-course", Unit.NANOSECONDS);
    metrics.figure(name + ".loss-ratio", Unit.RATIO, this::lossRatio);
    metrics.figure(name + ".longest-gap", Unit.NANOSECONDS, this::longestGapNs);
    from.icmp().onEchoReply(identifier, this::reply);
  }

  /** A request that has no reply yet. */
  private record Request(int sequence, long sentNs) {}

  /** Makes a ping; its hosts must have been made when it is connected. */
  public static Wiring make(String name, PingSpec spec, World world) {
    return () -> {
      Stack from = Stacks.at("from", spec.from(), world);
      Ping ping =
          new Ping(name, spec, from, Stacks.target("to", spec.to(), world), world.simulation());
      world.add(name, ping);
      ping.next.start(spec.start().toNanos());
    };
  }

  private void send() {
    long now = simulation.now();
    giveUp(now);
    if (requests == 0) {
      lastReplyNs = now;
    }
    int sequence = ++requests % SEQUENCES;
    outstanding.add(new Request(sequence, now));
    sent.increment();
    from.send(to.get(), new Echo(false, identifier, sequence, (int) spec.size().bytes()));
    if (spec.count().isEmpty() || requests < spec.count().get()) {
      next.start(spec.every().toNanos());
    }
  }

  private void giveUp(long now) {
    while (!outstanding.isEmpty()
        && now - outstanding.getFirst().sentNs() >= spec.timeout().toNanos()) {
      outstanding.removeFirst();
      lost.increment();
    }
  }

  /** Replies mostly come in order, so that the search is short. */
  private void reply(Ipv4Packet packet) {
    long now = simulation.now();
    giveUp(now);
    int sequence = ((Echo) packet.content()).sequence();
    outstanding.stream()
        .filter(request -> request.sequence() == sequence)
        .findFirst()
        .ifPresent(request -> answered(request, now));
  }

  private void answered(Request request, long now) {
    outstanding.remove(request);
    received.increment();
    roundTripTime.record(now - request.sentNs());
    course.record((double) (now - request.sentNs()));
    longestGapNs = Math.max(longestGapNs, now - lastReplyNs);
    lastReplyNs = now;
  }

  /** At the end, requests that have waited longer than the time-out are lost as well. */
  private double lossRatio() {
    long now = simulation.now();
    giveUp(now);
    long decided = received.value() + lost.value();
    return decided == 0 ? Double.NaN : (double) lost.value() / decided;
  }

  private double longestGapNs() {
    return lastReplyNs < 0
        ? Double.NaN
        : (double) Math.max(longestGapNs, simulation.now() - lastReplyNs);
  }
}
