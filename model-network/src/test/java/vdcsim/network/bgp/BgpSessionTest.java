package vdcsim.network.bgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.world.Remark;
import vdcsim.network.bgp.BgpNetwork.Setup;
import vdcsim.network.bgp.session.State;

class BgpSessionTest {
  private static final long SECOND = 1_000_000_000L;

  private static BgpNetwork pair(long expectedAs) {
    return new BgpNetwork()
        .router(
            "r1",
            Setup.of(1, "10.20.1.0/24").with(NeighborSpec.of("10.0.1.2", expectedAs)),
            "10.0.1.1/24")
        .router(
            "r2", Setup.of(2, "10.20.2.0/24").with(NeighborSpec.of("10.0.1.1", 1)), "10.0.1.2/24")
        .link("r1.p1 -- r2.p1");
  }

  private static Measurement.States log(BgpNetwork network, String metric) {
    return network.lan().simulation().metrics().read().stream()
        .filter(m -> m.metric().equals(metric))
        .map(Measurement.States.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void bothSidesConnectAndOneConnectionStays() {
    BgpNetwork network = pair(2).run(5);
    assertThat(network.state("r1")).isEqualTo(State.ESTABLISHED);
    assertThat(network.state("r2")).isEqualTo(State.ESTABLISHED);
    assertThat(network.best("r1", "10.20.2.0/24")).isEqualTo("10.0.1.2 2");
    assertThat(network.best("r2", "10.20.1.0/24")).isEqualTo("10.0.1.1 1");
    assertThat(network.count("r1.bgp-resets")).isZero();
  }

  @Test
  void aKeepaliveEveryThirdOfTheHoldTimeKeepsItUp() {
    BgpNetwork network = pair(2).run(5);
    long before = network.count("r1.bgp-keepalives-sent");
    network.until(65);
    // 60 s at one every 3 s.
    assertThat(network.count("r1.bgp-keepalives-sent") - before).isEqualTo(20);
    assertThat(network.state("r1")).isEqualTo(State.ESTABLISHED);
  }

  @Test
  void aSilentNeighbourIsGivenUpNineSecondsAfterItsLastKeepalive() {
    BgpNetwork network = pair(2).run(4.5);
    network.lan().link("r1.p1 -- r2.p1").failSilently();
    network.until(20);
    Measurement.States states = log(network, "r1.bgp-session-with-10.0.1.2");
    int up = states.states().indexOf("Established");
    // The last keepalive came 3 s after the session, that is before 4.5 s; hold 9 s.
    double lasted = (states.timesNs().get(up + 1) - states.timesNs().get(up)) / 1e9;
    assertThat(lasted).isCloseTo(12, within(0.01));
    assertThat(network.count("r1.bgp-notified-hold-timer-expired")).isEqualTo(1);
    assertThat(network.best("r1", "10.20.2.0/24")).isEqualTo("none");
  }

  @Test
  void aLostCarrierEndsTheSessionAtOnceAndItComesBackWithTheCarrier() {
    BgpNetwork network = pair(2).run(5);
    network.lan().link("r1.p1 -- r2.p1").fail();
    network.until(5.2);
    assertThat(network.best("r1", "10.20.2.0/24")).isEqualTo("none");
    network.until(7);
    assertThat(network.state("r1")).isEqualTo(State.ACTIVE);
    network.lan().link("r1.p1 -- r2.p1").repair();
    network.until(10);
    assertThat(network.best("r1", "10.20.2.0/24")).isEqualTo("10.0.1.2 2");
  }

  @Test
  void tcpCarriesTheSessionOverAShortSilence() {
    BgpNetwork network = pair(2).run(5);
    network.lan().link("r1.p1 -- r2.p1").failSilently();
    network.bgp("r1").announceNetwork(vdcsim.network.ip.Ipv4Prefix.parse("10.77.0.0/16"));
    network.until(7);
    assertThat(network.known("r2")).doesNotContain("10.77.0.0/16");
    network.lan().link("r1.p1 -- r2.p1").repair();
    network.until(12);
    assertThat(network.known("r2")).contains("10.77.0.0/16");
    assertThat(network.count("r1.bgp-resets")).isZero();
    assertThat(network.count("r1.tcp-retransmitted")).isPositive();
  }

  @Test
  void anotherSystemThanExpectedIsWarnedAboutAndRefusedWithAReason() {
    BgpNetwork network = pair(3).run(10);
    assertThat(Speakers.inspect(network.lan().world()))
        .extracting(Remark::sentence)
        .containsExactly(
            "'r1' expects AS 3 at 10.0.1.2, but 'r2' is in AS 2: the session will not come up");
    assertThat(network.state("r1")).isNotEqualTo(State.ESTABLISHED);
    assertThat(network.count("r1.bgp-notified-bad-peer-as")).isPositive();
    assertThat(network.count("r2.bgp-told-bad-peer-as")).isPositive();
    assertThat(network.best("r1", "10.20.2.0/24")).isEqualTo("none");
  }

  /** 5 s between two sets of changes: the second change waits, the third undoes it. */
  @Test
  void theIntervalBetweenAdvertisementsHoldsChangesBack() {
    BgpNetwork network =
        new BgpNetwork()
            .router(
                "r1",
                Setup.of(1).every(Duration.ofSeconds(5)).with(NeighborSpec.of("10.0.1.2", 2)),
                "10.0.1.1/24")
            .router("r2", Setup.of(2).with(NeighborSpec.of("10.0.1.1", 1)), "10.0.1.2/24")
            .link("r1.p1 -- r2.p1")
            .run(10);
    vdcsim.network.ip.Ipv4Prefix first = vdcsim.network.ip.Ipv4Prefix.parse("10.1.0.0/16");
    vdcsim.network.ip.Ipv4Prefix second = vdcsim.network.ip.Ipv4Prefix.parse("10.2.0.0/16");
    network.bgp("r1").announceNetwork(first);
    network.until(11);
    network.bgp("r1").announceNetwork(second);
    network.until(14.9);
    assertThat(network.known("r2")).isEqualTo("10.1.0.0/16");
    network.until(15.2);
    assertThat(network.known("r2")).isEqualTo("10.1.0.0/16 10.2.0.0/16");
    network.bgp("r1").withdrawNetwork(first);
    network.until(16);
    network.bgp("r1").announceNetwork(first);
    network.until(30);
    assertThat(network.count("r1.bgp-updates-sent")).isEqualTo(2);
    assertThat(List.of(network.count("r1.bgp-prefixes-withdrawn"))).containsExactly(0L);
    assertThat(network.bgp("r2").lastChangeNs()).isBetween(15 * SECOND, 16 * SECOND);
  }
}
