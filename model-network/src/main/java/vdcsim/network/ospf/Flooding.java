package vdcsim.network.ospf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ospf.lsa.AgedLsa;
import vdcsim.network.ospf.lsa.Lsa;
import vdcsim.network.ospf.lsa.LsaHeader;
import vdcsim.network.ospf.lsa.LsaKey;
import vdcsim.network.ospf.lsa.LsaType;
import vdcsim.network.ospf.lsa.StoredLsa;
import vdcsim.network.ospf.packet.LinkStateAcknowledgment;
import vdcsim.network.ospf.packet.LinkStateRequest;
import vdcsim.network.ospf.packet.LinkStateUpdate;

/** How LSAs spread (RFC 2328, 13): every router holds them, and each confirms them to its like. */
final class Flooding {
  /** MinLSArrival (RFC 2328, B): instances that follow closer are not taken. */
  private static final long MIN_ARRIVAL_NS = 1_000_000_000L;

  private final Ospf ospf;

  Flooding(Ospf ospf) {
    this.ospf = ospf;
  }

  private long nowNs() {
    return ospf.simulation().now();
  }

  /** Takes an update (13). */
  void receive(Neighbour from, LinkStateUpdate update) {
    if (!from.isFlooding()) {
      ospf.log().refused(DropReason.NEIGHBOUR_STATE);
      return;
    }
    List<LsaHeader> atOnce = new ArrayList<>();
    List<StoredLsa> back = new ArrayList<>();
    for (AgedLsa lsa : update.lsas()) {
      if (from.isFlooding()) {
        receive(from, lsa, atOnce, back);
      }
    }
    from.over().outbox().acknowledge(directly(from), atOnce);
    from.over().outbox().send(directly(from), back);
  }

  private static Ipv4Address directly(Neighbour to) {
    return to.over().isBroadcast() ? to.address() : to.over().floodingAddress();
  }

  private void receive(
      Neighbour from, AgedLsa received, List<LsaHeader> atOnce, List<StoredLsa> back) {
    Lsa lsa = received.lsa();
    LsaKey key = lsa.key();
    boolean external = key.type() == LsaType.AS_EXTERNAL;
    if (!from.over().area().takes(key.type()) || (external && from.over().isVirtual())) {
      return;
    }
    Scope scope = ospf.scope(from.over().area(), key);
    Optional<StoredLsa> held = scope.database().find(key);
    if (received.age() >= Lsa.MAX_AGE && held.isEmpty() && !isExchanging(scope)) {
      atOnce.add(received.header());
      return;
    }
    int newness = held.map(h -> newness(received, h)).orElse(1);
    if (newness > 0) {
      takeNewer(from, received, scope, held);
    } else if (newness < 0) {
      sendBack(held.orElseThrow(), back);
    } else if (from.exchange().requested(key).isPresent()) {
      from.startAnew();
    } else {
      confirmSame(from, received, atOnce);
    }
  }

  private int newness(AgedLsa received, StoredLsa held) {
    if (received.lsa().sequence() != held.lsa().sequence()) {
      return Integer.compare(received.lsa().sequence(), held.lsa().sequence());
    }
    return received.header().newness(held.header(nowNs()));
  }

  /** 13, step 5. */
  private void takeNewer(Neighbour from, AgedLsa received, Scope scope, Optional<StoredLsa> held) {
    if (held.isPresent() && isTooSoon(held.get())) {
      ospf.log().tooSoon();
      return;
    }
    StoredLsa lsa = new StoredLsa(received.lsa(), received.age(), nowNs());
    boolean back = flood(scope, lsa, Optional.of(from));
    install(scope, lsa, held);
    if (!back) {
      acknowledgeLater(from, received);
    }
    if (isOwn(lsa.key())) {
      ospf.own().receivedFromElsewhere(scope, lsa);
    }
  }

  /** Own first instances may be followed at once by an old one from before (FRRouting). */
  private boolean isTooSoon(StoredLsa held) {
    boolean first =
        held.lsa().sequence() == Lsa.INITIAL_SEQUENCE && isOwn(held.key()) && held.age() == 0;
    return !first && nowNs() - held.sinceNs() < MIN_ARRIVAL_NS;
  }

  /** 13.5, Table 19, row 2. */
  private void acknowledgeLater(Neighbour from, AgedLsa received) {
    if (from.over().state() != InterfaceState.BACKUP || from.isDesignated()) {
      from.over().outbox().acknowledgeLater(received.header());
    }
  }

  /** 13, step 7: it may confirm what was sent to the neighbour, or be a duplicate. */
  private void confirmSame(Neighbour from, AgedLsa received, List<LsaHeader> atOnce) {
    if (!from.retransmissions().confirmed(received.header())) {
      atOnce.add(received.header());
    } else if (from.over().state() == InterfaceState.BACKUP && from.isDesignated()) {
      from.over().outbox().acknowledgeLater(received.header());
    }
  }

