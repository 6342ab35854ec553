package vdcsim.network.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.StateLog;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.icmp.IcmpError;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;
import vdcsim.network.tcp.Tcp;
import vdcsim.network.udp.Udp;

/**
 * A client that asks a service.
 *
 * <p>Metrics, below its name: {@code asked}, {@code answered}, {@code refused}, {@code timed-out}
 * and {@code failed} in another way; {@code answer-time}; as states over time {@code outcome},
 * {@code server} that answered, and {@code seen-source}, whom it saw.
 */
public final class Connect {
  private final Simulation simulation;
  private final ConnectSpec spec;
  private final Stack from;
  private final Supplier<Ipv4Address> to;
  private final Optional<Integer> identifier;
  private final List<Report> reports = new ArrayList<>();
  private final Counter asked;
  private final Counter answered;
  private final Counter refused;
  private final Counter timedOut;
  private final Counter failed;
  private final Tally answerTime;
  private final StateLog outcome;
  private final StateLog server;
  private final StateLog seenSource;
  private Optional<Attempt> attempt = Optional.empty();
  private long timeout;

  private Connect(String name, ConnectSpec spec, Stack from, Supplier<Ipv4Address> to) {
    this.simulation = from.simulation();
    this.spec = spec;
    this.from = from;
    this.to = to;
    this.identifier =
        spec.protocol().hasPorts()
            ? Optional.empty()
            : Optional.of(from.icmp().nextEchoIdentifier());
    identifier.ifPresent(id -> from.icmp().onEchoReply(id, early -> {}));
    this.asked = simulation.metrics().counter(name + ".asked", Unit.COUNT);
    this.answered = simulation.metrics().counter(name + ".answered", Unit.COUNT);
    this.refused = simulation.metrics().counter(name + ".refused", Unit.COUNT);
    this.timedOut = simulation.metrics().counter(name + ".timed-out", Unit.COUNT);
    this.failed = simulation.metrics().counter(name + ".failed", Unit.COUNT);
    this.answerTime = simulation.metrics().tally(name + ".answer-time", Unit.NANOSECONDS);
    this.outcome = simulation.metrics().states(name + ".outcome");
    this.server = simulation.metrics().states(name + ".server");
    this.seenSource = simulation.metrics().states(name + ".seen-source");
    from.icmp().onError(this::hearError);
  }

  /** Makes a client; its hosts must have been made when it is connected. */
  public static Wiring make(String name, ConnectSpec spec, World world) {
    return () -> {
      Stack from = Stacks.at("from", spec.from(), world);
      Connect made = new Connect(name, spec, from, Stacks.target("to", spec.to(), world));
      // Not before all stacks are made: those of some machines only now.
      world.simulation().schedule(0, () -> world.all(Stack.class).forEach(Connect::teachTransport));
      world.add(name, made);
      world.simulation().schedule(spec.start().toNanos(), made::ask);
    };
  }

  /** Whoever it meets speaks TCP and UDP: a port that nobody listens at is refused. */
  private static void teachTransport(Stack machine) {
    Tcp.of(machine);
    Udp.of(machine);
  }

  /** What has come of all questions so far that are over, in their order. */
  public List<Report> reports() {
    return List.copyOf(reports);
  }

  private void ask() {
    long askedNs = simulation.now();
    asked.increment();
    if (asked.value() < spec.count()) {
      simulation.schedule(spec.every().toNanos(), this::ask);
    }
    if (from.source(to.get()).isEmpty()) {
      note(Report.of(Outcome.NETWORK_UNREACHABLE), askedNs);
      return;
    }
    timeout = simulation.schedule(spec.timeout().toNanos(), () -> giveUp(askedNs));
    try {
      begin(askedNs);
    } catch (IllegalStateException portIsTaken) {
      end(Report.of(Outcome.PORT_IN_USE), askedNs);
    }
  }

  private void begin(long askedNs) {
    Attempt begun = attempt(report -> end(report, askedNs));
    attempt = Optional.of(begun);
    begun.send();
  }

  private Attempt attempt(Consumer<Report> onEnd) {
    return switch (spec.protocol()) {
      case UDP ->
          new UdpAttempt(from, to.get(), spec.port().orElseThrow(), spec.sourcePort(), onEnd);
      case ICMP ->
          new EchoAttempt(
              from, to.get(), identifier.orElseThrow(), (int) (asked.value() & 0xFFFF), onEnd);
      case TCP ->
          new TcpAttempt(from, to.get(), spec.port().orElseThrow(), spec.sourcePort(), onEnd);
    };
  }

  private void hearError(Ipv4Packet packet) {
    attempt.ifPresent(a -> a.hearError(packet, (IcmpError) packet.content()));
  }

  private void giveUp(long askedNs) {
    attempt.ifPresent(Attempt::giveUp);
    end(Report.of(Outcome.TIMEOUT), askedNs);
  }

  private void end(Report report, long askedNs) {
    attempt = Optional.empty();
    simulation.cancel(timeout);
    note(report, askedNs);
  }

  private void note(Report report, long askedNs) {
    reports.add(report);
    outcome.enter(report.outcome().words());
    switch (report.outcome()) {
      case OK -> {
        answered.increment();
        answerTime.record(simulation.now() - askedNs);
      }
      case REFUSED -> refused.increment();
      case TIMEOUT -> timedOut.increment();
      case PORT_IN_USE,
          RESET,
          CLOSED,
          NETWORK_UNREACHABLE,
          HOST_UNREACHABLE,
          PROTOCOL_UNREACHABLE,
          PORT_UNREACHABLE,
          FRAGMENTATION_NEEDED,
          TIME_EXCEEDED ->
          failed.increment();
    }
    report
        .answer()
        .ifPresent(
            answer -> {
              server.enter(answer.server());
              seenSource.enter(answer.source() + ":" + answer.sourcePort());
            });
  }
}
