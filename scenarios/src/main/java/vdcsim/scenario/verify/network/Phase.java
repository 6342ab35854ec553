package vdcsim.scenario.verify.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stretch of a case's time: from an event to the state that was recorded after it.
 *
 * @param afterEvent the event's number, -1 for the start
 * @param eventNs when the event happens
 * @param frames what hosts send then
 * @param pings who asks whom when all has settled
 * @param tests what hosts ask of each other's services then
 * @param probe who asks whom meanwhile
 * @param routers of which parts of which routers' state something was recorded
 * @param settledNs when the pings start; what arrives from then on counts as theirs
 * @param endNs when the state is taken
 */
record Phase(
    int afterEvent,
    long eventNs,
    List<SentFrame> frames,
    List<SentPing> pings,
    List<SentTest> tests,
    Optional<Probe> probe,
    Map<String, List<String>> routers,
    long settledNs,
    long endNs) {

  Phase {
    frames = List.copyOf(frames);
    pings = List.copyOf(pings);
    tests = List.copyOf(tests);
    routers = new LinkedHashMap<>(routers);
  }

  /**
   * A request to a service, and the name of its workload.
   *
   * @param name of the workload, no other's
   * @param test what is asked
   */
  record SentTest(String name, ServiceTest test, long atNs) {
    /**
     * How long the recorded clients waited: less than the 3 s after which a host counts as gone.
     */
    private static final String PATIENCE = "2 s";

    String workload() {
      boolean echo = test.port().isEmpty();
      return "%s: { type: connect, from: %s, to: %s, protocol: %s%s%s, start: %d ns, timeout: %s }"
          .formatted(
              name,
              test.from(),
              test.to(),
              echo ? "icmp" : test.protocol(),
              test.port().map(port -> ", port: " + port).orElse(""),
              test.sourcePort().map(port -> ", source-port: " + port).orElse(""),
              atNs,
              PATIENCE);
    }
  }

  /** One echo request, and the name of its workload. */
  record SentPing(String name, String from, String to, long atNs) {
    String workload() {
      return "%s: { type: ping, from: %s, to: %s, count: 1, start: %d ns, timeout: 1 s }"
          .formatted(name, from, to, atNs);
    }
  }

  /** Echo requests every 50 ms, from shortly before the event until all has settled. */
  record Probe(String name, String from, String to, long atNs, long count) {
    String workload() {
      return "%s: { type: ping, from: %s, to: %s, every: 50 ms, count: %d, start: %d ns, timeout: 1 s }"
          .formatted(name, from, to, count, atNs);
    }
  }
}
