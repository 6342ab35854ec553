package vdcsim.scenario.language;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Makes scenarios that nobody wrote: one seed, one scenario. */
final class Mutations {
  private static final List<String> SCENARIOS =
      List.of(
          """
          name: triangle
          about: A triangle, and a cable that fails.
          seed: 7
          duration: 90 ms
          hubs: { s1: 1 Gbps }
          hosts:
            h[1..3]: { nics: { eth0: 1 Gbps, "eth[1..2]": { rate: 10 Gbps, queue: 20 } } }
          links:
            - h[1..3].eth0 -- s1
            - { link: h1.eth1 -- h2.eth1, rate: 1 Gbps, delay: 5 us }
          workloads:
            probe: { type: echo, from: h1, to: "h[2..3]", every: exponential(mean=5 ms) }
          events:
            - { at: 45 ms, fail: h1.eth1 -- h2.eth1 }
            - { at: [50 ms, 60 ms], repair: h1.eth1 -- h2.eth1 }
          expect:
            - probe.lost = 0
            - { that: probe.round-trip-time.p99 < 300 us, over: each }
          """,
          """
          name: templates
          duration: 1 s
          warm-up: 10 ms
          replications: 5
          types:
            big: &big { nics: { eth0: 10 Gbps }, engine: 2.4 GHz }
            bigger: { like: big, nics: { eth1: { rate: 1 Gbps } } }
          hosts:
            a: *big
            b: { <<: *big, engine: { clock: 3 GHz } }
            c[01..12]: { like: bigger }
            d: { like: c03, nics: { eth0: { queue: 7 } } }
          measure: ["w.*", a.eth0.sent]
          charts:
            - w.throughput
            - { metric: [a.eth0.sent, b.eth0.sent], type: lines, x: workloads.w.size, log-x: true }
          workloads:
            w: { type: burst, from: a, size: 1 kB, load: 80 %, frames: "uniform(64 B, 1500 B)" }
          vary:
            workloads.w.size: { from: 1 kB, to: 1024 kB, factor: 2 }
            zip: { hosts.a.engine.clock: [1 GHz, 2 GHz], hosts.b.nics.eth0.queue: 3..4 }
          """,
          """
          {"name": "json", "duration": "1 s", "hosts": {"h1": {}, "h2": null},
           "links": ["h1 -- h2"], "vary": [{"links[0].delay": "1 us"}, {"links[0].delay": "2 us"}]}
          """,
          """
          name: 数据中心
          about: |
            二 行 😀
          duration: 5 min
          hosts: { "主机[1..2]": {} }
          links: [ 主机1 -- 主机2 ]
          workloads: { 流: { type: burst, from: 主机1, size: 4 GiB, weight: 1e-3, ends: true } }
          expect: [ 流.throughput.last > 0 bps ]
          """);

  private static final List<String> EXTREMES =
      List.of(
          "0",
          "-1",
          "1e999999999",
          "-0.0",
          ".nan",
          ".inf",
          "-.inf",
          "9223372036854775807",
          "9223372036854775808",
          "1e-999",
          "0x7fffffffffffffff",
          "999999999999999999 d",
          "0 s",
          "-5 ms",
          "1e40 Gbps",
          "0.1 ns",
          "[1..999999999]",
          "h[5..1]",
          "1..999999999",
          "~",
          "null",
          "true",
          "''",
          "<script>alert(1)</script>",
          "../../etc/passwd",
          "\"\\0\"",
          "\"\\ud800\"",
          "\u202e",
          "\u0007",
          "\ufeff",
          "*a",
          "&a",
          "!!int 5",
          "<<",
          "- - -",
          "? ",
          "{",
          "[",
          "}",
          "]",
          ": ",
          "# ",
          "|",
          ">",
          "%",
          "@",
          "`",
          "---",
          "...",
          "\t",
          "\r",
          "\u0085",
          "\u2028",
          "😀",
          "e\u0301",
          "exponential(",
          "normal(0 s, 0 s)",
          "pareto(1 ns, 1e-9)",
          ")");

  private final SplittableRandom random;

  private Mutations(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** What the mutations start from. */
  static List<String> scenarios() {
    return SCENARIOS;
  }

  /** The input of a seed: one in eight is noise, the others were scenarios once. */
  static byte[] of(long seed) {
    Mutations mutations = new Mutations(seed);
    if (seed % 8 == 0) {
      return mutations.noise();
    }
    String text = mutations.pick(SCENARIOS);
    int changes = seed % 2 == 0 ? 1 : 1 + mutations.random.nextInt(6);
    for (int i = 0; i < changes; i++) {
      text = mutations.change(text);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return seed % 8 == 1 ? mutations.flip(bytes) : bytes;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private byte[] noise() {
    StringBuilder text = new StringBuilder();
    List<String> words = new ArrayList<>(EXTREMES);
    words.addAll(Arrays.asList(SCENARIOS.get(0).split("(?<=[ \n])")));
    int length = random.nextInt(200);
    for (int i = 0; i < length; i++) {
      text.append(pick(words)).append(random.nextInt(4) == 0 ? "\n" : "");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private byte[] flip(byte[] bytes) {
    byte[] flipped = bytes.clone();
    for (int i = 0; i < 3 && flipped.length > 0; i++) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private String change(String text) {
    int from = random.nextInt(text.length() + 1);
    return switch (random.nextInt(12)) {
      case 0 -> text.substring(0, from);
      case 1 -> text.substring(from);
      case 2 -> text.substring(0, from) + pick(EXTREMES) + text.substring(from);
      case 3 -> replaceWord(text, pick(EXTREMES));
      case 4 -> replaceWord(text, pick(words(pick(SCENARIOS))));
      case 5 -> swapLines(text);
      case 6 -> text + pick(SCENARIOS);
      case 7 -> text.substring(0, from) + nested() + text.substring(from);
      case 8 -> misspell(text);
      case 9 -> otherDigit(text);
      case 10 -> text.replace("\n", pick(List.of("\r\n", " # why\n", "\n\n", "\r")));
      default -> repeatLine(text);
    };
  }

  private static List<String> words(String text) {
    return List.of(text.split("(?<=[^\\w-])|(?=[^\\w-])"));
  }

  private String replaceWord(String text, String by) {
    List<String> words = new ArrayList<>(words(text));
    words.set(random.nextInt(words.size()), by);
    return String.join("", words);
  }

  private String misspell(String text) {
    int at = random.nextInt(Math.max(1, text.length()));
    char letter = (char) ('a' + random.nextInt(26));
    return text.isEmpty() ? "a" : text.substring(0, at) + letter + text.substring(at + 1);
  }

  private String otherDigit(String text) {
    int from = random.nextInt(text.length() + 1);
    return text.substring(0, from)
        + text.substring(from).replaceFirst("\\d", Integer.toString(random.nextInt(100)));
  }

  private String swapLines(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (lines.size() > 1) {
      Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
    }
    return String.join("\n", lines) + "\n";
  }

  private String repeatLine(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (!lines.isEmpty()) {
      String line = pick(lines);
      lines.addAll(Collections.nCopies(1 + random.nextInt(50), line));
    }
    return String.join("\n", lines) + "\n";
  }

  private String nested() {
    String open = pick(List.of("[", "{a: ", "- ", "? ", "  ", "\"", "(", "&a [*a, ", "h[1..9]"));
    return open.repeat(1 + random.nextInt(300));
  }
}
