package vdcsim.scenario.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scenarios that somebody wrote to do harm: each is refused at its place, and reading it allocates
 * a bounded amount, however much it stands for. Runs in a heap of 256 MB.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
final class NastyScenariosTest {
  private static final String HEAD = Reading.HEAD;
  private static final long MEBIBYTE = 1024 * 1024;

  /**
   * A nasty input.
   *
   * @param mebibytes how much reading it may allocate, all in all
   * @param start how the first problem starts
   */
  private record Nasty(String title, Supplier<byte[]> bytes, long mebibytes, String start) {
    @Override
    public String toString() {
      return title;
    }
  }

  private static Nasty nasty(String title, long mebibytes, String start, String text) {
    return new Nasty(title, () -> text.getBytes(StandardCharsets.UTF_8), mebibytes, start);
  }

  static Stream<Nasty> documents() {
    return Stream.of(
        new Nasty("100 MB", () -> new byte[100_000_000], 1, "1:1 the file is larger than 3 MiB"),
        nasty("lists 10000 deep", 20, "1:65 [0][0]", "[".repeat(10_000)),
        nasty("maps 10000 deep", 20, "1:254 a.a.a", "{a: ".repeat(10_000)),
        nasty("items 10000 deep", 20, "1:129 [0][0]", "- ".repeat(10_000) + "a"),
        nasty("keys 10000 deep", 20, "1:129 ?.?.?", "? ".repeat(10_000) + "a"),
        nasty("just too deep", 20, "1:65 [0]", "[".repeat(65) + "]".repeat(65)),
        nasty(
            "a million laughs", 60, "6:10 b5[0]: the file holds more than 250000 values", laughs()),
        nasty(
            "a long text, very often",
            100,
            "4:",
            HEAD + "a: &a " + "x".repeat(1_000_000) + "\nb: [" + "*a, ".repeat(100_000) + "]"),
        nasty("a map merged into itself", 60, "", HEAD + merges()),
        nasty("a million values", 400, "3:", HEAD + "measure: [" + "a,".repeat(1_000_000) + "]"),
        nasty("a key of 3 MB", 400, "1:1000001 a ': '", "a".repeat(1_000_000) + ": 1"),
        nasty(
            "a line of 3 MB",
            400,
            "3:8 about: a text has",
            HEAD + "about: " + "a".repeat(3_000_000)),
        nasty(
            "a comment of 3 MB", 400, "3000003:1 unknown", "\n".repeat(3_000_000) + HEAD + "x: 1"),
        nasty("one key very often", 60, "2:1 the key 'a'", "a: 1\n".repeat(500_000)),
        nasty("UTF-16", 1, "1:2 the character U+0000", "n\0a\0m\0e\0:\0"),
        new Nasty(
            "UTF-16 with its mark",
            () -> HEAD.getBytes(StandardCharsets.UTF_16),
            1,
            "1:1 the file is UTF-16 text; save it as UTF-8 text"),
        new Nasty(
            "Latin-1",
            () -> (HEAD + "about: caf\u00e9").getBytes(StandardCharsets.ISO_8859_1),
            1,
            "3:11 the byte 0xE9 is not UTF-8; save the file as UTF-8 text"),
        new Nasty(
            "half a character in UTF-8",
            () -> new byte[] {'a', ':', ' ', (byte) 0xED, (byte) 0xA0, (byte) 0x80},
            1,
            "1:4 the byte 0xED is not UTF-8"),
        nasty("NUL", 1, "3:9 the character U+0000 is not allowed in YAML", HEAD + "about: a\0b"),
        nasty("other YAML", 1, "1:1 the file asks for another YAML", "%YAML 2.0\n---\na: b\n"));
  }

  static Stream<Nasty> worlds() {
    return Stream.of(
        nasty(
            "a billion hosts",
            5,
            "4:3 hosts: h[1..999999999] stands for 999999999 names",
            HEAD + "hosts:\n  h[1..999999999]: {}\n"),
        nasty(
            "numbers that are too long",
            5,
            "4:3 hosts.h[1..9999999999999999999]: a name has",
            HEAD + "hosts:\n  h[1..9999999999999999999]: {}\n"),
        nasty(
            "a product that overflows",
            5,
            "4:3 hosts: h[1..999999999999999999]",
            HEAD + "hosts:\n  h" + "[1..999999999999999999]".repeat(9) + ": {}\n"),
        nasty(
            "100 000 ranges in one name",
            60,
            "4:5 hosts: a text with a range has up to 300",
            HEAD + "hosts:\n  ? \"" + "[1..1]".repeat(100_000) + "\"\n  : {}\n"),
        nasty(
            "a long name, often",
            60,
            "4:5 hosts: a text with a range has up to 300",
            HEAD + "hosts:\n  ? \"" + "h".repeat(1_000_000) + "[1..50000]\"\n  : {}\n"),
        nasty(
            "more cards than memory",
            400,
            "6:21 hosts.h50.nics",
            HEAD + "hosts:\n  h[1..1000]:\n    nics:\n      eth[1..1000]: 1 Gbps\n"),
        nasty(
            "ten thousand dangling names",
            600,
            "6:5 links[0].link: there is no device",
            HEAD + "hosts:\n  h[1..10000]: {}\nlinks:\n  - h[1..10000] -- x[1..10000]\n"),
        nasty("a chain of templates", 200, "36:15 hosts.h0: a chain", HEAD + "hosts:\n" + chain()),
        nasty(
            "a grid that overflows",
            60,
            "6:3 vary: there are more than 1000000 points",
            HEAD + "hosts: {h1: {}}\nvary:\n" + axes("1..100000", 8)),
        nasty("very many axes", 60, "", HEAD + "hosts: {h1: {}}\nvary:\n" + axes("[1]", 5_000)),
        nasty(
            "half a million instants",
            256,
            "6:3 events",
            HEAD
                + "hosts: {h1: {}, h2: {}}\nlinks: [h1 -- h2]\nevents:\n- {fail: h1 -- h2, at: ["
                + "1 s,".repeat(100_000)
                + "]}"),
        nasty(
            "blanks in a link",
            5,
            "4:9 links[0].link: a link reads",
            HEAD + "hosts: {h1: {}}\nlinks: [\"a" + " ".repeat(9_000) + "b\"]"));
  }

