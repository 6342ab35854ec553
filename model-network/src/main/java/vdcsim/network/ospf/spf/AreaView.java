package vdcsim.network.ospf.spf;

import java.util.List;
import vdcsim.network.ospf.lsa.AreaId;
import vdcsim.network.ospf.lsa.LinkStateDatabase;
import vdcsim.network.ospf.lsa.RouterId;

/**
 * An area as the router that calculates sees it.
 *
 * @param interfaces the router's interfaces in the area that are up, loopbacks included
 * @param virtualLinks the far ends of the router's virtual links through this area
 * @param virtualNeighbour whether one of those is a full neighbour now
 */
public record AreaView(
    AreaId id,
    AreaSettings settings,
    LinkStateDatabase database,
    List<OwnInterface> interfaces,
    List<RouterId> virtualLinks,
    boolean virtualNeighbour) {

  public AreaView {
    interfaces = List.copyOf(interfaces);
    virtualLinks = List.copyOf(virtualLinks);
  }

  /** An area without virtual links. */
  public AreaView(
      AreaId id, AreaSettings settings, LinkStateDatabase database, List<OwnInterface> interfaces) {
    this(id, settings, database, interfaces, List.of(), false);
  }
}
