package vdcsim.hardware.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

class HostTest {
  private final World world = new World(new Simulation(1, 0));

  private static NicSpec nic(int mtu, String address, long queueBytes) {
    return new NicSpec(
        DataRate.ofGigabits(1),
        1000,
        Optional.of(new DataSize(queueBytes)),
        mtu,
        Optional.of(address));
  }

  @Test
  void aHostWithoutCardsHasEth0() {
    Host host = new Host("h1", new HostSpec(Map.of()), world);
    assertThat(host.nics()).singleElement().matches(nic -> nic.name().equals("h1.eth0"));
  }

  @Test
  void addressesAreHandedOutPastThoseThatAreGiven() {
    HostSpec given = new HostSpec(Map.of("eth0", nic(1500, "02-00-00-00-00-02", 1000)));
    Host h1 = new Host("h1", given, world);
    Host h2 = new Host("h2", new HostSpec(Map.of()), world);
    Host h3 = new Host("h3", new HostSpec(Map.of()), world);
    assertThat(h1.nics().get(0).address()).hasToString("02:00:00:00:00:02");
    assertThat(h2.nics().get(0).address()).hasToString("02:00:00:00:00:01");
    assertThat(h3.nics().get(0).address()).hasToString("02:00:00:00:00:03");
  }

  @Test
  void aCardRefusesWhatCannotBe() {
    assertThatThrownBy(() -> nic(67, "02:00:00:00:00:02", 1000))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("was 67");
    assertThatThrownBy(() -> nic(1500, "01:00:00:00:00:02", 1000))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("names a group");
    assertThatThrownBy(() -> nic(1500, "02:00:00:00:00:02", 63))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("was 63 B");
  }
}
