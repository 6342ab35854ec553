package vdcsim.report.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vdcsim.kernel.result.Topology;
import vdcsim.report.drawing.Palette;
import vdcsim.report.drawing.Style;
import vdcsim.report.drawing.Typeface;
import vdcsim.report.text.Words;

class LayoutTest {

  private static Topology.Node node(String name, String kind, String note) {
    return new Topology.Node(name, kind, note);
  }

  private static Topology.Edge edge(String from, String to) {
    return new Topology.Edge(from + to, from, "p1", to, "p2", "1 Gb/s", "up");
  }

  private static Graph graph(Topology topology) {
    return Graph.of(topology, Words.english());
  }

  private static List<List<String>> rows(Topology topology) {
    Graph graph = graph(topology);
    return Layers.of(graph).stream()
        .map(row -> row.stream().map(box -> graph.boxes().get(box).label()).toList())
        .toList();
  }

  /** So many switches in a random connected graph, and hosts at random switches. */
  private static Topology random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int switches = 1 + random.nextInt(9);
    List<Topology.Node> nodes = new ArrayList<>();
    List<Topology.Edge> edges = new ArrayList<>();
    for (int s = 0; s < switches; s++) {
      nodes.add(node("s" + s, "switch", random.nextBoolean() ? "" : "10.0.0." + s));
      if (s > 0) {
        edges.add(edge("s" + random.nextInt(s), "s" + s));
      }
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      edges.add(edge("s" + random.nextInt(switches), "s" + random.nextInt(switches)));
    }
    for (int h = random.nextInt(9); h > 0; h--) {
      nodes.add(node("h" + h, "host", ""));
      edges.add(edge("h" + h, "s" + random.nextInt(switches)));
    }
    return new Topology(nodes, edges);
  }

  @Test
  void hostsHangBelowTheirSwitchAndAboveTheRoot() {
    Topology triangle =
        new Topology(
            List.of(
                node("s1", "switch", "root"),
                node("s2", "switch", ""),
                node("s3", "switch", ""),
                node("h1", "host", ""),
                node("h2", "host", "")),
            List.of(
                edge("s1", "s2"),
                edge("s2", "s3"),
                edge("s3", "s1"),
                edge("h1", "s1"),
                edge("h2", "s2")));
    assertThat(rows(triangle)).hasSize(4);
    assertThat(rows(triangle).get(0)).containsExactly("h1");
    assertThat(rows(triangle).get(1)).containsExactly("s1");
    assertThat(rows(triangle).get(2)).containsExactlyInAnyOrder("s2", "s3");
    assertThat(rows(triangle).get(3)).containsExactly("h2");
  }

  @Test
  void aShortChainStandsInARow() {
    Topology chain =
        new Topology(
            List.of(
                node("h1", "host", ""),
                node("s2", "switch", ""),
                node("s1", "switch", ""),
                node("s3", "switch", ""),
                node("h3", "host", "")),
            List.of(edge("s1", "s2"), edge("s2", "s3"), edge("h1", "s1"), edge("h3", "s3")));
    assertThat(rows(chain)).containsExactly(List.of("s1", "s2", "s3"), List.of("h1", "h3"));
  }

  @Test
  void manyHostsOfOneSwitchBecomeOneBox() {
    List<Topology.Node> nodes = new ArrayList<>(List.of(node("s1", "switch", "")));
    List<Topology.Edge> edges = new ArrayList<>();
    for (int h = 1; h <= 40; h++) {
      nodes.add(node("h" + h, "host", ""));
      edges.add(edge("h" + h, "s1"));
    }
    Graph graph = graph(new Topology(nodes, edges));
    assertThat(graph.boxes())
        .containsExactly(
            new Box("s1", "", "switch", false), new Box("h1 … h40", "40 alike", "host", true));
    assertThat(graph.wires()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void nothingOverlaps(long seed) {
    Layout layout = new Layout(graph(random(seed)), Typeface.liberation());
    List<Rectangle2D> boxes = layout.boxes();
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = i + 1; j < boxes.size(); j++) {
        assertThat(boxes.get(i).intersects(boxes.get(j))).as("boxes %s, %s", i, j).isFalse();
      }
    }
    List<WireLabels.Label> labels = new WireLabels(layout, true).placed();
    for (int i = 0; i < labels.size(); i++) {
      Rectangle2D area = labels.get(i).area();
      assertThat(boxes).noneMatch(area::intersects);
      assertThat(labels.subList(i + 1, labels.size())).noneMatch(l -> l.area().intersects(area));
      assertThat(layout.routes().stream().filter(route -> route.touches(area))).hasSize(1);
    }
  }

  @Test
  void whatIsTooBigIsNotDrawnAndWhatDanglesIsLeftOut() {
    List<Topology.Node> nodes = new ArrayList<>();
    List<Topology.Edge> edges = new ArrayList<>();
    for (int s = 0; s < 300; s++) {
      nodes.add(node("s" + s, "switch", ""));
      edges.add(edge("s" + s, "s" + (s + 1) % 300));
      edges.add(edge("s" + s, "nowhere"));
    }
    Style style = new Style(Words.english(), Typeface.liberation(), Palette.COLOURS);
    assertThat(TopologyDrawing.of(new Topology(nodes, edges), style)).isEmpty();
    assertThat(TopologyDrawing.of(new Topology(List.of(), List.of()), style)).isEmpty();
    assertThat(TopologyDrawing.of(new Topology(nodes.subList(0, 20), edges), style)).isPresent();
  }

  @Test
  void aBlockedEndIsFoundByWordOrName() {
    Topology.Edge edge = new Topology.Edge("l", "s1", "p1", "s2", "p4", "", "blocked s2.p4");
    assertThat(CableState.of(edge)).isEqualTo(new CableState(CableState.Look.BLOCKED, false, true));
    Topology.Edge from = new Topology.Edge("l", "s1", "p1", "s2", "p4", "", "blocked from");
    assertThat(CableState.of(from)).isEqualTo(new CableState(CableState.Look.BLOCKED, true, false));
    Topology.Edge plain = new Topology.Edge("l", "s1", "p1", "s2", "p4", "", "blocked");
    assertThat(CableState.of(plain))
        .isEqualTo(new CableState(CableState.Look.BLOCKED, false, false));
  }
}
