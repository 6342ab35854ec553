package vdcsim.network.ping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.network.Lan;
import vdcsim.network.stack.IpSpec;

class PingTest {
  private final Lan lan = new Lan();

  private void ping(String from, String to, long everyMs, int count) {
    PingSpec spec =
        new PingSpec(
            from,
            to,
            Duration.ofMillis(everyMs),
            Optional.of(count),
            Duration.ZERO,
            new DataSize(56),
            Duration.ofSeconds(10));
    lan.connect(Ping.make("probe", spec, lan.world()));
  }

  @Test
  void theRoundTripIsTheSumOfItsFramesOnTheWire() {
    lan.hosts("h1", "h2");
    lan.links("h1 -- h2");
    ping("h1", "h2", 1000, 2);
    lan.runUntil(5);
    assertThat(lan.metric("probe.received")).isEqualTo(2);
    // 8 preamble + 14 + 20 + 8 + 56 + 4 = 110 bytes, 880 ns at 1 Gbps, there and back.
    assertThat(lan.metric("probe.round-trip-time", "min")).isEqualTo(2 * 880);
    // The first waits for ARP: 72 bytes, 576 ns, there and back.
    assertThat(lan.metric("probe.round-trip-time", "max")).isEqualTo(2 * 880 + 2 * 576);
    assertThat(lan.metric("h1.eth0.arp-requests")).isEqualTo(1);
  }

  @Test
  void theLongestGapSpansTheTimeWithoutACable() {
    lan.hosts("h1", "h2");
    lan.links("h1 -- h2");
    ping("h1", "h2", 100, 100);
    lan.simulation().schedule(2_050_000_000L, lan.link("h1 -- h2")::fail);
    lan.simulation().schedule(5_050_000_000L, lan.link("h1 -- h2")::repair);
    lan.runUntil(9.95);
    // The last reply before is that of 2.0 s, the first after of 5.1 s.
    assertThat(lan.metric("probe.longest-gap")).isEqualTo(3.1e9);
    assertThat(lan.metric("probe.received")).isEqualTo(100 - 30);
  }

  @Test
  void repliesThatNeverComeAreLostAfterTheTimeOut() {
    lan.hosts("h1", "h2");
    lan.links("h1 -- h2");
    ping("h1", "10.0.0.99", 1000, 5);
    lan.runUntil(30);
    assertThat(lan.metric("probe.loss-ratio")).isEqualTo(1);
    assertThat(lan.metric("h1.packets-unreachable")).isEqualTo(5);
  }

  @Test
  void aHostThatForwardsJoinsTwoNetworksAndTakesOneFromTheTimeToLive() {
    lan.hosts("h1", "h2");
    lan.host("router", "eth0", "eth1");
    lan.links("h1 -- router.eth0", "h2 -- router.eth1");
    lan.address("h1", spec("10.1.0.1/24", "10.1.0.254"));
    lan.address("h2", spec("10.2.0.1/24", "10.2.0.254"));
    lan.address(
        "router",
        new IpSpec(
            Optional.empty(),
            Map.of("eth0", "10.1.0.254/24", "eth1", "10.2.0.254/24"),
            Optional.empty(),
            List.of(),
            true));
    ping("h1", "h2", 100, 3);
    lan.runUntil(1);
    assertThat(lan.metric("probe.received")).isEqualTo(3);
    assertThat(lan.metric("router.packets-forwarded")).isEqualTo(6);
  }

  private static IpSpec spec(String address, String gateway) {
    return new IpSpec(Optional.of(address), Map.of(), Optional.of(gateway), List.of(), false);
  }
}