  /** Each would cost a pattern that looks back the square of its length, or more. */
  static Stream<Nasty> texts() {
    String ones = "1".repeat(500_000);
    return Stream.of(
        nasty("digits", 60, "3:10 warm-up: '111", HEAD + "warm-up: " + ones + " a b"),
        nasty(
            "blanks", 60, "3:10 warm-up: '1 ", HEAD + "warm-up: \"1" + " ".repeat(500_000) + "1\""),
        nasty("a whole number", 60, "3:7 seed: '111", HEAD + "seed: " + ones),
        nasty(
            "a condition",
            60,
            "3:10 expect[0].that: a text",
            HEAD + "expect: [\"" + "a.".repeat(200_000) + "< b\"]"),
        nasty(
            "a condition of dots",
            5,
            "3:10 expect[0]: a condition has up to 500",
            HEAD + "expect: [\"a" + ".".repeat(9_000) + " < a" + " b\"]"),
        nasty(
            "a pattern of stars",
            5,
            "4:11 measure[0]: a pattern has up to 4 stars",
            HEAD + "hosts: {h1: {}}\nmeasure: [\"" + "*a".repeat(90) + "\"]"),
        nasty(
            "a path",
            60,
            "4:10 vary",
            HEAD + "hosts: {h1: {}}\nvary: {? \"hosts." + "[1".repeat(100_000) + "\" : [1, 2]}"),
        nasty(
            "steps",
            60,
            "4:29 vary.hosts.h1.a.from",
            HEAD
                + "hosts: {h1: {}}\nvary: { hosts.h1.a: { from: \"1"
                + " ".repeat(100_000)
                + "1\", to: 2, step: 1 } }"),
        nasty(
            "a distribution",
            60,
            "",
            HEAD
                + "hosts: {h1: {}}\nworkloads: {w: {type: echo, from: h1, every: \"uniform("
                + "1 ms,".repeat(100_000)
                + ")\"}}"),
        nasty("an unknown key", 5, "3:1 unknown key 'nnnn", HEAD + "n".repeat(1_000) + ": 1\n"),
        nasty(
            "an unknown word",
            60,
            "",
            HEAD + "charts: [{metric: a, type: " + "b".repeat(900_000) + "}]"));
  }

  @ParameterizedTest
  @MethodSource({"documents", "worlds", "texts"})
  void nastyScenariosAreRefusedAtLittleCost(Nasty nasty) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Reading.problems("warm: up");
    byte[] bytes = nasty.bytes().get();
    long before = threads.getCurrentThreadAllocatedBytes();
    List<String> problems = Reading.problems(bytes);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(problems).hasSizeBetween(1, 200);
    assertThat(problems.get(0)).matches("[1-9]\\d*:[1-9]\\d* .*");
    assertThat(problems).anySatisfy(p -> assertThat(p).startsWith(nasty.start()));
    assertThat(allocated / MEBIBYTE).isLessThanOrEqualTo(nasty.mebibytes());
  }

  @Test
  void sixtyFourLevelsAreAccepted() {
    // As a whole, the 64 lists are no scenario; but they are read.
    assertThat(Reading.problems("[".repeat(64) + "]".repeat(64)))
        .containsExactly("1:1 a scenario is a map with the keys name, duration, hosts and so on");
  }

  @Test
  void aMillionPointsTakeNoMemory() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    String text =
        HEAD
            + "hosts: { h1: { nics: { eth0: 1 Gbps, eth1: 1 Gbps } } }\n"
            + "vary:\n  hosts.h1.nics.eth0.queue: 1..1000\n  hosts.h1.nics.eth1.queue: 1..1000\n";
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThat(Reading.accepted(text).points()).hasSize(1_000_000);
    assertThat((threads.getCurrentThreadAllocatedBytes() - before) / MEBIBYTE).isLessThan(256);
  }

  @Test
  void aCheckMakesFiftyThousandThingsAtMostHoweverManyValuesVary() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    String text =
        HEAD
            + "hosts:\n  h[1..1000]: {}\nlinks: [h1 -- h2]\n"
            + "vary:\n  links[0].delay: { from: 1 ns, to: 100000 ns, step: 1 ns }\n";
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThat(Reading.accepted(text).points()).hasSize(100_000);
    assertThat((threads.getCurrentThreadAllocatedBytes() - before) / MEBIBYTE).isLessThan(1_500);
  }

  private static String laughs() {
    return "a: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
        + IntStream.range(1, 12)
            .mapToObj(i -> "b" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(10) + "]\n")
            .collect(Collectors.joining());
  }

  private static String merges() {
    return "x: &a0 {k: 1}\n"
        + IntStream.range(1, 2_000)
            .mapToObj(i -> "y" + i + ": &a" + i + " {<<: *a" + (i - 1) + ", z" + i + ": 1}\n")
            .collect(Collectors.joining());
  }

  private static String chain() {
    return IntStream.range(0, 20_000)
        .mapToObj(i -> "  h" + i + ": {like: h" + (i + 1) + "}\n")
        .collect(Collectors.joining());
  }

  private static String axes(String values, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "  hosts.h1.x" + i + ": " + values + "\n")
        .collect(Collectors.joining());
  }
}
