package vdcsim.network.addressing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.world.Remark;
import vdcsim.network.Lan;
import vdcsim.network.router.Router;
import vdcsim.network.router.RouterSpec;
import vdcsim.network.stack.IpSpec;
import vdcsim.network.stack.StaticRouteSpec;

class AddressPlanTest {
  private final Lan lan = new Lan();

  @BeforeEach
  void hosts() {
    lan.hosts("h1", "h2");
  }

  private void router(String name, List<StaticRouteSpec> routes, String... addresses) {
    Map<String, String> interfaces = new java.util.LinkedHashMap<>();
    for (String address : addresses) {
      interfaces.put("eth" + interfaces.size(), address);
    }
    lan.connect(Router.make(name, new RouterSpec(interfaces, routes), lan.world()));
  }

  private void host(String name, String address, String gateway) {
    lan.address(
        name, new IpSpec(Optional.of(address), Map.of(), Optional.of(gateway), List.of(), false));
  }

  private List<String> remarks() {
    lan.runUntil(0);
    return AddressPlan.inspect(lan.world()).stream()
        .map(
            remark ->
                (remark.wrong() ? "wrong " : "odd ") + remark.thing() + ": " + remark.sentence())
        .toList();
  }

  private void pair(String first, String second) {
    lan.address("h1", first);
    lan.address("h2", second);
    lan.links("h1 -- h2");
  }

  @Test
  void neighboursInOneNetworkAreFine() {
    pair("10.0.0.1/24", "10.0.0.2/24");
    assertThat(remarks()).isEmpty();
  }

  @Test
  void anAddressTwiceOnALinkIsWrong() {
    pair("10.0.0.1/24", "10.0.0.1/24");
    assertThat(remarks())
        .containsExactly(
            "wrong h2: the address 10.0.0.1 is given twice, to h1.eth0 and to h2.eth0");
  }

  @Test
  void anAddressTwiceOnALinkIsWrongBehindASwitchToo() {
    lan.bridge("s1");
    lan.address("h1", "10.0.0.1/24");
    lan.address("h2", "10.0.0.1/24");
    lan.links("h1 -- s1", "s1 -- h2");
    assertThat(remarks()).hasSize(1).first().asString().startsWith("wrong h2");
  }

  @Test
  void anAddressTwiceOnTwoLinksIsOdd() {
    lan.hosts("h3", "h4");
    pair("10.0.0.1/24", "10.0.0.2/24");
    lan.address("h3", "10.0.0.1/24");
    lan.address("h4", "10.0.0.3/24");
    lan.links("h3 -- h4");
    assertThat(remarks())
        .containsExactly(
            "odd h3: h1.eth0 (10.0.0.1/24) and h3.eth0 (10.0.0.1/24) are in one network, but on"
                + " links that are not joined",
            "odd h4: h1.eth0 (10.0.0.1/24) and h4.eth0 (10.0.0.3/24) are in one network, but on"
                + " links that are not joined");
  }

  @Test
  void aNeighbourWithAnotherPrefixIsOdd() {
    pair("10.0.0.1/16", "10.0.0.2/24");
    assertThat(remarks())
        .containsExactly(
            "odd h2: h1.eth0 (10.0.0.1/16) and h2.eth0 (10.0.0.2/24) are on one link, but with"
                + " different prefixes");
  }

  @Test
  void aNeighbourInAnotherNetworkIsOdd() {
    pair("10.0.0.1/24", "10.0.1.2/24");
    assertThat(remarks())
        .containsExactly(
            "odd h2: h1.eth0 (10.0.0.1/24) and h2.eth0 (10.0.1.2/24) are on one link, but in"
                + " different networks");
  }

  @Test
  void overlappingNetworksOfOneMachineAreOdd() {
    router("r1", List.of(), "10.0.0.1/16", "10.0.7.1/24");
    lan.links("h1 -- r1.eth0", "r1.eth1 -- h2");
    assertThat(remarks())
        .containsExactly(
            "odd r1: the networks of r1.eth0 (10.0.0.1/16) and r1.eth1 (10.0.7.1/24) overlap, so"
                + " that packets leave over one of them only");
  }

  @Test
  void aGatewayMustBeInANetworkOfTheMachineAndBelongToAnother() {
    router("r1", List.of(), "10.0.0.254/24", "10.0.1.254/24");
    host("h1", "10.0.0.1/24", "10.0.9.254");
    host("h2", "10.0.1.2/24", "10.0.1.77");
    lan.links("h1 -- r1.eth0", "r1.eth1 -- h2");
    assertThat(remarks())
        .containsExactlyInAnyOrder(
            "odd h1: no network of h1 holds the gateway 10.0.9.254: the route to 0.0.0.0/0 waits"
                + " until another leads there",
            "odd h2: nobody on the link of h2.eth0 (10.0.1.2/24) has the gateway's address"
                + " 10.0.1.77");
  }

  @Test
  void aGatewayMayStandBehindAnotherRoute() {
    router(
        "r1",
        List.of(
            new StaticRouteSpec("10.7.0.0/16", List.of("10.9.0.1"), Optional.empty(), false, 1),
            new StaticRouteSpec("10.9.0.0/16", List.of("10.0.0.1"), Optional.empty(), false, 1)),
        "10.0.0.254/24");
    lan.address("h1", "10.0.0.1/24");
    lan.links("h1 -- r1.eth0");
    assertThat(remarks()).isEmpty();
  }

  @Test
  void aRemarkSaysWhereTheAddressStands() {
    pair("10.0.0.1/24", "10.0.0.1/24");
    lan.runUntil(0);
    Remark remark = AddressPlan.inspect(lan.world()).get(0);
    assertThat(remark.keys())
        .containsExactly("interfaces.eth0", "ip.cards.eth0", "ip.address", "ip");
  }
}
