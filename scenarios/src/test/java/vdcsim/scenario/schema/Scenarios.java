package vdcsim.scenario.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Scenarios that are right, and scenarios that are wrong in one way each. */
final class Scenarios {
  private static final String HEAD = "name: x\nduration: 1 s\n";
  private static final String PING = HEAD + "hosts:\n  h[1..2]:\nlinks: [h1 -- h2]\n";

  private Scenarios() {}

  static List<String> good() {
    return List.of(
        HEAD,
        "name: 2026\nduration: 5 ms\nabout:\nseed: 0x10\nreplications: \"3\"\nwarm-up: 1 ms",
        HEAD + "hosts: {h1: , h2: {}, h3: {nics: {eth0: 10 Gbps, eth1: {rate: 1 Gbps}, eth2: }}}",
        HEAD
            + "hosts:\n  h[1..3]:\n  h4: {ip: 10.0.0.4/24}\nswitches: {s1: }\n"
            + "links:\n  - h[1..3] -- s1\n  - {link: h4 -- s1, delay: 5 us, rate: 0.1 Gbps}\n",
        HEAD
            + "hosts:\n  h[1..4]:\nlinks:\n"
            + "  - {link: \"h[1..2] -- h[3..4]\", delay: \"[1..2] ms\", bit-error-rate: 1e-9}",
        HEAD
            + "types: {big: {nics: {eth0: 10 Gbps}}, asker: {type: ping, to: h2}}\n"
            + "hosts: {h1: {like: big}, h2: {like: h1}}\nlinks: [h1 -- h2]\n"
            + "workloads: {p: {like: asker, from: h1}}",
        PING
            + "workloads: {p: {type: ping, from: h1, to: h2, every: 10 ms, count: 3}}\n"
            + "expect: [p.lost = 0, {that: p.lost = 0, over: each}]\nmeasure: p.*\n"
            + "charts: [p.round-trip-time.p99, {metric: [p.lost], type: bars, log-y: true}]",
        PING
            + "workloads:\n  p[1..2]: {type: ping, from: \"h[1..2]\", to: h2}\n  p1: {every: 9 ms}\n",
        PING
            + "workloads: {s: {type: frame-stream, from: h1, to: h2, load: 80 %,\n"
            + "  frame-size: \"uniform(min: 64 B, max: 1518 B)\", tags: [10, 20],\n"
            + "  arrivals: on-off, on: exponential(5 ms), off: 1 ms}}",
        PING
            + "workloads: {s: {type: frame-stream, from: h1, to: h2, load: 0.5}}\n"
            + "vary: {workloads.s.load: {from: 10 %, to: 120 %, step: 10 %}}",
        PING
            + "workloads: {s: {type: frame-stream, from: h1, load: 0.5}}\n"
            + "vary: {workloads.s.to: [h2, broadcast]}",
        PING.replace("[h1 -- h2]", "[{link: h1 -- h2}]")
            + "workloads: {s: {type: frame-stream, from: h1, to: h2, load: 0.5}}\n"
            + "vary:\n  zip: {workloads.s.load: [1 %, 2 %], \"links[0].rate\": [1 Gbps, 2 Gbps]}\n"
            + "  workloads.s.tags: [[], [1]]",
        PING
            + "workloads: {s: {type: frame-stream, from: h1, to: h2, load: 0.5}}\n"
            + "vary: [{workloads.s.load: 10 %}, {workloads.s.load: 0.2}]",
        PING + "vary: {hosts.h1.nics.eth0.queue: 1..3}",
        PING
            + "events: [{at: 10 ms, fail: h1 -- h2}, {at: [20 ms, 30 ms], repair: {link: h1 -- h2}}]",
        HEAD + "hosts:\nlinks:\nevents:\nvary:\ntypes:\nexpect:\n");
  }

  static Stream<Arguments> wrong() {
    return Stream.of(wrongHeads(), wrongThings(), wrongRest()).flatMap(List::stream);
  }

  private static List<Arguments> wrongHeads() {
    return List.of(
        wrong("no name", "duration: 1 s"),
        wrong("nothing at name", "name:\nduration: 1 s"),
        wrong("no duration", "name: x"),
        wrong("an unknown key at the top", HEAD + "host: {h1: }"),
        wrong("a bare number as a time", "name: x\nduration: 1"),
        wrong("an unknown unit", "name: x\nduration: 1 sec"),
        wrong("a negative time", "name: x\nduration: -1 s"),
        wrong("a list as a time", "name: x\nduration: [1 s]"),
        wrong("a word as a number", HEAD + "seed: many"),
        wrong("a fraction as a whole number", HEAD + "replications: 1.5"),
        wrong("a number out of range", HEAD + "replications: 3000000000"));
  }

