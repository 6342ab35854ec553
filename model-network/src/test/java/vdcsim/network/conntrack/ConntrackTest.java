package vdcsim.network.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vdcsim.network.icmp.Echo;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.match.Transport;
import vdcsim.network.service.Home;
import vdcsim.network.stack.HookPoint;
import vdcsim.network.udp.Udp;

class ConntrackTest {
  private static final Ipv4Address OUT = Ipv4Address.parse("203.0.113.9");

  private final Home home = new Home();

  @BeforeEach
  void outKnowsTheWayInside() {
    home.lan().runUntil(0.001);
    home.stack("out")
        .routes()
        .offer(
            vdcsim.network.routing.Route.of(
                Home.INSIDE,
                vdcsim.network.routing.RouteSource.STATIC,
                1,
                List.of(
                    new vdcsim.network.routing.NextHop(
                        java.util.Optional.empty(), java.util.Optional.of(Home.OUTER)))));
  }

  private Conntrack conntrack() {
    return Conntrack.of("conntrack", "gw", home.lan().world());
  }

  private void limit(int table) {
    ConntrackSpec d = ConntrackSpec.DEFAULT;
    home.lan()
        .world()
        .add(
            "gw",
            new ConntrackSpec(
                table, d.udp(), d.udpStream(), d.tcpEstablished(), d.icmp(), d.generic()));
    conntrack();
  }

  private double now() {
    return home.lan().simulation().now() / 1e9;
  }

  private void rest(double seconds) {
    home.lan().runUntil(now() + seconds);
  }

  @Test
  void aQuestionOverUdpIsRememberedForThirtySeconds() {
    conntrack();
    home.udp("a", "out", 53, 41_000);
    assertThat(conntrack().connections()).hasSize(1);
    rest(29.9);
    assertThat(conntrack().connections()).hasSize(1);
    rest(0.2);
    assertThat(conntrack().connections()).isEmpty();
    assertThat(home.lan().metric("gw.connections-expired")).isEqualTo(1);
  }

  @Test
  void aStreamOfUdpIsRememberedForTwoMinutes() {
    conntrack();
    home.udp("a", "out", 53, 41_000);
    rest(3);
    home.udp("a", "out", 53, 41_000);
    assertThat(conntrack().connections().get(0).isAssured()).isTrue();
    rest(119.9);
    assertThat(conntrack().connections()).hasSize(1);
    rest(0.2);
    assertThat(conntrack().connections()).isEmpty();
  }

  @Test
  void anEchoIsRememberedForThirtySecondsAfterItsLastPacket() {
    conntrack();
    home.stack("a").send(OUT, new Echo(false, 7, 1, 56));
    rest(20);
    home.stack("a").send(OUT, new Echo(false, 7, 2, 56));
    rest(29);
    assertThat(conntrack().connections()).hasSize(1);
    rest(2);
    assertThat(conntrack().connections()).isEmpty();
  }

  @Test
  void aConnectionOfTcpEndsInTimeWaitFor120Seconds() {
    conntrack();
    home.tcp("a", "out", 80);
    rest(1);
    assertThat(conntrack().connections().get(0).phase()).isEqualTo(TcpPhase.TIME_WAIT);
    assertThat(conntrack().connections().get(0).isAssured()).isTrue();
    rest(118);
    assertThat(conntrack().connections()).hasSize(1);
    rest(2);
    assertThat(conntrack().connections()).isEmpty();
  }

  @Test
  void aRefusedConnectionIsForgottenAtOnce() {
    conntrack();
    home.tcp("a", "out", 81);
    assertThat(conntrack().connections()).isEmpty();
    assertThat(home.lan().metric("gw.connections-begun")).isEqualTo(1);
  }

  @Test
  void whatWasDroppedOnItsWayBeginsNoConnection() {
    conntrack();
    home.stack("gw").hook(HookPoint.FORWARD, 0, (point, passage) -> false);
    home.udp("a", "out", 53, 41_000);
    assertThat(conntrack().connections()).isEmpty();
  }

  @Test
  void anAnswerToNothingBelongsToNoConnection() {
    conntrack();
    home.stack("a").send(OUT, new Echo(true, 7, 1, 56));
    rest(1);
    assertThat(conntrack().connections()).isEmpty();
    assertThat(home.lan().metric("gw.packets-untracked")).isEqualTo(1);
    assertThat(home.lan().metric("out.packets-received")).as("it passes").isEqualTo(1);
  }

  @Test
  void aFullTableForgetsTheOldestThatIsNotAssured() {
    limit(2);
    home.udp("a", "out", 53, 41_000);
    home.udp("a", "out", 53, 41_001);
    home.udp("a", "out", 53, 41_002);
    assertThat(conntrack().connections())
        .extracting(c -> c.tuple(Direction.ORIGINAL).sourcePort())
        .containsExactly(41_001, 41_002);
    assertThat(home.lan().metric("gw.connections-evicted")).isEqualTo(1);
  }

  @Test
  void aFullTableOfAssuredConnectionsRefusesNewOnes() {
    limit(1);
    home.udp("a", "out", 53, 41_000);
    rest(3);
    home.udp("a", "out", 53, 41_000);
    assertThat(Home.words(home.udp("b", "out", 53, 41_000))).isEqualTo("timeout");
    assertThat(home.lan().metric("gw.connections-refused")).isEqualTo(1);
  }

  @Test
  void theMachinesOwnPacketsAreTrackedAndThoseToItselfOnce() {
    conntrack();
    assertThat(Home.words(home.udp("gw", "out", 53, 0))).isEqualTo("ok out 203.0.113.1");
    Udp.of(home.stack("gw")).open(99, (arrived, packet, datagram) -> {});
    home.ask("gw", "203.0.113.1", Transport.UDP, 99, 42_000);
    assertThat(conntrack().connections()).hasSize(2);
  }

  @Test
  void timeOutsAreThoseOfTheSpec() {
    home.lan()
        .world()
        .add(
            "gw",
            new ConntrackSpec(
                10,
                Duration.ofSeconds(5),
                Duration.ofSeconds(120),
                Duration.ofDays(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(600)));
    conntrack();
    home.udp("a", "out", 53, 41_000);
    rest(4.5);
    assertThat(conntrack().connections()).hasSize(1);
    rest(1);
    assertThat(conntrack().connections()).isEmpty();
  }
}
