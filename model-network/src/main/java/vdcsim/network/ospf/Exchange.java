package vdcsim.network.ospf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vdcsim.kernel.Timer;
import vdcsim.network.ospf.lsa.LsaHeader;
import vdcsim.network.ospf.lsa.LsaKey;
import vdcsim.network.ospf.lsa.StoredLsa;
import vdcsim.network.ospf.packet.DatabaseDescription;
import vdcsim.network.ospf.packet.LinkStateRequest;

/**
 * The exchange of databases with a neighbour: the router of the higher identifier leads, both say
 * which LSAs they have, and ask for what they lack (RFC 2328, 10.6 to 10.9).
 */
final class Exchange {
  private static final long SECOND_NS = 1_000_000_000L;

  private final Ospf ospf;
  private final Neighbour with;
  private final Timer resend;
  private final Timer askAgain;

  /** What is still to be said, and what of it need not be, since the neighbour has it. */
  private final Deque<StoredLsa> summary = new ArrayDeque<>();

  private final Set<LsaKey> known = new LinkedHashSet<>();
  private final Map<LsaKey, LsaHeader> requests = new LinkedHashMap<>();
  private final Set<LsaKey> asked = new LinkedHashSet<>();
  private boolean master;
  private int sequence;
  private Optional<DatabaseDescription> lastSent = Optional.empty();
  private Optional<DatabaseDescription> lastReceived = Optional.empty();

  Exchange(Ospf ospf, Neighbour with) {
    this.ospf = ospf;
    this.with = with;
    this.resend = new Timer(ospf.simulation(), this::resend);
    this.askAgain = new Timer(ospf.simulation(), this::request);
  }

  private OspfInterface over() {
    return with.over();
  }

  boolean hasRequests() {
    return !requests.isEmpty();
  }

  /** How many LSAs it waits for. */
  int requestCount() {
    return requests.size();
  }

  void clear() {
    resend.stop();
    askAgain.stop();
    summary.clear();
    known.clear();
    requests.clear();
    asked.clear();
    lastReceived = Optional.empty();
  }

  /** Both say that they lead, until it is clear who does (10.8). */
  void start() {
    master = true;
    // A number that the last exchange did not use: the time in seconds, or one more.
    sequence = Math.max(sequence + 1, (int) (ospf.simulation().now() / SECOND_NS));
    send(true, true, List.of());
    resend.start(over().settings().retransmitNs());
  }

  private void send(boolean initial, boolean more, List<LsaHeader> headers) {
    int mtu = over().isVirtual() ? 0 : over().attachment().mtu();
    DatabaseDescription packet =
        new DatabaseDescription(
            mtu, over().area().options(), initial, more, master, sequence, headers);
    lastSent = Optional.of(packet);
    over().send(destination(), packet);
  }

  private vdcsim.network.ip.Ipv4Address destination() {
    return over().isBroadcast() ? with.address() : over().floodingAddress();
  }

  private void resend() {
    lastSent.ifPresent(packet -> over().send(destination(), packet));
    resend.start(over().settings().retransmitNs());
  }

  /** Takes a database description (10.6). */
  void receive(DatabaseDescription packet) {
    if (packet.mtu() > over().attachment().mtu()) {
      ospf.log().refused(DropReason.MTU);
      return;
    }
    if (with.state() == NeighbourState.INIT) {
      with.twoWayReceived();
    }
    switch (with.state()) {
      case DOWN, INIT, TWO_WAY -> ospf.log().refused(DropReason.NEIGHBOUR_STATE);
      case EX_START -> negotiate(packet);
      case EXCHANGE -> continueWith(packet);
      case LOADING, FULL -> late(packet);
    }
  }

  private void negotiate(DatabaseDescription packet) {
    int rank = with.router().compareTo(ospf.routerId());
    boolean slave =
        packet.initial()
            && packet.more()
            && packet.master()
            && packet.headers().isEmpty()
            && rank > 0;
    boolean leads =
        !packet.initial() && !packet.master() && packet.sequence() == sequence && rank < 0;
    if (!slave && !leads) {
      ospf.log().refused(DropReason.DUPLICATE);
      return;
    }
    master = leads;
    if (slave) {
      sequence = packet.sequence();
      resend.stop();
    }
    with.negotiationDone();
    summarise();
    if (leads) {
      resend.start(over().settings().retransmitNs());
    }
    process(packet);
  }

