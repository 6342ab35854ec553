package vdcsim.scenario.verify.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.GoldenCase;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/**
 * When the events of a case happen. A case says only that each was applied after the network had
 * settled from the one before; the time for it follows from the protocols' timers ({@link
 * Network#settleS}).
 */
final class Timeline {
  private static final long MS = 1_000_000L;
  private static final long SECOND = 1_000 * MS;

  /** Between two frames: they never meet. */
  private static final long FRAME_GAP_NS = 20 * MS;

  /** From the last frame to when tables are read. */
  private static final long FRAME_TAIL_NS = 2 * SECOND;

  /** Between two pings: the hosts ask at nearly the same time, one exchange after the other. */
  private static final long PING_GAP_NS = MS;

  /**
   * Three requests for an address, a second apart, and the answer. Frames that follow come before
   * the hosts probe their neighbours anew, five seconds after the pings, and tables are read after
   * that: as in the recorded runs, where hosts that had been pinged were learned although tables
   * had been emptied, yet too late for the frames.
   */
  private static final long PING_PATIENCE_NS = 4 * SECOND;

  /** A client waits for 2 s, so that one test never meets the next. */
  private static final long TEST_PATIENCE_NS = 2_100 * MS;

  private static final long PROBE_GAP_NS = 50 * MS;

  private static final long PROBE_LEAD_NS = 2 * SECOND;

  /** How long one end is deaf before the message is sent that it shall miss. */
  private static final long BLOCK_NS = 3 * SECOND;

  /** How long a withdrawal is lost: shorter than what RIP needs to notice (rip-04's title). */
  private static final long LOSS_NS = 12 * SECOND;

  /** Events fall between the protocols' beats, which are whole seconds. */
  private static final long OFF_BEAT_NS = 370 * MS;

  private final long settleNs;
  private final List<Phase> phases = new ArrayList<>();
  private int sentFrames;
  private long nowNs;
  private boolean watchFollows;

  private Timeline(long settleNs) {
    this.settleNs = settleNs;
  }

  /** The phases of a case. */
  static List<Phase> of(GoldenCase golden, Network network) throws UnreadableCase, UnsupportedCase {
    Timeline timeline = new Timeline(network.settleS() * SECOND + OFF_BEAT_NS);
    List<Fields> expected = golden.expected();
    timeline.start(expected.get(0));
    List<Fields> events = golden.events();
    for (int i = 0; i < events.size(); i++) {
      timeline.watchFollows = i + 1 < events.size() && events.get(i + 1).has("watch_rip");
      timeline.event(i, events.get(i), expected.get(i + 1));
    }
    return List.copyOf(timeline.phases);
  }

  private void start(Fields expected) throws UnreadableCase {
    settle(-1, 0, Optional.empty(), expected);
  }

  private void event(int number, Fields event, Fields expected)
      throws UnreadableCase, UnsupportedCase {
    Optional<Phase.Probe> probe = probe(number, event);
    long eventNs = nowNs;
    switch (event.text("action")) {
      case "frames" -> frames(number, event, expected);
      case "wait" -> {
        nowNs += (long) (event.number("seconds") * SECOND);
        finish(number, eventNs, List.of(), probe, expected);
      }
      default -> {
        nowNs += stayNs(event);
        finish(number, eventNs, List.of(), probe, expected);
      }
    }
  }

  /**
   * A withdrawal is lost on purpose: a port is deaf while the route goes, and hears again before
   * anybody has noticed. What comes of it is watched, so the case says {@code watch_rip}.
   */
  private long stayNs(Fields event) throws UnreadableCase {
    boolean watched = event.has("watch_rip");
    return switch (event.text("action")) {
      case "oneway_block" -> watchFollows ? BLOCK_NS : settleNs;
      case "oneway_unblock" -> settleNs;
      default -> watched ? LOSS_NS : settleNs;
    };
  }

