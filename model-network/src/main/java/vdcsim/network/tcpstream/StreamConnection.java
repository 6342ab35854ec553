package vdcsim.network.tcpstream;

import java.util.Optional;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.tcp.Tcp;
import vdcsim.network.tcp.TcpConnection;
import vdcsim.network.tcp.TcpEnding;
import vdcsim.network.tcp.TcpMessage;
import vdcsim.network.tcp.TcpUser;

/** One connection of a stream, at the side that sends: it keeps the send buffer full. */
final class StreamConnection implements TcpUser {
  private static final long WRITE_BYTES = 64L * 1024;
  private static final long ENDLESS = Long.MAX_VALUE;

  private final TcpStreamSpec spec;
  private final Tcp tcp;
  private final Ipv4Address to;
  private final int port;
  private final StreamMeter meter;
  private Optional<TcpConnection> connection = Optional.empty();
  private Optional<Counter> counter = Optional.empty();
  private long toWrite;
  private long received;
  private long openedNs;
  private boolean open;
  private boolean over;
  private boolean claimed;

  StreamConnection(TcpStreamSpec spec, Tcp tcp, Ipv4Address to, int port, StreamMeter meter) {
    this.spec = spec;
    this.tcp = tcp;
    this.to = to;
    this.port = port;
    this.meter = meter;
    this.toWrite = spec.bytes().map(DataSize::bytes).orElse(ENDLESS);
  }

  /** Counts what is received of this connection apart, too. */
  void countIn(Counter newCounter) {
    counter = Optional.of(newCounter);
  }

  void open() {
    openedNs = now();
    TcpConnection opened = tcp.connect(to, port, spec.settings(), this);
    opened.observe(meter);
    connection = Optional.of(opened);
  }

  private long now() {
    return tcp.stack().simulation().now();
  }

  int localPort() {
    return connection.map(TcpConnection::localPort).orElse(0);
  }

  /** Whether the other side knows it. */
  boolean isClaimed() {
    return claimed;
  }

  void claim() {
    claimed = true;
  }

  boolean isOpen() {
    return open && !over;
  }

  boolean isOver() {
    return over;
  }

  int window() {
    return connection.orElseThrow().congestionWindow();
  }

  long roundTripNs() {
    return connection.orElseThrow().smoothedRoundTripNs();
  }

  double receivedBits() {
    return counter.map(c -> c.value() * 8.0).orElse(0.0);
  }

  /** So many bytes have arrived in order. */
  void received(long bytes) {
    received += bytes;
    if (counter.isPresent()) {
      counter.get().add(bytes);
    }
    if (spec.bytes().isPresent() && received == spec.bytes().get().bytes()) {
      meter.completed.increment();
      meter.completionTime.record(now() - openedNs);
    }
  }

  @Override
  public void established(TcpConnection established) {
    open = true;
    meter.connectTime.record(now() - openedNs);
    write(established);
  }

  @Override
  public void writable(TcpConnection established) {
    write(established);
  }

  private void write(TcpConnection established) {
    while (toWrite > 0 && established.canSend() && established.sendBufferFree() > 0) {
      long bytes = Math.min(toWrite, WRITE_BYTES);
      toWrite -= toWrite == ENDLESS ? 0 : bytes;
      established.send(new TcpMessage.Filler(bytes));
    }
    if (toWrite == 0) {
      established.close();
    }
  }

  /** The time is over: nothing more is written. */
  void stop() {
    toWrite = 0;
    connection.ifPresent(TcpConnection::close);
  }

  @Override
  public void ended(TcpConnection established, TcpEnding ending) {
    over = true;
    if (ending != TcpEnding.CLOSED) {
      meter.failed.increment();
    }
  }
}