  /** What this router has: all of the area, and of the system where the area takes it (10.3). */
  private void summarise() {
    boolean externals = over().area().type().takesExternals() && !over().isVirtual();
    List<StoredLsa> all = new ArrayList<>(over().area().scope().database().all());
    if (externals) {
      all.addAll(ospf.system().database().all());
    }
    long nowNs = ospf.simulation().now();
    for (StoredLsa lsa : all) {
      if (lsa.isMaxAge(nowNs)) {
        with.retransmissions().add(lsa);
      } else {
        summary.add(lsa);
      }
    }
  }

  private void continueWith(DatabaseDescription packet) {
    if (isDuplicate(packet)) {
      duplicate();
    } else if (packet.master() == master
        || packet.initial()
        || packet.options() != lastReceived.map(DatabaseDescription::options).orElseThrow()
        || packet.sequence() != (master ? sequence : sequence + 1)) {
      with.startAnew();
    } else {
      if (!master) {
        sequence = packet.sequence();
      }
      process(packet);
    }
  }

  private boolean isDuplicate(DatabaseDescription packet) {
    return lastReceived.filter(packet::repeats).isPresent();
  }

  /** The slave's answer was lost: it says it again (10.6). */
  private void duplicate() {
    ospf.log().refused(DropReason.DUPLICATE);
    if (!master) {
      lastSent.ifPresent(packet -> over().send(destination(), packet));
    }
  }

  private void late(DatabaseDescription packet) {
    if (isDuplicate(packet)) {
      duplicate();
    } else {
      with.startAnew();
    }
  }

  private void process(DatabaseDescription packet) {
    lastReceived = Optional.of(packet);
    for (LsaHeader header : packet.headers()) {
      if (!over().area().takes(header.key().type())) {
        with.startAnew();
        return;
      }
      compare(header);
    }
    if (master) {
      lead(packet);
    } else {
      follow(packet);
    }
  }

  /** What is newer there is asked for; what is known there need not be said (FRRouting). */
  private void compare(LsaHeader header) {
    Optional<StoredLsa> own = ospf.scope(over().area(), header.key()).database().find(header.key());
    int newness = own.map(lsa -> header.newness(lsa.header(ospf.simulation().now()))).orElse(1);
    if (newness > 0) {
      requests.put(header.key(), header);
    }
    if (newness >= 0 && own.isPresent()) {
      known.add(header.key());
    }
  }

  private void lead(DatabaseDescription packet) {
    sequence++;
    boolean allSaid = lastSent.filter(p -> !p.more()).isPresent();
    if (allSaid && !packet.more()) {
      resend.stop();
      with.exchangeDone();
    } else {
      say();
      resend.start(over().settings().retransmitNs());
    }
  }

  private void follow(DatabaseDescription packet) {
    say();
    boolean allSaid = lastSent.filter(p -> !p.more()).isPresent();
    if (allSaid && !packet.more()) {
      with.exchangeDone();
    }
  }

  private void say() {
    int most = DatabaseDescription.mostHeaders(over().attachment().mtu(), Attachment.headerBytes());
    long nowNs = ospf.simulation().now();
    List<LsaHeader> headers = new ArrayList<>();
    while (!summary.isEmpty() && headers.size() < most) {
      StoredLsa lsa = summary.removeFirst();
      if (!known.contains(lsa.key())) {
        headers.add(lsa.header(nowNs));
      }
    }
    send(false, !summary.isEmpty(), headers);
  }

  /** Asks for LSAs that are missing, as many as one packet holds (10.9). */
  void request() {
    asked.clear();
    int most = LinkStateRequest.most(over().attachment().mtu(), Attachment.headerBytes());
    requests.keySet().stream().limit(most).forEach(asked::add);
    over().send(destination(), new LinkStateRequest(List.copyOf(asked)));
    askAgain.start(over().settings().retransmitNs());
  }

  /** The instance that the neighbour has said to have and that is missing still. */
  Optional<LsaHeader> requested(LsaKey key) {
    return requests.isEmpty() ? Optional.empty() : Optional.ofNullable(requests.get(key));
  }

  /** An LSA is here, as new as the neighbour's or newer. */
  void arrived(LsaKey key) {
    requests.remove(key);
    asked.remove(key);
    if (with.state() != NeighbourState.LOADING) {
      return;
    }
    if (requests.isEmpty()) {
      askAgain.stop();
      with.loadingDone();
    } else if (asked.isEmpty()) {
      request();
    }
  }
}
