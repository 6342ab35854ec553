package vdcsim.network.ospf.spf;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vdcsim.network.ospf.lsa.AreaId;
import vdcsim.network.ospf.lsa.LinkStateDatabase;
import vdcsim.network.ospf.lsa.RouterId;

/**
 * All that one router knows at an instant.
 *
 * @param nowNs the instant, for the ages of LSAs
 * @param areaBorder whether it is an area border router, see {@link #isAreaBorder}
 * @param backboneConnected whether it has a full neighbour in the backbone, virtual ones included
 * @param rfc1583 RFC1583Compatibility (RFC 2328, C.1); off in FRRouting
 * @param areas its areas
 * @param external the type 5 LSAs
 */
public record RouterView(
    RouterId self,
    long nowNs,
    boolean areaBorder,
    boolean backboneConnected,
    boolean rfc1583,
    List<AreaView> areas,
    LinkStateDatabase external) {

  public RouterView {
    areas = areas.stream().sorted(Comparator.comparing(AreaView::id)).toList();
  }

  /**
   * Whether a router is an area border router as Cisco and, by default, FRRouting have it (RFC
   * 3509, 2.1): with interfaces in several areas, and one that is up in the backbone.
   *
   * @param areasWithInterfaces in how many areas it has interfaces, up or not
   * @param upInBackbone whether an interface in the backbone is up
   */
  public static boolean isAreaBorder(int areasWithInterfaces, boolean upInBackbone) {
    return areasWithInterfaces > 1 && upInBackbone;
  }

  /** One of its areas. */
  Optional<AreaView> area(AreaId id) {
    return areas.stream().filter(area -> area.id().equals(id)).findFirst();
  }
}
