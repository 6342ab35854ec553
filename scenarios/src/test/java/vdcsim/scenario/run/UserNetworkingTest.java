package vdcsim.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vdcsim.scenario.command.Vdcsim;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.verify.measured.Readings;

/** A guest behind QEMU's user networking, in whole worlds. */
class UserNetworkingTest {
  private static final String WORLD =
      """
      name: user
      duration: 4 s
      hosts:
        h1: { hypervisor: 8 GiB, ip: 192.168.1.1/24, listen: 22 }
        h2: { hypervisor: 8 GiB, ip: 192.168.1.2/24 }
        server: { ip: 192.168.1.9/24, listen: [ 80, 53/udp ] }
      switches: { s: {} }
      links: [ h1 -- s, h2 -- s, server -- s ]
      vms:
        web:
          on: h1
          memory: 64 MiB
          nics: { eth0: { attach: user, user: { forward: { 8080: 80, 8081: 81, 5353/udp: 53 } } } }
          ip: { address: 10.0.2.15/24, gateway: 10.0.2.2 }
          listen: [ 80, 53/udp ]
      """;

  /** The address that QEMU lends first. */
  private static final String LENT = "{ address: 10.0.2.15/24, gateway: 10.0.2.2 }";

  private static Readings run(String rest) throws Exception {
    return run(WORLD, rest);
  }

  private static Readings run(String world, String rest) throws Exception {
    Readings readings = new Readings();
    readings.run("user", world + rest, new ScenarioReader(Vdcsim.language()));
    return readings;
  }

  @Test
  void aGuestIsLentItsAddressAndReachesItsHostAtTheGateway() throws Exception {
    Readings run =
        run(
            WORLD
                .replace("ip: { address: 10.0.2.15/24, gateway: 10.0.2.2 }", "ip: dhcp")
                .replace("duration: 4 s", "duration: 30 s"),
            """
            workloads:
              near: { type: ping, from: web, to: 10.0.2.2, count: 3, start: 20 s, every: 100 ms }
              name: { type: ping, from: web, to: 10.0.2.3, count: 3, start: 20 s, every: 100 ms }
              host: { type: connect, from: web, to: 10.0.2.2, port: 22, start: 20 s }
              nobody: { type: connect, from: web, to: 10.0.2.3, port: 53, protocol: udp, start: 20 s }
            """);
    assertThat(run.median("slirp-web-eth0.dhcp-server.leases")).isEqualTo(1);
    assertThat(run.median("near.received")).isEqualTo(3);
    assertThat(run.median("name.received")).isEqualTo(3);
    assertThat(run.median("host.answered")).isEqualTo(1);
    assertThat(run.median("nobody.timed-out")).isEqualTo(1);
    assertThat(run.median("slirp-web-eth0.dropped-no-name-server")).isEqualTo(1);
  }

  @Test
  void forwardedPortsLeadInAndOneWithoutListenerIsTakenAndReset() throws Exception {
    Readings run =
        run(
            """
            workloads:
              tcp: { type: connect, from: server, to: h1, port: 8080, start: 1 s }
              udp: { type: connect, from: server, to: h1, port: 5353, protocol: udp, start: 1 s }
              closed: { type: connect, from: server, to: h1, port: 8081, start: 1 s }
              unknown: { type: connect, from: server, to: h1, port: 8082, start: 1 s }
            """);
    assertThat(run.median("tcp.answered")).isEqualTo(1);
    assertThat(run.median("udp.answered")).isEqualTo(1);
    assertThat(run.median("closed.failed")).isEqualTo(1);
    assertThat(run.median("unknown.refused")).isEqualTo(1);
  }

  @Test
  void dataOfSeveralConnectionsArriveWholeWithoutLoss() throws Exception {
    Readings run =
        run(
            """
            workloads:
              up: { type: tcp-stream, from: web, to: server, bytes: 5 MB, connections: 3, start: 1 s }
            """);
    assertThat(run.median("up.completed")).isEqualTo(3);
    assertThat(run.median("up.received-bytes")).isEqualTo(15_000_000);
    assertThat(run.median("slirp-web-eth0.connections")).isEqualTo(3);
  }

  @Test
  void whatNobodyAnswersComesBackAsAnErrorOrRefusal() throws Exception {
    Readings run =
        run(
            """
            workloads:
              port: { type: connect, from: web, to: server, port: 54, protocol: udp, start: 1 s }
              refused: { type: connect, from: web, to: server, port: 81, start: 1 s }
              beyond: { type: ping, from: web, to: server, count: 3, start: 1 s, every: 100 ms }
            """);
    assertThat(run.median("port.failed") + run.median("port.refused")).isEqualTo(1);
    assertThat(run.median("refused.refused")).isEqualTo(1);
    assertThat(run.median("beyond.received")).isZero();
    assertThat(run.median("slirp-web-eth0.dropped-ping")).isEqualTo(3);
  }

  @Test
  void aMoveCutsItsConnectionsAndForwardsFromTheNewHost() throws Exception {
    Readings run =
        run(
            """
            workloads:
              up: { type: tcp-stream, from: web, to: server, start: 1 s }
              old: { type: connect, from: server, to: h1, port: 8080, start: 3500 ms }
              new: { type: connect, from: server, to: h2, port: 8080, start: 3500 ms }
            events:
              - { at: 1100 ms, migrate: { vm: web, to: h2 } }
            """);
    assertThat(run.median("slirp-web-eth0.connections-lost")).isEqualTo(1);
    assertThat(run.median("up.failed")).isEqualTo(1);
    assertThat(run.median("old.refused")).isEqualTo(1);
    assertThat(run.median("new.answered")).isEqualTo(1);
  }

  /** How long a request of one byte and its response take behind a modelled card, us. */
  private static double roundTrip(String model, String attach, String ip) throws Exception {
    Readings run =
        run(
            """
            name: cards
            duration: 100 ms
            hosts:
              h1: { cpu: {}, nics: { eth0: 1 Gbps }, bridges: { br0: eth0 }, hypervisor: 8 GiB, ip: 10.0.0.1/24 }
              server: { cpu: {}, ip: 10.0.0.9/24 }
            links: [ h1.eth0 -- server ]
            vms:
              web: { on: h1, memory: 64 MiB, cpu: {}, nics: { eth0: { model: %s, attach: %s } }, ip: %s }
            """
                .formatted(model, attach, ip),
            """
            workloads:
              echo: { type: request-response, from: web, to: server, request: 1 B, response: 1 B }
            """);
    assertThat(run.median("web.eth0.exits-per-packet")).isPositive();
    return run.median("echo.latency", "mean");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rtl8139", "e1000", "virtio"})
  void aCardCostsWhatItCostsAtATapAndTheStackInTheProcessBesides(String model) throws Exception {
    double user = roundTrip(model, "user", LENT);
    assertThat(user).isGreaterThan(roundTrip(model, "br0", "10.0.0.2/24"));
  }

  @Test
  void aCardThatQemuDoesNotServeIsRefused() {
    assertThatThrownBy(() -> roundTrip("vhost", "user", LENT))
        .hasMessageContaining(
            "vms.web.nics.eth0.model: user networking is a part of QEMU: the card is 'ideal',"
                + " 'rtl8139', 'e1000' or 'virtio', was 'vhost'");
  }
}
