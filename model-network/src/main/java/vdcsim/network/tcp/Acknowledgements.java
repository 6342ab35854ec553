package vdcsim.network.tcp;

/** What an acknowledgement says of the segments that were sent (Linux, {@code tcp_ack}). */
final class Acknowledgements {
  private static final long NEVER = -1;
  private static final long ENDLESS = Long.MAX_VALUE;

  private final SendSide send;
  private final Scoreboard board;
  private final LossRecovery recovery;
  private final TcpConnection connection;

  /** The blocks of the segment before: what they held need not be looked through again. */
  private final long[] knownStart = new long[4];

  private final long[] knownEnd = new long[4];
  private int known;

  private final AckNews news = new AckNews();

  Acknowledgements(SendSide send, TcpConnection connection) {
    this.send = send;
    this.board = send.board;
    this.recovery = send.recovery;
    this.connection = connection;
  }

  void take(TcpSegment segment, long acknowledged, long start) {
    long before = send.unacknowledged;
    news.reset();
    news.nowNs = send.now();
    news.advanced = acknowledged > before;
    news.withData = segment.dataLength() > 0;
    news.windowChanged = send.updateWindow(start, acknowledged, connection.scaledWindow(segment));
    news.echoedMs = connection.echoedMs(segment);
    boolean nothingOut = board.isEmpty();
    long highestBefore = Math.max(board.highestSacked(), before);
    send.unacknowledged = acknowledged;
    send.heard();
    if (connection.usesSack() && segment.options().blocks() > 0) {
      takeBlocks(segment.options(), before);
    }
    if (nothingOut) {
      send.checkPersist();
      return;
    }
    clean(acknowledged, highestBefore);
    recovery.acknowledged(news, before);
    if (news.advanced) {
      send.queue.release(acknowledged);
    }
  }

  private long number(int wire) {
    return connection.sentNumber(wire);
  }

  private void takeBlocks(TcpOptions options, long before) {
    int blocks = Math.min(4, options.blocks());
    int first = isDuplicate(options, before) ? 1 : 0;
    int kept = 0;
    for (int block = first; block < blocks; block++) {
      long start = number(options.blockStart(block));
      long end = number(options.blockEnd(block));
      if (start < end && start >= send.unacknowledged && end <= send.next) {
        mark(start, end);
        knownStart[kept] = start;
        knownEnd[kept++] = end;
      }
    }
    known = kept;
    if (news.reordered < ENDLESS) {
      recovery.checkReordering(news.reordered);
    }
  }

  /** RFC 2883, 4: the first block tells of what came twice. */
  private boolean isDuplicate(TcpOptions options, long before) {
    long start = number(options.blockStart(0));
    long end = number(options.blockEnd(0));
    boolean old = start < send.unacknowledged && end <= send.unacknowledged;
    boolean within =
        options.blocks() > 1
            && start >= number(options.blockStart(1))
            && end <= number(options.blockEnd(1));
    if (old || within) {
      news.duplicate = true;
      recovery.duplicateArrived(start, end, before);
      if (within && !old) {
        forgetCopies(start, end);
      }
    }
    return old || within;
  }

  private void forgetCopies(long start, long end) {
    for (long i = board.find(start); i < board.tail() && board.end(i) <= end; i++) {
      board.forgetCopy(i);
    }
  }

  /** Marks what a block holds, apart from what the last segment's block held already. */
  private void mark(long start, long end) {
    long from = start;
    for (int i = 0; i < known; i++) {
      if (knownStart[i] <= from && knownEnd[i] > from) {
        from = Math.min(end, knownEnd[i]);
      }
    }
    markRun(from, end);
  }

  private void markRun(long start, long end) {
    for (long i = board.find(start); i < board.tail() && board.end(i) <= end; i++) {
      if (board.start(i) >= start && !board.isSacked(i)) {
        arrived(i);
      }
    }
  }

  private void arrived(long i) {
    boolean resent = board.isRetransmitted(i) || board.wasEverRetransmitted(i);
    recovery.rack.delivered(board, i, resent, news);
    if (!resent) {
      if (board.start(i) < board.highestSacked()) {
        news.reordered = Math.min(news.reordered, board.start(i));
      }
      news.original |= board.end(i) <= recovery.highest();
      if (news.firstSackedNs == NEVER) {
        news.firstSackedNs = board.sentNs(i);
      }
      news.lastSackedNs = board.sentNs(i);
    }
    board.markSacked(i);
    news.sacked = true;
    news.delivered++;
  }

  /** Takes out what is acknowledged by number (Linux, {@code tcp_clean_rtx_queue}). */
  private void clean(long acknowledged, long highestBefore) {
    long reordered = ENDLESS;
    int removed = 0;
    while (!board.isEmpty() && board.end(board.head()) <= acknowledged) {
      long i = board.head();
      if (board.wasEverRetransmitted(i)) {
        news.retransmitted = true;
      } else if (!board.isSacked(i)) {
        news.firstNs = news.firstNs == NEVER ? board.sentNs(i) : news.firstNs;
        news.lastNs = board.sentNs(i);
        reordered = Math.min(reordered, board.start(i));
        news.original |= board.end(i) <= recovery.highest();
      }
      if (connection.usesSack() && !board.isSacked(i)) {
        news.delivered++;
        recovery.rack.delivered(board, i, board.wasEverRetransmitted(i), news);
      }
      board.remove();
      removed++;
    }
    if (!board.isEmpty() && board.start(board.head()) < acknowledged) {
      board.trim(acknowledged);
    }
    news.removed = removed;
    measure();
    if (removed > 0) {
      news.restartTimer = true;
      if (!connection.usesSack()) {
        recovery.detector.removeAssumed(removed, news);
      } else if (reordered < highestBefore) {
        recovery.checkReordering(reordered);
      }
    }
  }

  /** RFC 6298, 3: no round trip of what was sent twice, but timestamps tell (RFC 7323, 4). */
  private void measure() {
    long now = news.nowNs;
    long oldest = NEVER;
    long youngest = NEVER;
    if (news.firstNs != NEVER && !news.retransmitted) {
      oldest = now - news.firstNs;
      youngest = now - news.lastNs;
    }
    if (news.firstSackedNs != NEVER) {
      oldest = oldest == NEVER ? now - news.firstSackedNs : oldest;
      youngest = now - news.lastSackedNs;
    }
    if (oldest == NEVER && news.removed > 0 && news.echoedMs >= 0) {
      oldest = Math.max(1, now / 1_000_000 - news.echoedMs) * 1_000_000;
      youngest = oldest;
    }
    if (oldest == NEVER) {
      return;
    }
    send.roundTrip.measured(oldest, youngest, send.unacknowledged, send.next);
    recovery.timeOut.measured();
    connection.meter().roundTrip(send.roundTrip.smoothedNs());
    send.control.measured(send.window, youngest, send);
    boolean headIsYounger =
        news.removed == 0
            && news.firstSackedNs != NEVER
            && !board.isEmpty()
            && now - news.firstSackedNs > now - board.sentNs(board.head());
    news.restartTimer |= headIsYounger;
  }
}
