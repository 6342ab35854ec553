package vdcsim.network.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.match.Transport;

class ConnectTest {
  private final Home home = new Home();

  private static String all(Report report) {
    return Home.words(report)
        + report.teller().map(t -> " by " + t).orElse("")
        + report.timeToLive().stream().mapToObj(t -> " ttl " + t).findFirst().orElse("");
  }

  @Test
  void aServiceSaysItsNameAndWhomItSees() {
    assertThat(all(home.tcp("a", "b", 80))).isEqualTo("ok b 192.168.1.11");
    Report report = home.udp("a", "b", 53, 41_000);
    assertThat(all(report)).isEqualTo("ok b 192.168.1.11");
    assertThat(report.answer().orElseThrow().sourcePort()).isEqualTo(41_000);
  }

  @Test
  void aPortThatNobodyListensAtIsRefused() {
    assertThat(all(home.tcp("a", "b", 81))).isEqualTo("refused");
    assertThat(all(home.udp("a", "b", 99, 0))).isEqualTo("refused by 192.168.1.12");
    assertThat(all(home.tcp("a", "192.168.1.1", 80))).as("a router").isEqualTo("refused");
  }

  @Test
  void anAddressWithoutAHostIsFoundOutByThreeRequests() {
    // One a second (RFC 1122, 2.3.2.1 leaves the number open; Linux asks three times).
    assertThat(all(home.tcp("a", "192.168.1.77", 80)))
        .isEqualTo("host unreachable by 192.168.1.11");
    assertThat(all(home.ping("a", "192.168.1.77"))).isEqualTo("host unreachable by 192.168.1.11");
    assertThat(all(home.udp("a", "192.168.1.77", 53, 0)))
        .as("UDP is not told")
        .isEqualTo("timeout");
  }

  @Test
  void withoutARouteNothingIsSent() {
    home.lan().runUntil(0.001);
    double before = home.lan().metric("out.packets-sent");
    assertThat(all(home.tcp("out", "192.168.1.11", 80))).isEqualTo("network unreachable");
    assertThat(all(home.udp("out", "192.168.1.11", 53, 0))).isEqualTo("network unreachable");
    assertThat(all(home.ping("out", "192.168.1.11"))).isEqualTo("network unreachable");
    assertThat(home.lan().metric("out.packets-sent")).isEqualTo(before);
  }

  @Test
  void aRouterWithoutARouteTellsClientsOfTcpAndPing() {
    assertThat(all(home.tcp("a", "8.8.8.8", 80))).isEqualTo("network unreachable by 192.168.1.1");
    assertThat(all(home.ping("a", "8.8.8.8"))).isEqualTo("network unreachable by 192.168.1.1");
  }

  @Test
  void whereNoAnswerFindsItsWayClientsGiveUp() {
    assertThat(all(home.tcp("a", "out", 80))).isEqualTo("timeout");
    assertThat(all(home.ping("a", "out"))).isEqualTo("timeout");
  }

  @Test
  void aPingShowsTheTimeToLiveThatIsLeft() {
    assertThat(all(home.ping("a", "b"))).isEqualTo("ok ttl 64");
    assertThat(all(home.ping("gw", "out"))).isEqualTo("ok ttl 64");
    assertThat(all(home.masquerading().ping("a", "out"))).isEqualTo("ok ttl 63");
  }

  @Test
  void aMachineReachesItself() {
    assertThat(all(home.tcp("a", "192.168.1.11", 80))).isEqualTo("ok a 192.168.1.11");
    assertThat(all(home.udp("a", "127.0.0.1", 53, 0))).isEqualTo("ok a 127.0.0.1");
  }

  @Test
  void aPortOfItsOwnThatIsTakenIsAnOutcome() {
    assertThat(all(home.udp("a", "b", 53, 53))).isEqualTo("port in use");
  }

  @Test
  void contradictionsAreRefused() {
    assertThatThrownBy(() -> spec(Transport.TCP, Optional.empty(), 1, 1))
        .isInstanceOf(Refusal.class)
        .hasMessage("which port is asked? as 'port: 80'");
    assertThatThrownBy(() -> spec(Transport.ICMP, Optional.of(80), 1, 1))
        .hasMessage("icmp has no ports");
    assertThatThrownBy(() -> spec(Transport.UDP, Optional.of(80), 2, 1))
        .hasMessage("a question must be over before the next one; wait longer than the timeout");
    assertThatThrownBy(() -> new PortSpec("http", Duration.ZERO))
        .hasMessage("a port reads as '80' or '53/udp', was 'http'");
    PortSpec port = new PortSpec("80", Duration.ZERO);
    assertThatThrownBy(() -> new ListenSpec(List.of(port, new PortSpec("80/tcp", Duration.ZERO))))
        .hasMessage("port 80/tcp stands there twice");
  }

  private static ConnectSpec spec(
      Transport protocol, Optional<Integer> port, int count, long everyS) {
    return new ConnectSpec(
        "a",
        "b",
        port,
        protocol,
        Optional.empty(),
        Duration.ZERO,
        count,
        Duration.ofSeconds(everyS),
        Duration.ofSeconds(2));
  }
}
