package vdcsim.network.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.network.Lan;
import vdcsim.network.icmp.Echo;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.router.Router;
import vdcsim.network.router.RouterSpec;

class HooksTest {
  private final Lan lan = new Lan();
  private final List<String> seen = new ArrayList<>();

  /** h1 - gw - h2, where every point of the gateway notes what comes by. */
  private void network() {
    host("h1", "10.1.0.1/24", "10.1.0.254");
    host("h2", "10.2.0.1/24", "10.2.0.254");
    Map<String, String> interfaces = new LinkedHashMap<>();
    interfaces.put("eth0", "10.1.0.254/24");
    interfaces.put("eth1", "10.2.0.254/24");
    lan.connect(Router.make("gw", new RouterSpec(interfaces, List.of()), lan.world()));
    lan.links("h1 -- gw.eth0", "gw.eth1 -- h2");
    lan.runUntil(0.001);
    for (HookPoint point : HookPoint.values()) {
      stack("gw").hook(point, 0, this::note);
    }
  }

  private boolean note(HookPoint point, Passage passage) {
    seen.add(point + " " + passage.in() + " " + passage.out());
    return true;
  }

  private void host(String name, String address, String gateway) {
    lan.hosts(name);
    lan.address(
        name, new IpSpec(Optional.of(address), Map.of(), Optional.of(gateway), List.of(), false));
  }

  private Stack stack(String name) {
    return lan.world().find(name, Stack.class).orElseThrow();
  }

  private void echo(String from, String to, int bytes) {
    stack(from).send(Ipv4Address.parse(to), new Echo(false, 7, 1, bytes));
    lan.runUntil(1);
  }

  @Test
  void whatIsPassedOnComesByThreePoints() {
    network();
    echo("h1", "10.2.0.1", 56);
    assertThat(seen)
        .containsExactly(
            "PREROUTING eth0 ",
            "FORWARD eth0 eth1",
            "POSTROUTING eth0 eth1",
            "PREROUTING eth1 ",
            "FORWARD eth1 eth0",
            "POSTROUTING eth1 eth0");
  }

  @Test
  void whatIsForTheMachineComesByInputAndItsAnswerByOutput() {
    network();
    echo("h1", "10.1.0.254", 56);
    assertThat(seen)
        .containsExactly("PREROUTING eth0 ", "INPUT eth0 ", "OUTPUT  eth0", "POSTROUTING  eth0");
  }

  @Test
  void whatAMachineSendsToItselfLeavesAndComesInOverItsLoopback() {
    network();
    echo("gw", "10.2.0.254", 56);
    assertThat(seen.subList(0, 4))
        .containsExactly("OUTPUT  lo", "POSTROUTING  lo", "PREROUTING lo ", "INPUT lo ");
    assertThat(seen).as("the request and its answer").hasSize(8);
  }

  @Test
  void hooksSeeWholePacketsOnly() {
    network();
    echo("h1", "10.2.0.1", 4000);
    // Three fragments each way: 4008 bytes in parts of 1480.
    assertThat(seen).hasSize(6);
    assertThat(lan.metric("gw.eth1.sent")).isEqualTo(1 + 3);
  }

  @Test
  void hooksAreAskedInTheOrderOfTheirPrioritiesUntilOneKeepsThePacket() {
    network();
    stack("gw").hook(HookPoint.PREROUTING, -200, (point, passage) -> seen.add("first"));
    stack("gw").hook(HookPoint.PREROUTING, -100, (point, passage) -> false);
    echo("h1", "10.2.0.1", 56);
    assertThat(seen).containsExactly("first");
  }

  @Test
  void aHookMaySendAPacketElsewhereBeforeItsWayIsDecided() {
    network();
    Ipv4Address outside = Ipv4Address.parse("203.0.113.9");
    Ipv4Address inside = Ipv4Address.parse("10.2.0.1");
    Echo content = new Echo(false, 7, 1, 56);
    stack("gw")
        .hook(
            HookPoint.PREROUTING,
            -100,
            (point, passage) -> {
              if (passage.packet().destination().equals(outside)) {
                passage.change(
                    passage.packet().between(passage.packet().source(), inside, content));
              }
              return true;
            });
    echo("h1", "203.0.113.9", 56);
    assertThat(lan.metric("h2.packets-received")).isEqualTo(1);
  }

  @Test
  void aPacketFromAnAddressOfTheMachineItselfIsDroppedAndCounted() {
    network();
    stack("h1")
        .send(
            Ipv4Address.parse("10.2.0.1"),
            Ipv4Address.parse("10.1.0.254"),
            64,
            new Echo(false, 7, 1, 56));
    stack("h1")
        .send(
            Ipv4Address.parse("10.2.0.254"),
            Ipv4Address.parse("10.1.0.254"),
            64,
            new Echo(false, 7, 2, 56));
    lan.runUntil(1);
    assertThat(lan.metric("gw.packets-martian")).isEqualTo(1);
    assertThat(lan.metric("gw.packets-received")).isEqualTo(1);
  }
}
