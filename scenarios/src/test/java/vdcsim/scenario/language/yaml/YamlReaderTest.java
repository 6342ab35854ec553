package vdcsim.scenario.language.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class YamlReaderTest {
  private static Node read(String text) {
    try {
      return YamlReader.read(SourceText.of("x", text)).orElseThrow();
    } catch (MalformedYaml e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  private static Node.Entry entry(Node node, String key) {
    return ((Node.Mapping) node).byKey().get(key);
  }

  @Test
  void everyKeyAndValueKnowsItsPlace() {
    Node root = read("a: 1\nb:\n  - c: { d: e }\n");
    assertThat(entry(root, "a").keyPlace()).isEqualTo(new Place(1, 1));
    assertThat(entry(root, "a").value().place()).isEqualTo(new Place(1, 4));
    Node item = ((Node.Sequence) entry(root, "b").value()).items().get(0);
    assertThat(entry(item, "c").keyPlace()).isEqualTo(new Place(3, 5));
    assertThat(entry(entry(item, "c").value(), "d").value().place()).isEqualTo(new Place(3, 13));
  }

  @Test
  void yaml12LeavesWordsAndNumbersAlone() {
    Node root = read("on: yes\nseed: 010\ntime: 22:22\nnone: ~\nquoted: 'null'\n");
    assertThat(((Node.Scalar) entry(root, "on").value()).text()).isEqualTo("yes");
    assertThat(((Node.Scalar) entry(root, "seed").value()).text()).isEqualTo("010");
    assertThat(((Node.Scalar) entry(root, "time").value()).text()).isEqualTo("22:22");
    assertThat(((Node.Scalar) entry(root, "none").value()).isNull()).isTrue();
    assertThat(((Node.Scalar) entry(root, "quoted").value()).isNull()).isFalse();
  }

  @Test
  void aMergedKeyKeepsItsPlaceAndGivesWay() {
    Node root = read("a: &a { x: 1, y: 2 }\nb: { <<: *a, y: 3 }\nc: { <<: [*a, { z: 4 }] }\n");
    Node merged = entry(root, "b").value();
    assertThat(entry(merged, "x").keyPlace()).isEqualTo(new Place(1, 9));
    assertThat(((Node.Scalar) entry(merged, "y").value()).text()).isEqualTo("3");
    assertThat(((Node.Mapping) entry(root, "c").value()).byKey()).containsOnlyKeys("x", "y", "z");
    assertThat(((Node.Mapping) read("'<<': 1")).byKey()).containsOnlyKeys("<<");
  }

  @Test
  void readingGoesOnAfterWhatCanBeReadPast() throws MalformedYaml {
    List<String> told = new ArrayList<>();
    YamlReader.read(
        SourceText.of("x", "a: 1\na: 2\nb: *c\nd: !!int 3\n<<: 4\n"),
        e -> told.add(e.place().line() + " " + e.path()));
    assertThat(told).containsExactly("2 ", "3 b", "4 d", "5 ");
  }

  @Test
  void placesAreCountedInCharacters() throws MalformedYaml {
    SourceText text =
        SourceText.decode("x", "\uFEFFa: 😀\r\nb: 二\rc: d".getBytes(StandardCharsets.UTF_8));
    assertThat(text.lines()).containsExactly("a: 😀", "b: 二", "c: d");
    assertThat(text.placeOf(4)).isEqualTo(new Place(1, 5));
    assertThat(text.placeOf(5)).isEqualTo(new Place(1, 5));
    assertThat(text.placeOf(7)).isEqualTo(new Place(2, 1));
    assertThat(text.placeOf(12)).isEqualTo(new Place(3, 1));
    assertThat(text.excerpt(new Place(2, 1))).isEqualTo("b: 二");
    assertThat(text.excerpt(new Place(9, 1))).isEmpty();
  }

  @Test
  void whatIsShownCannotMoveACursor() {
    assertThat(Printable.shorten("a\u001b[31mb\u202ec\n")).isEqualTo("a\uFFFD[31mb\uFFFDc\uFFFD");
    assertThat(Printable.shorten("x".repeat(61))).isEqualTo("x".repeat(60) + "...");
    assertThat(Printable.shorten("😀".repeat(60))).isEqualTo("😀".repeat(60));
    assertThat(Printable.line("a\tb")).isEqualTo("a b");
  }
}
