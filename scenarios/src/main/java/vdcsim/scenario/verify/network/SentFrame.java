package vdcsim.scenario.verify.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/**
 * A frame that a case has a host send.
 *
 * @param number which frame of the whole case, from 1; the frame bears it
 * @param from the host
 * @param to a host, {@code broadcast}, or an address
 * @param source the host whose address it bears as its source
 * @param vlans its tags, the outermost first
 * @param atNs when it is sent
 */
record SentFrame(
    int number, String from, String to, Optional<String> source, List<Integer> vlans, long atNs) {

  SentFrame {
    vlans = List.copyOf(vlans);
  }

  static SentFrame read(int number, Fields frame, long atNs)
      throws UnreadableCase, UnsupportedCase {
    SentFrame sent =
        new SentFrame(
            number,
            frame.text("from"),
            frame.text("to"),
            frame.optionalText("eth_src"),
            frame.integers("vlan"),
            atNs);
    frame.expectNoOther();
    return sent;
  }

  /** The workload that sends it, and nothing else: it stops before a second frame is due. */
  String workload() {
    String tags =
        vlans.isEmpty()
            ? ""
            : vlans.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ", ", tags: [", "]"));
    return "frame%d: { type: frame-stream, from: %s, to: '%s'%s%s, frame-size: 100 B, every: 1 s, start: %d ns, stop: %d ns }"
        .formatted(
            number,
            from,
            to,
            source.map(host -> ", source: '" + host + "'").orElse(""),
            tags,
            atNs,
            atNs + 1);
  }
}
