package vdcsim.network.requestresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.random.Families;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.Lan;
import vdcsim.network.requestresponse.RequestResponseSpec.Connections;
import vdcsim.network.requestresponse.RequestResponseSpec.Protocol;
import vdcsim.network.tcp.congestion.Algorithm;

class OverUdpTest {
  private final Lan lan = new Lan();

  private RequestResponseSpec spec(int count, Optional<Integer> port) {
    return new RequestResponseSpec(
        "h1",
        "h2",
        Families.constant(100),
        Families.constant(200),
        1,
        Families.constant(0),
        Connections.KEPT,
        Algorithm.CUBIC,
        true,
        Duration.ofMillis(1),
        Optional.empty(),
        Optional.of(count),
        Protocol.UDP,
        Duration.ofMillis(10),
        Optional.empty(),
        port);
  }

  private void ask(String name, int count) {
    lan.connect(RequestResponse.make(name, spec(count, Optional.empty()), lan.world()));
  }

  @Test
  void aRequestAndItsResponseAreADatagramEach() {
    lan.hosts("h1", "h2");
    lan.links("h1 -- h2");
    ask("rr", 3);
    lan.runUntil(1);
    assertThat(lan.metric("rr.responses")).isEqualTo(3);
    // 8 + 14 + 20 + 8 + 100 + 4 bytes there, 100 more back, at 8 ns each; first ARP, 576 ns twice.
    long ns = 8 * (154 + 254);
    assertThat(lan.metric("rr.latency", "min")).isEqualTo(ns);
    assertThat(lan.metric("rr.latency", "max")).isEqualTo(ns + 2 * 576);
    assertThat(lan.metric("h1.udp-sent")).isEqualTo(3);
  }

  @Test
  void aResponseThatIsLostIsWaitedForAndCounted() {
    lan.hosts("h1", "h2");
    lan.links("h1 -- h2");
    ask("rr", 1_000_000);
    lan.simulation().schedule(2_000_000, () -> lan.link("h1 -- h2").failTowards("h1.eth0"));
    lan.runUntil(0.0325);
    // Gone from 2 ms on: given up at about 12, 22 and 32 ms.
    assertThat(lan.metric("rr.lost")).isEqualTo(3);
    assertThat(lan.metric("rr.requests")).isEqualTo(lan.metric("rr.responses") + 4);
  }

  @Test
  void eachWorkloadHasAPortOfItsOwn() {
    lan.hosts("h1", "h2");
    lan.links("h1 -- h2");
    ask("one", 5);
    ask("two", 5);
    lan.runUntil(1);
    assertThat(lan.metric("one.responses")).isEqualTo(5);
    assertThat(lan.metric("two.responses")).isEqualTo(5);
    assertThat(lan.metric("h2.udp-no-port")).isZero();
  }

  @Test
  void aPortThatIsTakenIsRefused() {
    lan.hosts("h1", "h2");
    lan.links("h1 -- h2");
    RequestResponse.make("one", spec(1, Optional.of(53)), lan.world()).connect();
    assertThatThrownBy(
            () -> RequestResponse.make("two", spec(1, Optional.of(53)), lan.world()).connect())
        .isInstanceOf(Refusal.class)
        .hasMessage("port 53 of 'h2' is taken");
  }
}
