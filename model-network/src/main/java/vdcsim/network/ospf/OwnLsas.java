package vdcsim.network.ospf;

import java.util.Map;
import java.util.Optional;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ospf.lsa.Lsa;
import vdcsim.network.ospf.lsa.LsaBody;
import vdcsim.network.ospf.lsa.LsaKey;
import vdcsim.network.ospf.lsa.LsaType;
import vdcsim.network.ospf.lsa.NetworkLsa;
import vdcsim.network.ospf.lsa.StoredLsa;

/**
 * The LSAs that this router writes (RFC 2328, 12.4): what they have to say, their next instances,
 * and how they are taken back (14.1).
 */
final class OwnLsas {
  private final Ospf ospf;
  private final long minIntervalNs;

  /**
   * @param minIntervalNs MinLSInterval: instances of an LSA follow no closer
   */
  OwnLsas(Ospf ospf, long minIntervalNs) {
    this.ospf = ospf;
    this.minIntervalNs = minIntervalNs;
  }

  private long nowNs() {
    return ospf.simulation().now();
  }

  /** An LSA has to say this from now on. */
  void write(Scope scope, LsaKey key, int options, LsaBody body) {
    scope.wanted().put(key, new Scope.Wanted(options, body));
    publish(scope, key, /* evenIfSame= */ false);
  }

  /** An LSA is taken back: it is flooded once more at MaxAge. */
  void takeBack(Scope scope, LsaKey key) {
    scope.wanted().remove(key);
    scope.database().find(key).ifPresent(held -> flush(scope, held));
  }

  /** Says an LSA again before it is too old (12.4, event 1). */
  void refresh(Scope scope, LsaKey key) {
    publish(scope, key, /* evenIfSame= */ true);
  }

  private void publish(Scope scope, LsaKey key, boolean evenIfSame) {
    Scope.Wanted wanted = scope.wanted().get(key);
    Optional<StoredLsa> held = scope.database().find(key);
    if (wanted == null || (!evenIfSame && held.filter(h -> says(h, wanted)).isPresent())) {
      return;
    }
    long waitNs = held.map(h -> h.sinceNs() + minIntervalNs - nowNs()).orElse(0L);
    if (minIntervalNs > 0 && waitNs > 0) {
      ospf.simulation().schedule(waitNs, () -> publish(scope, key, evenIfSame));
    } else if (held.filter(h -> h.lsa().sequence() == Lsa.MAX_SEQUENCE).isPresent()) {
      // 12.1.6: the last number is flushed first; what is wanted follows when it is gone.
      flush(scope, held.get());
    } else {
      originate(scope, key, wanted, held);
    }
  }

  private boolean says(StoredLsa held, Scope.Wanted wanted) {
    return !held.isMaxAge(nowNs())
        && held.lsa().options() == wanted.options()
        && held.lsa().body().equals(wanted.body());
  }

  private void originate(Scope scope, LsaKey key, Scope.Wanted wanted, Optional<StoredLsa> held) {
    int sequence = held.map(h -> h.lsa().sequence() + 1).orElse(Lsa.INITIAL_SEQUENCE);
    Lsa lsa = new Lsa(key, wanted.options(), sequence, wanted.body());
    StoredLsa stored = new StoredLsa(lsa, 0, nowNs());
    ospf.log().originated();
    ospf.flooding().install(scope, stored, held);
    ospf.flooding().flood(scope, stored, Optional.empty());
  }

  private void flush(Scope scope, StoredLsa held) {
    if (!held.isMaxAge(nowNs())) {
      StoredLsa old = held.flushed(nowNs());
      ospf.log().flushed();
      ospf.flooding().install(scope, old, Optional.of(held));
      ospf.flooding().flood(scope, old, Optional.empty());
    }
  }

  /** 13.4: an own LSA from before, or of another router with the same identifier. */
  void receivedFromElsewhere(Scope scope, StoredLsa lsa) {
    if (scope.wanted().containsKey(lsa.key())) {
      refresh(scope, lsa.key());
    } else {
      flush(scope, lsa);
    }
  }

  /** An LSA that had been flushed has left the database. */
  void gone(Scope scope, LsaKey key) {
    publish(scope, key, /* evenIfSame= */ false);
  }

  /** The router LSA of an area is written anew at the end of the instant, if it changed. */
  void routerLsaChanged(Area area) {
    if (!area.markRouterLsa(true)) {
      ospf.simulation()
          .schedule(
              0,
              () -> {
                area.markRouterLsa(false);
                writeRouterLsa(area);
              });
    }
  }

  private void writeRouterLsa(Area area) {
    LsaKey key = LsaKey.router(ospf.routerId());
    if (area.isActive()) {
      write(area.scope(), key, area.lsaOptions(), RouterLsaWriter.write(ospf, area));
    } else {
      takeBack(area.scope(), key);
    }
  }

  /** The network LSA of an interface is written, or taken back (12.4.2). */
  void networkLsaChanged(OspfInterface over) {
    Ipv4Address address = over.ownAddress();
    LsaKey key = new LsaKey(LsaType.NETWORK, address, ospf.routerId());
    Scope scope = over.area().scope();
    if (over.state() == InterfaceState.DR && over.hasFullNeighbour()) {
      NetworkLsa body =
          new NetworkLsa(over.address().length(), RouterLsaWriter.attached(ospf, over));
      write(scope, key, over.area().lsaOptions(), body);
    } else {
      takeBack(scope, key);
    }
  }

  /** Own LSAs of some types are exactly these from now on. */
  void writeAll(Scope scope, java.util.Set<LsaType> types, Map<LsaKey, Scope.Wanted> all) {
    for (LsaKey key : java.util.List.copyOf(scope.wanted().keySet())) {
      if (types.contains(key.type()) && !all.containsKey(key)) {
        takeBack(scope, key);
      }
    }
    all.forEach((key, wanted) -> write(scope, key, wanted.options(), wanted.body()));
  }
}
