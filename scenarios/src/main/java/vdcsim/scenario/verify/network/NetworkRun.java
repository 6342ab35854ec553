package vdcsim.scenario.verify.network;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.world.World;
import vdcsim.scenario.language.Scenario;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.language.problem.Problem;
import vdcsim.scenario.language.problem.RefusedScenario;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** The run of a case's scenario, which goes on phase by phase. */
final class NetworkRun {
  private final Network network;
  private final World world;
  private final Wiretap wiretap;
  private final RouteChanges routeChanges;
  private Map<String, Measurement> readings = Map.of();
  private long readAtNs = -1;

  private NetworkRun(Network network, World world) {
    this.network = network;
    this.world = world;
    this.wiretap = Wiretap.at(network, world);
    this.routeChanges = RouteChanges.of(network, world);
  }

  /**
   * Reads and builds a scenario, as any other.
   *
   * @throws UnsupportedCase if it is refused, since it says what no scenario can
   */
  static NetworkRun of(Network network, String name, String text, ScenarioReader reader)
      throws UnsupportedCase {
    try {
      Scenario scenario =
          reader.read(name + ".yaml", text.getBytes(StandardCharsets.UTF_8), List.of());
      return new NetworkRun(
          network, scenario.builder().build(0, new Simulation(scenario.seed(), 0)));
    } catch (RefusedScenario e) {
      Problem first = e.problems().get(0);
      throw new UnsupportedCase(
          "its scenario is refused: " + first.path() + ": " + first.message());
    }
  }

  /**
   * A port has entered a state, or taken a role.
   *
   * @param role whether it is a role
   * @param entered which
   */
  record PortChange(long atNs, boolean role, String entered) {}

  Network network() {
    return network;
  }

  World world() {
    return world;
  }

  Wiretap wiretap() {
    return wiretap;
  }

  RouteChanges routeChanges() {
    return routeChanges;
  }

  void advance(long untilNs) {
    world.simulation().run(untilNs);
  }

  /** What a single number shows now; NaN where it shows nothing. */
  double metric(String name) {
    Measurement measurement = readings().get(name);
    return measurement == null ? Double.NaN : measurement.statistic("value").orElse(Double.NaN);
  }

  /** All metrics as they stand; they are read once an instant, since there are many. */
  private Map<String, Measurement> readings() {
    long nowNs = world.simulation().now();
    if (readAtNs != nowNs) {
      readAtNs = nowNs;
      readings = new TreeMap<>();
      world.simulation().metrics().read().forEach(m -> readings.put(m.metric(), m));
    }
    return readings;
  }

  /** Every change of a port's state or role that spanning tree has made so far. */
  List<PortChange> portChanges() {
    List<PortChange> changes = new ArrayList<>();
    for (Measurement measurement : readings().values()) {
      if (measurement instanceof Measurement.States log) {
        add(changes, log);
      }
    }
    return changes;
  }

  private static void add(List<PortChange> changes, Measurement.States log) {
    boolean role = log.metric().endsWith(".role");
    if (role || log.metric().endsWith(".state")) {
      for (int i = 0; i < log.timesNs().size(); i++) {
        changes.add(new PortChange(log.timesNs().get(i), role, log.states().get(i)));
      }
    }
  }
}
