package vdcsim.network.ospf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.Timer;
import vdcsim.network.ospf.lsa.LsaHeader;
import vdcsim.network.ospf.lsa.LsaKey;
import vdcsim.network.ospf.lsa.LsaQueue;
import vdcsim.network.ospf.lsa.StoredLsa;

/**
 * The LSAs that were flooded to a neighbour and that it has not confirmed (RFC 2328, 13.6). Every
 * RxmtInterval all are sent again but those that came within the last one (FRRouting).
 */
final class Retransmissions {
  private final Ospf ospf;
  private final Neighbour to;
  private final Timer timer;
  private final LsaQueue waiting = new LsaQueue();
  private long sinceNs;

  Retransmissions(Ospf ospf, Neighbour to) {
    this.ospf = ospf;
    this.to = to;
    this.timer = new Timer(ospf.simulation(), this::resend);
  }

  /** The exchange has begun, and with it the beat of retransmissions (FRRouting). */
  void begin() {
    sinceNs = ospf.simulation().now();
  }

  boolean contains(LsaKey key) {
    return waiting.find(key).isPresent();
  }

  void add(StoredLsa lsa) {
    if (waiting.isEmpty()) {
      long intervalNs = to.over().settings().retransmitNs();
      timer.start(intervalNs - (ospf.simulation().now() - sinceNs) % intervalNs);
    }
    waiting.put(lsa);
  }

  /** An older instance need not be confirmed any more. */
  void remove(LsaKey key) {
    if (waiting.remove(key) && waiting.isEmpty()) {
      timer.stop();
    }
  }

  /** The neighbour has confirmed an instance; returns whether it waited for that one (13.7). */
  boolean confirmed(LsaHeader header) {
    Optional<StoredLsa> lsa = waiting.find(header.key());
    boolean same = lsa.isPresent() && isSame(lsa.get(), header);
    if (same) {
      remove(header.key());
    }
    return same;
  }

  /** 13.1: one that is being flushed is another instance than it was before. */
  private boolean isSame(StoredLsa lsa, LsaHeader header) {
    return lsa.lsa().sequence() == header.sequence()
        && lsa.header(ospf.simulation().now()).newness(header) == 0;
  }

  void clear() {
    waiting.clear();
    timer.stop();
  }

  private void resend() {
    long nowNs = ospf.simulation().now();
    long intervalNs = to.over().settings().retransmitNs();
    List<StoredLsa> due = new ArrayList<>(waiting.all());
    due.removeIf(lsa -> nowNs - lsa.sinceNs() < intervalNs);
    ospf.log().retransmitted(due.size());
    to.over().outbox().send(to.address(), due);
    timer.start(intervalNs);
  }
}
