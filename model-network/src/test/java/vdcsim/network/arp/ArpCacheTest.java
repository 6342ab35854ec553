package vdcsim.network.arp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.Payload;
import vdcsim.kernel.Clock;
import vdcsim.kernel.Simulation;
import vdcsim.network.icmp.Echo;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;

class ArpCacheTest {
  private static final MacAddress MY_MAC = MacAddress.parse("02:00:00:00:00:01");
  private static final MacAddress YOUR_MAC = MacAddress.parse("02:00:00:00:00:02");
  private static final Ipv4Address ME = Ipv4Address.parse("10.0.0.1");
  private static final Ipv4Address YOU = Ipv4Address.parse("10.0.0.2");

  private final Simulation simulation = new Simulation(1, 0);
  private final List<String> log = new ArrayList<>();
  private final ArpCache cache =
      new ArpCache(
          new Clock(simulation),
          "h1.eth0",
          MY_MAC,
          ME,
          new ArpSender() {
            @Override
            public void transmit(MacAddress destination, Payload payload) {
              String what = payload instanceof ArpMessage arp ? arp.operation() + "" : "packet";
              log.add(simulation.now() / 1_000_000 + " " + what + " > " + destination);
            }

            @Override
            public void unreachable(Ipv4Packet packet) {
              log.add(simulation.now() / 1_000_000 + " unreachable");
            }
          });

  private static Ipv4Packet packet() {
    return new Ipv4Packet(ME, YOU, 1, 64, new Echo(false, 1, 1, 56));
  }

  private void hear(int operation) {
    cache.receive(new ArpMessage(operation, YOUR_MAC, YOU, MY_MAC, ME));
  }

  private void runUntil(double seconds) {
    simulation.run((long) (seconds * 1e9));
  }

  @Test
  void asksThreeTimesASecondApartThenGivesUp() {
    cache.send(YOU, packet());
    runUntil(10);
    assertThat(log)
        .containsExactly(
            "0 1 > ff:ff:ff:ff:ff:ff",
            "1000 1 > ff:ff:ff:ff:ff:ff",
            "2000 1 > ff:ff:ff:ff:ff:ff",
            "3000 unreachable");
  }

  @Test
  void sendsWhatWaitedWhenTheAnswerComes() {
    cache.send(YOU, packet());
    cache.send(YOU, packet());
    hear(ArpMessage.REPLY);
    assertThat(log)
        .containsExactly(
            "0 1 > ff:ff:ff:ff:ff:ff",
            "0 packet > 02:00:00:00:00:02",
            "0 packet > 02:00:00:00:00:02");
    assertThat(cache.known(YOU)).contains(YOUR_MAC);
  }

  @Test
  void answersARequestAndRemembersWhoAsked() {
    hear(ArpMessage.REQUEST);
    assertThat(log).containsExactly("0 2 > 02:00:00:00:00:02");
    assertThat(cache.known(YOU)).contains(YOUR_MAC);
  }

  @Test
  void probesAnOldEntryAtItsOwnAddressFiveSecondsAfterItIsUsedAgain() {
    cache.send(YOU, packet());
    hear(ArpMessage.REPLY);
    runUntil(60); // more than the longest reachable time, 45 s
    log.clear();
    cache.send(YOU, packet());
    runUntil(70);
    assertThat(log)
        .containsExactly(
            "60000 packet > 02:00:00:00:00:02",
            "65000 1 > 02:00:00:00:00:02",
            "66000 1 > 02:00:00:00:00:02",
            "67000 1 > 02:00:00:00:00:02");
    assertThat(cache.known(YOU)).isEmpty();
  }

  @Test
  void anAnnouncementRenewsWhatIsKnownButMakesNoEntry() {
    MacAddress moved = MacAddress.parse("02:00:00:00:00:03");
    cache.receive(new ArpMessage(ArpMessage.REQUEST, moved, YOU, ArpMessage.UNKNOWN, YOU));
    assertThat(cache.known(YOU)).isEmpty();
    hear(ArpMessage.REQUEST);
    cache.receive(new ArpMessage(ArpMessage.REQUEST, moved, YOU, ArpMessage.UNKNOWN, YOU));
    assertThat(cache.known(YOU)).contains(moved);
  }
}
