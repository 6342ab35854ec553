package vdcsim.hardware.nic.vmdq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.VlanTag;
import vdcsim.hardware.nic.Filler;
import vdcsim.hardware.nic.TwoHosts;

/** Host h1 has a card with two queues for machines, and a cable to h2. */
class QueueSorterTest {
  private static final MacAddress ALL = new MacAddress(0xFFFF_FFFF_FFFFL);

  private final List<String> heard = new ArrayList<>();
  private final TwoHosts hosts = new TwoHosts(0, 2, this::hear);
  private final QueueSorter sorter = QueueSorter.of("h1.eth0", hosts.world());

  private void hear(String who, Frame frame) {
    heard.add(who + " " + frame.tags().stream().map(VlanTag::vlan).toList());
  }

  private DeviceEnd machine(String name, Optional<Integer> vlan) {
    DeviceEnd end = hosts.machine(name);
    sorter.give(end, vlan, BackendSpec.DEFAULT);
    return end;
  }

  private List<String> fromTheLine(MacAddress to, VlanTag... tags) {
    heard.clear();
    hosts
        .card("h2")
        .send(new Frame(to, hosts.card("h2").address(), List.of(tags), new Filler(100), 0));
    hosts.runFor(1_000_000);
    return heard;
  }

  private double received(int queue) {
    return hosts.counted("h1.eth0.vmdq" + queue + ".received");
  }

  @Test
  void aCardSortsByAddressAndVlan() {
    MacAddress a = machine("a", Optional.of(10)).port().address();
    MacAddress b = machine("b", Optional.empty()).port().address();
    assertThat(fromTheLine(a, VlanTag.of(10))).containsExactly("a []");
    assertThat(fromTheLine(a)).containsExactly("h1 []");
    assertThat(fromTheLine(a, VlanTag.of(20))).containsExactly("h1 [20]");
    assertThat(fromTheLine(b)).containsExactly("b []");
    assertThat(fromTheLine(b, VlanTag.of(10))).containsExactly("h1 [10]");
    assertThat(List.of(received(0), received(1))).containsExactly(1.0, 1.0);
  }

  @Test
  void whatNoQueueIsLeftForIsSortedBySoftware() {
    machine("a", Optional.empty());
    machine("b", Optional.empty());
    assertThat(sorter.hasQueue()).isFalse();
    MacAddress c = machine("c", Optional.of(10)).port().address();
    assertThat(fromTheLine(c, VlanTag.of(10))).containsExactly("c []");
    assertThat(fromTheLine(c, VlanTag.of(20))).containsExactly("h1 [20]");
    assertThat(List.of(received(0), received(1))).containsExactly(0.0, 0.0);
  }

  @Test
  void aFrameToAllIsCopiedToTheMachinesOfItsVlan() {
    machine("a", Optional.of(10));
    machine("b", Optional.empty());
    machine("c", Optional.of(10));
    assertThat(fromTheLine(ALL, VlanTag.of(10))).contains("a []", "c []").doesNotContain("b []");
    assertThat(fromTheLine(ALL)).contains("b []", "h1 []").doesNotContain("a []", "c []");
  }

  @Test
  void theCardPutsTheTagOnWhatAMachineSends() {
    DeviceEnd a = machine("a", Optional.of(10));
    DeviceEnd b = machine("b", Optional.empty());
    MacAddress to = hosts.card("h2").address();
    for (DeviceEnd from : List.of(a, b)) {
      EthernetPort port = from.port();
      port.send(new Frame(to, port.address(), List.of(), new Filler(100), hosts.now()));
    }
    hosts.runFor(1_000_000);
    assertThat(heard).containsExactly("h2 [10]", "h2 []");
  }

  @Test
  void queuesSendInTurn() {
    SendQueue many = sorter.sendQueue();
    SendQueue one = sorter.sendQueue();
    MacAddress to = hosts.card("h2").address();
    for (int i = 1; i <= 12; i++) {
      many.send(frame(to, i));
    }
    one.send(frame(to, 99));
    hosts.runFor(1_000_000);
    // Four are on their way from memory when the other queue has its first: it is the fifth.
    assertThat(heard).hasSize(13);
    assertThat(heard.indexOf("h2 [99]")).isLessThan(6);
    assertThat(many.waiting()).isZero();
  }

  private Frame frame(MacAddress to, int vlan) {
    return new Frame(to, new MacAddress(0xAA), List.of(VlanTag.of(vlan)), new Filler(100), 0);
  }

  @Test
  void anAddressMayHaveAQueueOfItsOwn() {
    MacAddress address = new MacAddress(0x0200_0000_00AAL);
    sorter.give(address, frame -> hear("tap", frame));
    assertThat(fromTheLine(address)).containsExactly("tap []");
    assertThat(received(0)).isEqualTo(1);
  }
}
