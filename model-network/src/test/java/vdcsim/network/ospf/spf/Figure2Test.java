package vdcsim.network.ospf.spf;

import static org.assertj.core.api.Assertions.assertThat;
import static vdcsim.network.ospf.spf.Topology.costs;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The autonomous system of RFC 2328, figure 2, as one area: its figure 5 and tables 2 and 3 give
 * the costs from router RT6. Network Nn is 10.n.0.0/16; Ia and Ib are the line's two interfaces;
 * RT5 and RT7 import N12 to N15.
 */
class Figure2Test {
  private final Topology system = new Topology();

  /** Figure 3: the link state database of the system. */
  @BeforeEach
  void build() {
    system.stub(0, 1, "10.1.0.0/16", 3);
    system.stub(0, 2, "10.2.0.0/16", 3);
    system.lan(0, "10.3.0.0/16", costs(4, 1, 1, 1, 2, 1, 3, 1));
    system.stub(0, 3, "10.4.0.0/16", 2);
    system.line(0, 3, 6, "10.100.1.0/24", 8, 6);
    system.line(0, 4, 5, "10.100.2.0/24", 8, 8);
    system.line(0, 5, 6, "10.100.3.0/24", 7, 6);
    system.line(0, 5, 7, "10.100.4.0/24", 6, 6);
    system.line(0, 6, 10, "10.100.5.0/24", 7, 5);
    system.lan(0, "10.6.0.0/16", costs(8, 1, 7, 1, 10, 1));
    system.stub(0, 8, "10.7.0.0/16", 4);
    system.lan(0, "10.8.0.0/16", costs(10, 3, 11, 2));
    system.lan(0, "10.9.0.0/16", costs(11, 1, 9, 1, 12, 1));
    system.stub(0, 9, "10.11.0.0/16", 3);
    system.stub(0, 12, "10.10.0.0/16", 2);
    system.stub(0, 12, "10.200.0.1/32", 10);
    system.external(5, "172.12.0.0/16", false, 8, "0.0.0.0");
    system.external(5, "172.13.0.0/16", false, 8, "0.0.0.0");
    system.external(5, "172.14.0.0/16", false, 8, "0.0.0.0");
    system.external(7, "172.12.0.0/16", false, 2, "0.0.0.0");
    system.external(7, "172.15.0.0/16", false, 9, "0.0.0.0");
    system.settled();
  }

  private void fromRt6(int network, int cost, String gateway) {
    String prefix = "10." + network + ".0.0/16";
    assertThat(system.route(6, prefix)).isEqualTo("N " + cost + " " + gateway);
  }

  @Test
  void rt6ReachesTheNetworksAtTheCostsOfTable2() {
    String rt3 = "10.100.1.1";
    String rt10 = "10.100.5.2";
    fromRt6(1, 10, rt3);
    fromRt6(2, 10, rt3);
    fromRt6(3, 7, rt3);
    fromRt6(4, 8, rt3);
    fromRt6(6, 8, rt10);
    fromRt6(7, 12, rt10);
    fromRt6(8, 10, rt10);
    fromRt6(9, 11, rt10);
    fromRt6(10, 13, rt10);
    fromRt6(11, 14, rt10);
    assertThat(system.route(6, "10.200.0.1/32")).as("host H1").isEqualTo("N 21 10.100.5.2");
  }

  @Test
  void rt6ReachesTheBoundaryRoutersAsInTable2() {
    assertThat(system.routes(6).routers())
        .extracting(
            r -> r.label() + " " + r.router() + " " + r.cost() + " " + r.hops().get(0).gateway())
        .containsExactly("R 0.0.0.5 6 10.100.3.1", "R 0.0.0.7 8 10.100.5.2");
  }

  @Test
  void rt6ReachesTheOutsideAsInTable3() {
    assertThat(system.route(6, "172.12.0.0/16")).isEqualTo("N E1 10 10.100.5.2");
    assertThat(system.route(6, "172.13.0.0/16")).isEqualTo("N E1 14 10.100.3.1");
    assertThat(system.route(6, "172.14.0.0/16")).isEqualTo("N E1 14 10.100.3.1");
    assertThat(system.route(6, "172.15.0.0/16")).isEqualTo("N E1 17 10.100.5.2");
  }

  @Test
  void anOwnNetworkHasNoGateway() {
    assertThat(system.route(6, "10.100.1.0/24")).isEqualTo("N 6 at 10.100.1.2");
    assertThat(system.route(3, "10.3.0.0/16")).isEqualTo("N 1 at 10.3.0.3");
    assertThat(system.route(3, "10.1.0.0/16")).as("RT1 over N3").isEqualTo("N 4 10.3.0.1");
  }
}
