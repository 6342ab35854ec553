package vdcsim.network.ospf.spf;

import java.util.SortedMap;
import java.util.TreeMap;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.ospf.lsa.ExternalLsa;
import vdcsim.network.ospf.lsa.LsaType;
import vdcsim.network.ospf.lsa.Options;
import vdcsim.network.ospf.lsa.RouterId;
import vdcsim.network.ospf.lsa.RouterLsa;
import vdcsim.network.ospf.lsa.StoredLsa;

/** Translation of type 7 LSAs to type 5 by a border router of their area (RFC 3101, 3). */
public final class Translations {
  private Translations() {}

  /**
   * Whether the router translates for a not-so-stubby area (3.1): if it always does; if it is a
   * candidate, none of the other border routers always does, and it has the highest router ID.
   * These routers must say that they import routes (E) in all other areas, and so must all other
   * border routers of such an area.
   */
  public static boolean isTranslator(RouterView view, AreaView area) {
    if (!view.areaBorder() || area.settings().kind() != AreaSettings.Kind.NSSA) {
      return false;
    }
    return switch (area.settings().translator()) {
      case ALWAYS -> true;
      case NEVER -> false;
      case CANDIDATE -> isElected(view, area);
    };
  }

  private static boolean isElected(RouterView view, AreaView area) {
    for (StoredLsa stored : area.database().all(LsaType.ROUTER)) {
      RouterId other = stored.key().advertisingRouter();
      RouterLsa.Roles roles = ((RouterLsa) stored.lsa().body()).roles();
      boolean rival = roles.areaBorder() && !stored.isMaxAge(view.nowNs());
      if (rival && !other.equals(view.self())) {
        if (roles.nssaTranslator() || other.compareTo(view.self()) > 0) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * What the router is to announce as translations in type 5 LSAs now, by network: type 7 LSAs that
   * ask for it (P) and have a forwarding address. Of several for one network the last in the order
   * of keys counts (FRRouting). What the router imports itself comes before a translation; {@link
   * LinkStateIds} are given to both together.
   */
  public static SortedMap<Ipv4Prefix, ExternalLsa> of(RouterView view) {
    SortedMap<Ipv4Prefix, ExternalLsa> wanted = new TreeMap<>();
    for (AreaView area : view.areas()) {
      if (isTranslator(view, area)) {
        for (StoredLsa stored : area.database().all(LsaType.NSSA_EXTERNAL)) {
          ExternalLsa external = (ExternalLsa) stored.lsa().body();
          boolean asks = (stored.lsa().options() & Options.NP) != 0;
          if (asks && external.hasForwardingAddress() && !stored.isMaxAge(view.nowNs())) {
            Ipv4Address id = stored.key().linkStateId();
            wanted.put(Ipv4Prefix.of(id, external.prefixLength()), external);
          }
        }
      }
    }
    return wanted;
  }
}
