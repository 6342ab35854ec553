package vdcsim.network.ospf;

import static vdcsim.network.ospf.NeighbourState.DOWN;
import static vdcsim.network.ospf.NeighbourState.EXCHANGE;
import static vdcsim.network.ospf.NeighbourState.EX_START;
import static vdcsim.network.ospf.NeighbourState.FULL;
import static vdcsim.network.ospf.NeighbourState.INIT;
import static vdcsim.network.ospf.NeighbourState.LOADING;
import static vdcsim.network.ospf.NeighbourState.TWO_WAY;

import vdcsim.kernel.Timer;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ospf.lsa.RouterId;
import vdcsim.network.ospf.packet.Hello;

/** A conversation with another router over an interface (RFC 2328, 10): its state machine. */
final class Neighbour {
  private final Ospf ospf;
  private final OspfInterface over;
  private final Ipv4Address key;
  private final RouterId router;
  private final Timer inactivity;
  private final Exchange exchange;
  private final Retransmissions retransmissions;
  private Ipv4Address address;
  private int priority;
  private Ipv4Address designated = Election.NOBODY;
  private Ipv4Address backup = Election.NOBODY;
  private NeighbourState state = DOWN;

  Neighbour(Ospf ospf, OspfInterface over, Ipv4Address key, RouterId router, Ipv4Address address) {
    this.ospf = ospf;
    this.over = over;
    this.key = key;
    this.router = router;
    this.address = address;
    this.inactivity = new Timer(ospf.simulation(), this::inactivityTimer);
    this.exchange = new Exchange(ospf, this);
    this.retransmissions = new Retransmissions(ospf, this);
  }

  /**
   * What a neighbour says that counts in elections.
   *
   * @param designated whether it holds itself for the designated router
   * @param backup whether it holds itself for the backup
   */
  record Claims(int priority, boolean designated, boolean backup) {}

  Claims claims() {
    return new Claims(priority, designated.equals(address), backup.equals(address));
  }

  Election.Candidate candidate() {
    return new Election.Candidate(router, address, priority, designated, backup);
  }

  OspfInterface over() {
    return over;
  }

  /** What tells it from other neighbours of the interface. */
  Ipv4Address key() {
    return key;
  }

  RouterId router() {
    return router;
  }

  Ipv4Address address() {
    return address;
  }

  int priority() {
    return priority;
  }

  /** Whom it holds for the backup. */
  Ipv4Address backup() {
    return backup;
  }

  NeighbourState state() {
    return state;
  }

  Exchange exchange() {
    return exchange;
  }

  /** The LSAs that it has not confirmed yet. */
  Retransmissions retransmissions() {
    return retransmissions;
  }

  /** Whether it takes part in flooding (13.3). */
  boolean isFlooding() {
    return state.atLeast(EXCHANGE);
  }

  boolean isDesignated() {
    return address.equals(over.designated());
  }

  boolean isBackup() {
    return address.equals(over.backup());
  }

  /** When a neighbour that stays silent is held for gone, in nanoseconds from now. */
  long silentForNs() {
    return inactivity.remainingNs();
  }

  /** The event HelloReceived (10.3), with what the Hello says of its sender. */
  void helloReceived(Ipv4Address source, Hello hello) {
    address = source;
    priority = hello.priority();
    designated = hello.designated();
    backup = hello.backup();
    inactivity.start(over.settings().deadNs());
    if (state == DOWN) {
      enter(INIT);
    }
  }

  /** The event 2-WayReceived. */
  void twoWayReceived() {
    if (state == INIT) {
      enter(wantsAdjacency() ? EX_START : TWO_WAY);
    }
  }

  /** The event 1-WayReceived: it has forgotten this router. */
  void oneWayReceived() {
    if (state.atLeast(TWO_WAY)) {
      enter(INIT);
      over.neighbourChange();
    }
  }

  /** The event AdjOK?: the designated router or its backup is another one. */
  void adjacencyOk() {
    if (state == TWO_WAY && wantsAdjacency()) {
      enter(EX_START);
    } else if (state.atLeast(EX_START) && !wantsAdjacency()) {
      enter(TWO_WAY);
    }
  }

  /** Whether this router and the neighbour exchange LSAs (10.4). */
  private boolean wantsAdjacency() {
    return !over.isBroadcast()
        || over.state() == InterfaceState.DR
        || over.state() == InterfaceState.BACKUP
        || isDesignated()
        || isBackup();
  }

  /** The event NegotiationDone: it is settled who leads the exchange. */
  void negotiationDone() {
    retransmissions.begin();
    enter(EXCHANGE);
  }

  /** The event ExchangeDone: both have said which LSAs they have. */
  void exchangeDone() {
    if (exchange.hasRequests()) {
      enter(LOADING);
      exchange.request();
    } else {
      enter(FULL);
    }
  }

  /** The event LoadingDone: nothing is missing any more. */
  void loadingDone() {
    if (state == LOADING) {
      enter(FULL);
    }
  }

  /** The events SeqNumberMismatch and BadLSReq: the exchange begins anew. */
  void startAnew() {
    if (state.atLeast(EXCHANGE)) {
      enter(EX_START);
    }
  }

  private void inactivityTimer() {
    boolean wasTwoWay = state.atLeast(TWO_WAY);
    kill();
    over.remove(this);
    if (wasTwoWay) {
      over.neighbourChange();
    }
  }

  /** The events KillNbr and LLDown: it cannot be reached. */
  void kill() {
    inactivity.stop();
    if (state != DOWN) {
      enter(DOWN);
    }
  }

  private void enter(NeighbourState next) {
    NeighbourState before = state;
    state = next;
    ospf.log().neighbour(over.name(), router, next);
    if (!next.atLeast(EXCHANGE)) {
      exchange.clear();
      retransmissions.clear();
    }
    if (next == EX_START) {
      exchange.start();
    }
    if ((before == FULL) != (next == FULL)) {
      ospf.adjacencyChanged(over);
    }
  }
}
