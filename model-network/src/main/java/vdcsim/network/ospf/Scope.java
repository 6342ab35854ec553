package vdcsim.network.ospf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vdcsim.network.ospf.lsa.LinkStateDatabase;
import vdcsim.network.ospf.lsa.LsaBody;
import vdcsim.network.ospf.lsa.LsaKey;

/**
 * How far LSAs are flooded: one area, or (type 5) the whole autonomous system (RFC 2328, 13.3),
 * with those that this router holds and those that it writes.
 */
final class Scope {
  private final LinkStateDatabase database = new LinkStateDatabase();
  private final List<OspfInterface> interfaces = new ArrayList<>();
  private final Map<LsaKey, Wanted> wanted = new TreeMap<>();

  /** What an own LSA has to say. */
  record Wanted(int options, LsaBody body) {}

  LinkStateDatabase database() {
    return database;
  }

  /** The interfaces over which its LSAs go, up or not. */
  List<OspfInterface> interfaces() {
    return interfaces;
  }

  /** The LSAs that this router has to write. */
  Map<LsaKey, Wanted> wanted() {
    return wanted;
  }
}