  /** A probe runs for a while before the event, so that the hosts know each other's addresses. */
  private Optional<Phase.Probe> probe(int number, Fields event) throws UnreadableCase {
    Optional<Fields> probe = event.optionalObject("probe");
    if (probe.isEmpty()) {
      return Optional.empty();
    }
    long startNs = nowNs;
    nowNs += PROBE_LEAD_NS;
    long count = (PROBE_LEAD_NS + settleNs) / PROBE_GAP_NS;
    String from = probe.get().text("from");
    String to = probe.get().text("to");
    return Optional.of(new Phase.Probe("probe" + number, from, to, startNs, count));
  }

  private void frames(int number, Fields event, Fields expected)
      throws UnreadableCase, UnsupportedCase {
    long eventNs = nowNs;
    List<SentFrame> frames = new ArrayList<>();
    for (Fields frame : event.objects("frames")) {
      if (frame.has("wait_s")) {
        nowNs += (long) (frame.number("wait_s") * SECOND);
      }
      if (frame.has("from")) {
        nowNs += FRAME_GAP_NS;
        frames.add(SentFrame.read(++sentFrames, frame, nowNs));
      }
    }
    nowNs += FRAME_TAIL_NS;
    finish(number, eventNs, frames, Optional.empty(), expected);
  }

  private void settle(int number, long eventNs, Optional<Phase.Probe> probe, Fields expected)
      throws UnreadableCase {
    nowNs += settleNs;
    finish(number, eventNs, List.of(), probe, expected);
  }

  /**
   * The pings that the recorded state asks for, then the end of the phase; the next event comes
   * after it.
   */
  private void finish(
      int number,
      long eventNs,
      List<SentFrame> frames,
      Optional<Phase.Probe> probe,
      Fields expected)
      throws UnreadableCase {
    long settled = nowNs;
    List<Phase.SentPing> pings = pings(number, expected);
    List<Phase.SentTest> tests = tests(number, expected);
    phases.add(
        new Phase(number, eventNs, frames, pings, tests, probe, routers(expected), settled, nowNs));
    nowNs += MS;
  }

  private List<Phase.SentTest> tests(int number, Fields expected) throws UnreadableCase {
    List<Phase.SentTest> tests = new ArrayList<>();
    for (Fields test : expected.objects("tests")) {
      tests.add(
          new Phase.SentTest(
              "test" + (number + 1) + "-" + tests.size(), ServiceTest.read(test), nowNs));
      nowNs += TEST_PATIENCE_NS;
    }
    return tests;
  }

  private static Map<String, List<String>> routers(Fields expected) throws UnreadableCase {
    Map<String, List<String>> routers = new LinkedHashMap<>();
    Optional<Fields> recorded = expected.optionalObject(Routers.FIELD);
    if (recorded.isPresent()) {
      for (String router : recorded.get().names()) {
        routers.put(router, recorded.get().object(router).names());
      }
    }
    return routers;
  }

  private List<Phase.SentPing> pings(int number, Fields expected) throws UnreadableCase {
    List<Phase.SentPing> pings = new ArrayList<>();
    Optional<Fields> reachability = expected.optionalObject("reachability");
    if (reachability.isPresent()) {
      for (String from : reachability.get().names()) {
        for (String to : reachability.get().object(from).names()) {
          ping(pings, number, from, to);
        }
      }
    }
    for (Fields path : expected.objects("paths")) {
      ping(pings, number, path.text("from"), path.text("to"));
    }
    if (!pings.isEmpty()) {
      nowNs += PING_PATIENCE_NS;
    }
    return pings;
  }

  private void ping(List<Phase.SentPing> pings, int number, String from, String to) {
    if (pings.stream().noneMatch(p -> p.from().equals(from) && p.to().equals(to))) {
      nowNs += PING_GAP_NS;
      String name = "ping" + (number + 1) + "-" + from + "-" + to;
      pings.add(new Phase.SentPing(name, from, to, nowNs));
    }
  }
}