  /** 13, step 8: the neighbour's is out of date. */
  private void sendBack(StoredLsa held, List<StoredLsa> back) {
    boolean wrapping = held.isMaxAge(nowNs()) && held.lsa().sequence() == Lsa.MAX_SEQUENCE;
    if (!wrapping && nowNs() - held.sinceNs() >= MIN_ARRIVAL_NS) {
      back.add(held);
    }
  }

  private static boolean isExchanging(Scope scope) {
    for (OspfInterface over : scope.interfaces()) {
      for (Neighbour neighbour : over.neighbours()) {
        if (neighbour.isFlooding() && neighbour.state() != NeighbourState.FULL) {
          return true;
        }
      }
    }
    return false;
  }

  /** 13.4: whether this router has written it, or should have. */
  boolean isOwn(LsaKey key) {
    return key.advertisingRouter().equals(ospf.routerId())
        || (key.type() == LsaType.NETWORK && ospf.ownsAddress(key.linkStateId()));
  }

  /** Puts an LSA in place of an older one, and notes what follows from it (13.2). */
  void install(Scope scope, StoredLsa lsa, Optional<StoredLsa> held) {
    scope.database().install(lsa);
    ospf.ageing().watch(scope, lsa);
    boolean old = lsa.isMaxAge(nowNs());
    boolean same =
        held.isPresent()
            && held.get().isMaxAge(nowNs()) == old
            && held.get().lsa().saysTheSameAs(lsa.lsa());
    if (!same) {
      ospf.databaseChanged(lsa.key().type());
    }
  }

  /**
   * Floods an LSA over all interfaces of its scope (13.3).
   *
   * @param from who sent it; empty for an own one
   * @return whether it went back out of the interface that it came from
   */
  boolean flood(Scope scope, StoredLsa lsa, Optional<Neighbour> from) {
    boolean back = false;
    List<OspfInterface> interfaces = scope.interfaces();
    for (int i = 0; i < interfaces.size(); i++) {
      OspfInterface over = interfaces.get(i);
      if (over.isUp() && floodOver(over, lsa, from)) {
        back |= from.isPresent() && from.get().over() == over;
      }
    }
    return back;
  }

  private boolean floodOver(OspfInterface over, StoredLsa lsa, Optional<Neighbour> from) {
    boolean waits = false;
    List<Neighbour> neighbours = over.neighbours();
    for (int i = 0; i < neighbours.size(); i++) { // no iterator for each LSA and interface
      Neighbour neighbour = neighbours.get(i);
      if (neighbour.isFlooding()) {
        boolean sender = from.isPresent() && from.get() == neighbour;
        boolean needs = needs(neighbour, lsa) && !sender;
        if (needs) {
          neighbour.retransmissions().add(lsa);
        } else {
          neighbour.retransmissions().remove(lsa.key());
        }
        waits |= needs;
      }
    }
    if (!waits) {
      return false;
    }
    if (from.isPresent() && from.get().over() == over) {
      boolean othersDo = from.get().isDesignated() || from.get().isBackup();
      if (othersDo || over.state() == InterfaceState.BACKUP) {
        return false;
      }
    }
    over.outbox().flood(lsa);
    return true;
  }

  /** Whether a neighbour lacks an instance, as far as is known (13.3, step 1b). */
  private boolean needs(Neighbour neighbour, StoredLsa lsa) {
    if (neighbour.state() == NeighbourState.FULL) {
      return true;
    }
    Optional<LsaHeader> requested = neighbour.exchange().requested(lsa.key());
    if (requested.isEmpty()) {
      return true;
    }
    int newness = lsa.header(nowNs()).newness(requested.get());
    if (newness >= 0) {
      neighbour.exchange().arrived(lsa.key());
    }
    return newness > 0;
  }

  /** Takes a request (10.7). */
  void receive(Neighbour from, LinkStateRequest request) {
    if (!from.isFlooding()) {
      ospf.log().refused(DropReason.NEIGHBOUR_STATE);
      return;
    }
    List<StoredLsa> answer = new ArrayList<>();
    for (LsaKey key : request.wanted()) {
      Optional<StoredLsa> held = ospf.scope(from.over().area(), key).database().find(key);
      if (held.isEmpty()) {
        from.startAnew();
        return;
      }
      answer.add(held.get());
    }
    from.over().outbox().send(directly(from), answer);
  }

  /** Takes an acknowledgment (13.7). */
  void receive(Neighbour from, LinkStateAcknowledgment acknowledgment) {
    if (!from.isFlooding()) {
      ospf.log().refused(DropReason.NEIGHBOUR_STATE);
      return;
    }
    for (LsaHeader header : acknowledgment.headers()) {
      from.retransmissions().confirmed(header);
    }
  }
}
