package vdcsim.network.ospf.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.ospf.lsa.ExternalLsa;
import vdcsim.network.ospf.lsa.LsaKey;
import vdcsim.network.ospf.lsa.LsaType;
import vdcsim.network.ospf.lsa.RouterLsa;

/** Router 1 in the backbone, 2 at the border, 3 and 4 in area 1; all lines cost 10. */
class StubAndNssaTest {
  private final Topology system = new Topology();

  StubAndNssaTest() {
    system.line(0, 1, 2, "10.0.1.0/24", 10, 10);
    system.line(1, 2, 3, "10.0.2.0/24", 10, 10);
    system.line(1, 3, 4, "10.0.3.0/24", 10, 10);
    system.stub(1, 3, "10.255.0.3/32", 0);
    system.external(1, "172.16.0.0/16", true, 20, "0.0.0.0");
  }

  private void area1(AreaSettings.Kind kind, boolean summaries, int defaultCost) {
    system.settings(
        1,
        new AreaSettings(
            kind, summaries, defaultCost, AreaSettings.Translator.CANDIDATE, List.of()));
    system.settled();
  }

  @Test
  void aStubAreaHasADefaultRouteAndSummaries() {
    area1(AreaSettings.Kind.STUB, true, 5);
    assertThat(system.route(4, "0.0.0.0/0")).isEqualTo("N IA 25 10.0.3.1");
    assertThat(system.route(4, "10.0.1.0/24")).isEqualTo("N IA 30 10.0.3.1");
    assertThat(system.database(1).size(LsaType.ASBR_SUMMARY)).isZero();
    assertThat(system.route(2, "0.0.0.0/0")).as("the border does not use it").isEqualTo("none");
  }

  @Test
  void aBorderRouterThatLostTheBackboneUsesSummariesOfItsAreasButNoDefault() {
    system.line(0, 1, 5, "10.0.5.0/24", 10, 10);
    system.line(1, 5, 4, "10.0.4.0/24", 10, 10);
    area1(AreaSettings.Kind.STUB, true, 5);
    RouterView view = system.view(5);
    RouterView lost =
        new RouterView(view.self(), 0, true, false, false, view.areas(), view.external());
    RouteTable table = InternalRoutes.of(lost).networks();
    assertThat(table.find(Ipv4Prefix.ALL)).isEmpty();
    system.install(
        Topology.area(0),
        LsaKey.router(Topology.id(1)),
        2,
        new RouterLsa(RouterLsa.Roles.NONE, List.of()));
    OspfRoute far =
        InternalRoutes.of(lost).networks().find(Ipv4Prefix.parse("10.0.1.0/24")).orElseThrow();
    assertThat(Topology.text(far)).as("30 to router 2, 10").isEqualTo("N IA 40 10.0.4.2");
  }

  @Test
  void aTotallyStubbyAreaHasOnlyADefaultRoute() {
    area1(AreaSettings.Kind.STUB, false, 1);
    assertThat(system.route(4, "0.0.0.0/0")).isEqualTo("N IA 21 10.0.3.1");
    assertThat(system.route(4, "10.0.1.0/24")).isEqualTo("none");
    assertThat(system.route(1, "10.0.3.0/24")).isEqualTo("N IA 30 10.0.1.2");
  }

  @Test
  void anOrdinaryAreaLearnsTheBoundaryRouterFromItsBorder() {
    area1(AreaSettings.Kind.NORMAL, true, 1);
    assertThat(system.routes(4).routers())
        .extracting(r -> r.label() + " " + r.router() + " " + r.cost())
        .containsExactly("R IA 0.0.0.1 30", "R 0.0.0.2 20");
    assertThat(system.route(4, "172.16.0.0/16")).isEqualTo("N E2 30/20 10.0.3.1");
  }

  @Test
  void aType7LsaIsTranslatedAtTheBorder() {
    system.nssaExternal(1, 3, "172.20.0.0/16", 20, "10.255.0.3");
    area1(AreaSettings.Kind.NSSA, true, 1);
    assertThat(system.route(4, "172.20.0.0/16")).isEqualTo("N E2 10/20 10.0.3.1");
    assertThat(system.route(2, "172.20.0.0/16")).isEqualTo("N E2 10/20 10.0.2.2");
    assertThat(Translations.of(system.view(2)))
        .containsOnlyKeys(Ipv4Prefix.parse("172.20.0.0/16"))
        .containsValue(new ExternalLsa(16, true, 20, Ipv4Address.parse("10.255.0.3"), 0));
    assertThat(system.route(1, "172.20.0.0/16"))
        .as("20 to the forwarding address, not 10 to the translator")
        .isEqualTo("N E2 20/20 10.0.1.2");
    assertThat(system.database(0).size(LsaType.ASBR_SUMMARY)).isZero();
  }

  @Test
  void aForwardingAddressOnAnOwnNetworkIsTheNextHop() {
    system.nssaExternal(1, 3, "172.20.0.0/16", 20, "10.0.3.1");
    area1(AreaSettings.Kind.NSSA, true, 1);
    assertThat(system.route(4, "172.20.0.0/16")).isEqualTo("N E2 10/20 10.0.3.1");
    assertThat(system.route(2, "172.20.0.0/16")).isEqualTo("N E2 20/20 10.0.2.2");
  }

  @Test
  void theBorderRouterWithTheHighestIdTranslates() {
    system.line(0, 1, 5, "10.0.5.0/24", 10, 10);
    system.line(1, 5, 4, "10.0.4.0/24", 10, 10);
    system.nssaExternal(1, 3, "172.20.0.0/16", 20, "10.255.0.3");
    area1(AreaSettings.Kind.NSSA, true, 1);
    assertThat(Translations.of(system.view(2))).isEmpty();
    assertThat(Translations.of(system.view(5))).hasSize(1);
    RouterLsa.Roles always = new RouterLsa.Roles(false, true, true, true);
    system.install(
        Topology.area(1), LsaKey.router(Topology.id(2)), 0, new RouterLsa(always, List.of()));
    assertThat(Translations.of(system.view(5))).as("Nt of a lower router").isEmpty();
  }
}
