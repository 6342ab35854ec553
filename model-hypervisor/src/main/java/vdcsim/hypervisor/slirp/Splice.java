package vdcsim.hypervisor.slirp;

import java.util.Optional;
import java.util.function.Consumer;
import vdcsim.network.tcp.TcpConnection;
import vdcsim.network.tcp.TcpEnding;
import vdcsim.network.tcp.TcpMessage;
import vdcsim.network.tcp.TcpUser;

/**
 * One of two connections that are one to those at their far ends: what comes in here goes out
 * there, a message at a time. Where there is no room, nothing more is read here.
 */
final class Splice implements TcpUser {
  private final Consumer<TcpConnection> whenEstablished;
  private final Consumer<TcpEnding> whenEnded;
  private Optional<TcpConnection> own = Optional.empty();
  private Optional<Splice> other = Optional.empty();
  private boolean paused;
  private boolean peerClosed;

  /**
   * A side without its other one.
   *
   * @param whenEstablished what is done then; nothing is read before {@link #read}
   * @param whenEnded what is done when it is over, in whatever way
   */
  Splice(Consumer<TcpConnection> whenEstablished, Consumer<TcpEnding> whenEnded) {
    this.whenEstablished = whenEstablished;
    this.whenEnded = whenEnded;
  }

  /** Makes two sides one. */
  void join(Splice second) {
    other = Optional.of(second);
    second.other = Optional.of(this);
  }

  /** This is its connection, which need not be established yet. */
  void over(TcpConnection connection) {
    own = Optional.of(connection);
  }

  /** Reads from now on. */
  void read() {
    paused = false;
    own.ifPresent(TcpConnection::resumeReading);
    closeIfRead();
  }

  /** Both sides read from now on. */
  void readBoth() {
    read();
    other.ifPresent(Splice::read);
  }

  private void pause(TcpConnection connection) {
    paused = true;
    connection.pauseReading();
  }

  /** What has come and was not read goes out before the other side is closed. */
  private void closeIfRead() {
    if (peerClosed && !paused) {
      other.flatMap(side -> side.own).ifPresent(TcpConnection::close);
    }
  }

  /** Gives the connection up. */
  void abort() {
    own.ifPresent(TcpConnection::abort);
  }

  @Override
  public void established(TcpConnection connection) {
    own = Optional.of(connection);
    pause(connection);
    whenEstablished.accept(connection);
  }

  @Override
  public void received(TcpConnection connection, TcpMessage message) {
    TcpConnection to = other.flatMap(side -> side.own).orElseThrow();
    if (to.canSend()) {
      to.send(message);
      if (to.sendBufferFree() == 0) {
        pause(connection);
      }
    }
  }

  @Override
  public void writable(TcpConnection connection) {
    other.ifPresent(Splice::read);
  }

  @Override
  public void peerClosed(TcpConnection connection) {
    peerClosed = true;
    closeIfRead();
  }

  @Override
  public void ended(TcpConnection connection, TcpEnding ending) {
    whenEnded.accept(ending);
    if (ending != TcpEnding.CLOSED) {
      other.ifPresent(Splice::abort);
    }
  }
}