  private static List<Arguments> wrongThings() {
    return List.of(
        wrong("a section as a list", HEAD + "hosts: [h1]"),
        wrong("a listed section as a map", HEAD + "links: {a: b}"),
        wrong("a name with a blank", HEAD + "hosts: {h 1: }"),
        wrong("a name with a dot", HEAD + "hosts: {h.1: }"),
        wrong("an unknown key of a host", HEAD + "hosts: {h1: {nic: 1 Gbps}}"),
        wrong("a text where a host stands", HEAD + "hosts: {h1: big}"),
        wrong("an unknown key of a card", HEAD + "hosts: {h1: {nics: {eth0: {speed: 1 Gbps}}}}"),
        wrong("a rate without a unit", HEAD + "hosts: {h1: {nics: {eth0: 1000}}}"),
        wrong("a size where a rate stands", HEAD + "hosts: {h1: {nics: {eth0: 1 GiB}}}"),
        wrong("a map without its key", PING + "events: [{at: 1 ms, fail: {}}]"),
        wrong("a link without ends", HEAD + "links: [{delay: 1 ms}]"),
        wrong(
            "a ratio of text",
            HEAD + "hosts: {a: , b: }\nlinks: [{link: a -- b, bit-error-rate: x}]"),
        wrong("no type", PING + "workloads: {p: {from: h1, to: h2}}"),
        wrong("an unknown type", PING + "workloads: {p: {type: pong, from: h1, to: h2}}"),
        wrong("a missing key of a type", PING + "workloads: {p: {type: ping, from: h1}}"),
        wrong(
            "a key of another type",
            PING + "workloads: {p: {type: ping, from: h1, to: h2, load: 1}}"),
        wrong(
            "a word that is none",
            PING
                + "workloads: {s: {type: frame-stream, from: h1, to: h2, load: 1, arrivals: poison}}"),
        wrong(
            "an unknown distribution",
            PING
                + "workloads: {s: {type: frame-stream, from: h1, to: h2, load: 1, on: exp(5 ms)}}"),
        wrong(
            "a distribution without its unit",
            PING
                + "workloads: {s: {type: frame-stream, from: h1, to: h2, load: 1, on: exponential(5)}}"),
        wrong(
            "too many arguments",
            PING
                + "workloads: {s: {type: frame-stream, from: h1, to: h2, load: 1, on: \"exponential(5 s, 1 s)\"}}"));
  }

  private static List<Arguments> wrongRest() {
    return List.of(
        wrong("an event without an instant", PING + "events: [{fail: h1 -- h2}]"),
        wrong("an event without an action", PING + "events: [{at: 1 ms}]"),
        wrong(
            "an event of two actions",
            PING + "events: [{at: 1 ms, fail: h1 -- h2, repair: h1 -- h2}]"),
        wrong("an unknown action", PING + "events: [{at: 1 ms, explode: h1 -- h2}]"),
        wrong("a varied path into the head", HEAD + "vary: {seed: [1, 2]}"),
        wrong(
            "steps without an end", PING + "vary: {hosts.h1.nics.eth0.queue: {from: 1, step: 1}}"),
        wrong("no values", PING + "vary: {hosts.h1.nics.eth0.queue: []}"),
        wrong("an unknown form of chart", HEAD + "charts: [{metric: a.b, type: pie}]"),
        wrong("a condition without a text", HEAD + "expect: [{over: each}]"),
        wrong("an unknown key in a chart", HEAD + "charts: [{metric: a.b, colour: red}]"));
  }

  private static Arguments wrong(String mistake, String yaml) {
    return Arguments.of(mistake, yaml);
  }

  /** The scenarios that ship, by file name; one that is sure to be there while there are none. */
  static Stream<Arguments> library() throws IOException {
    Path folder = Path.of("src/main/resources/vdcsim/scenario");
    if (!Files.isDirectory(folder)) {
      return Stream.of(Arguments.of("none yet", HEAD));
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(file -> Arguments.of(folder.relativize(file).toString(), text(file)))
          .toList()
          .stream();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
