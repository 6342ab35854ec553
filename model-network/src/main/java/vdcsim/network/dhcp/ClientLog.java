package vdcsim.network.dhcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.StateLog;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.quantity.Unit;

/**
 * What a client shows, below its card's name and {@code .dhcp}: messages by type, as {@code
 * discovers-sent}; {@code state} over time; {@code time-to-bind}, from the first question until the
 * address is used; {@code leases-expired}, {@code conflicts}. The table {@code dhcp-NAME} tells its
 * story.
 */
final class ClientLog {
  static final List<String> COLUMNS =
      List.of("time (s)", "interface", "state", "event", "address", "server");

  /** More would fill reports of long runs. */
  private static final int MOST_LINES = 200;

  private static final double SECOND_NS = 1e9;

  private final Simulation simulation;
  private final String card;
  private final MessageLog messages;
  private final StateLog states;
  private final Tally timeToBind;
  private final Counter expired;
  private final Counter conflicts;
  private final List<List<String>> story = new ArrayList<>();
  private ClientState state = ClientState.INIT;

  ClientLog(Simulation simulation, String machine, String card) {
    String prefix = machine + "." + card + ".dhcp.";
    this.simulation = simulation;
    this.card = card;
    this.messages =
        new MessageLog(simulation.metrics(), prefix)
            .sends(MessageType.DISCOVER, MessageType.REQUEST, MessageType.DECLINE)
            .receives(MessageType.OFFER, MessageType.ACK, MessageType.NAK);
    this.states = simulation.metrics().states(prefix + "state");
    this.timeToBind = simulation.metrics().tally(prefix + "time-to-bind", Unit.NANOSECONDS);
    this.expired = messages.counter("leases-expired");
    this.conflicts = messages.counter("conflicts");
    states.enter(state.label());
    simulation.tables().offer("dhcp-" + machine, COLUMNS, () -> story);
  }

  void enter(ClientState entered) {
    state = entered;
    states.enter(entered.label());
  }

  void message(MessageType type, String address, String server) {
    messages.note(type);
    tell(type.label(), address, server);
  }

  void ignored() {
    messages.ignored();
  }

  void bound(Lease lease, long sinceNs) {
    timeToBind.record(simulation.now() - sinceNs);
    tell("bound", lease.address().toString(), lease.server().toString());
  }

  void expired(Lease lease) {
    expired.increment();
    tell("expired", lease.address().toString(), "");
  }

  void conflict(Lease lease) {
    conflicts.increment();
    tell("in use by another", lease.address().toString(), "");
  }

  private void tell(String event, String address, String server) {
    if (story.size() < MOST_LINES) {
      String time = String.format(Locale.ROOT, "%.6f", simulation.now() / SECOND_NS);
      story.add(List.of(time, card, state.label(), event, address, server));
    }
  }
}
