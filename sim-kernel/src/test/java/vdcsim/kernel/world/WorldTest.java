package vdcsim.kernel.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.result.Topology;
import vdcsim.kernel.spec.Refusal;

class WorldTest {
  private final World world = new World(new Simulation(1, 0));

  @Test
  void oneNameStandsForThingsOfDifferentTypes() {
    world.add("h1", "a host");
    world.add("h1", 80);
    world.add("h2", "another");
    assertThat(world.find("h1", String.class)).contains("a host");
    assertThat(world.find("h1", Integer.class)).contains(80);
    assertThat(world.find("h2", Integer.class)).isEmpty();
    assertThat(world.all(String.class)).containsExactly("a host", "another");
    assertThat(world.require("to", "h1", Integer.class, "port")).isEqualTo(80);
  }

  @Test
  void twoThingsOfOneNameAndTypeAreRefused() {
    world.add("h1", "a host");
    assertThatThrownBy(() -> world.add("h1", "another"))
        .hasMessage("there is already a thing named 'h1'");
  }

  @Test
  void aNameThatLeadsNowhereIsRefusedWithItsKeyAndNearNames() {
    world.add("host1", "a host");
    world.add("s1", 1);
    assertThatThrownBy(() -> world.require("to", "hots1", String.class, "host"))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("to"))
        .hasMessage("there is no host named 'hots1'; did you mean 'host1'?");
    assertThatThrownBy(() -> world.require("to", "s1", String.class, "host"))
        .hasMessage("'s1' is not a host; there are: host1");
  }

  @Test
  void thePictureIsDrawnAsThingsStandThen() {
    String[] note = {"designated"};
    world.picture().node("s1", "switch", () -> note[0]);
    world
        .picture()
        .edge(() -> new Topology.Edge("s1 -- s2", "s1", "p1", "s2", "p1", "1 Gbps", "up"));
    note[0] = "root";
    assertThat(world.picture().draw().nodes())
        .containsExactly(new Topology.Node("s1", "switch", "root"));
    assertThat(world.picture().draw().edges()).hasSize(1);
  }
}
