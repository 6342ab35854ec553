package vdcsim.scenario.verify.network;

import java.util.List;
import java.util.Optional;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;

/**
 * A request of one host to a service of another, as a case asks for it.
 *
 * @param to a host, or an address
 * @param port the service; empty for a ping
 * @param protocol {@code tcp}, {@code udp} or {@code ping}
 * @param sourcePort the port from which it is asked, where the case says so
 * @param portHidden whether the port that the service sees is not compared
 * @param learned what was recorded of the outcome, of what is compared
 */
record ServiceTest(
    String from,
    String to,
    Optional<Integer> port,
    String protocol,
    Optional<Integer> sourcePort,
    boolean portHidden,
    List<String> learned) {
  /** What of an outcome is compared; what else there is are a result's own words. */
  static final List<String> COMPARED =
      List.of("result", "server", "seen_source", "seen_source_port", "reply_ttl");

  ServiceTest {
    learned = List.copyOf(learned);
  }

  static ServiceTest read(Fields test) throws UnreadableCase {
    Optional<Integer> port = number(test, "port");
    Optional<Fields> outcome = test.optionalObject("outcome");
    List<String> learned =
        outcome.map(Fields::names).orElse(List.of()).stream().filter(COMPARED::contains).toList();
    return new ServiceTest(
        test.text("from"),
        test.text("to"),
        port,
        test.optionalText("proto").orElse(port.isPresent() ? "tcp" : "ping"),
        number(test, "source_port"),
        test.truth("hide_port", false),
        learned);
  }

  private static Optional<Integer> number(Fields test, String field) throws UnreadableCase {
    return test.has(field) ? Optional.of(test.integer(field)) : Optional.empty();
  }
}
