package vdcsim.network.ospf;

import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.Timer;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ospf.lsa.AgedLsa;
import vdcsim.network.ospf.lsa.LsaHeader;
import vdcsim.network.ospf.lsa.StoredLsa;
import vdcsim.network.ospf.packet.LinkStateAcknowledgment;
import vdcsim.network.ospf.packet.LinkStateUpdate;

/**
 * What gathers at an interface until it is sent: LSAs to be flooded, which go within a millisecond
 * (a router reads all that has come before it writes), and delayed acknowledgments, which go once a
 * second (RFC 2328, 13.5; FRRouting). As many share a packet as it holds.
 */
final class Outbox {
  private static final long SECOND_NS = 1_000_000_000L;

  // Flooding waves of 1 000 routers at once: a tenth of the packets that go without it.
  private static final long FLOODING_NS = 1_000_000L;

  private final Ospf ospf;
  private final OspfInterface over;
  private final List<StoredLsa> updates = new ArrayList<>();
  private final List<LsaHeader> acknowledgments = new ArrayList<>();
  private final Timer flush;
  private final Timer acknowledge;

  Outbox(Ospf ospf, OspfInterface over) {
    this.ospf = ospf;
    this.over = over;
    this.flush = new Timer(ospf.simulation(), this::flush);
    this.acknowledge = new Timer(ospf.simulation(), this::acknowledge);
  }

  /** Floods an LSA with those of the next millisecond. */
  void flood(StoredLsa lsa) {
    if (updates.isEmpty()) {
      flush.start(FLOODING_NS);
    }
    updates.add(lsa);
  }

  /** Confirms an LSA within a second. */
  void acknowledgeLater(LsaHeader header) {
    if (acknowledgments.isEmpty()) {
      acknowledge.start(SECOND_NS - ospf.simulation().now() % SECOND_NS);
    }
    acknowledgments.add(header);
  }

  void clear() {
    updates.clear();
    acknowledgments.clear();
    flush.stop();
    acknowledge.stop();
  }

  private void flush() {
    List<StoredLsa> all = List.copyOf(updates);
    updates.clear();
    send(over.floodingAddress(), all);
  }

  private void acknowledge() {
    List<LsaHeader> all = List.copyOf(acknowledgments);
    acknowledgments.clear();
    acknowledge(over.floodingAddress(), all);
  }

  /** Sends LSAs at once, in as few packets as hold them. */
  void send(Ipv4Address destination, List<StoredLsa> lsas) {
    int room = LinkStateUpdate.room(over.attachment().mtu(), Attachment.headerBytes());
    long nowNs = ospf.simulation().now();
    List<AgedLsa> packet = new ArrayList<>();
    int bytes = 0;
    for (StoredLsa lsa : lsas) {
      AgedLsa aged = lsa.sent(nowNs, over.settings().transmitDelayS());
      if (!packet.isEmpty() && bytes + aged.length() > room) {
        over.send(destination, new LinkStateUpdate(packet));
        packet.clear();
        bytes = 0;
      }
      packet.add(aged);
      bytes += aged.length();
    }
    if (!packet.isEmpty()) {
      over.send(destination, new LinkStateUpdate(packet));
    }
  }

  /** Confirms LSAs at once, in as few packets as hold them. */
  void acknowledge(Ipv4Address destination, List<LsaHeader> headers) {
    int most = LinkStateAcknowledgment.most(over.attachment().mtu(), Attachment.headerBytes());
    for (int i = 0; i < headers.size(); i += most) {
      List<LsaHeader> part = headers.subList(i, Math.min(headers.size(), i + most));
      over.send(destination, new LinkStateAcknowledgment(part));
    }
  }
}
