package vdcsim.network.transfer;

import java.nio.ByteBuffer;
import vdcsim.kernel.Simulation;
import vdcsim.network.tcp.TcpConnection;
import vdcsim.network.tcp.TcpEnding;
import vdcsim.network.tcp.TcpMessage;
import vdcsim.network.tcp.TcpUser;

/** One transfer over a connection of TCP, at the side that sends. */
final class PacketCarriage implements Carriage, TcpUser {
  private static final int PART = 16 * 1024;

  /** How often a sender with a cap writes what it may. */
  private static final long TICK_NS = 1_000_000;

  private final Simulation simulation;
  private final long bytes;
  private final double bytesPerTick;
  private final TransferMeter meter;
  private final long startNs;
  private long written;
  private long delivered;
  private double allowance;
  private boolean over;

  PacketCarriage(Simulation simulation, long bytes, double capBitsPerSecond, TransferMeter meter) {
    this.simulation = simulation;
    this.bytes = bytes;
    this.bytesPerTick = capBitsPerSecond / 8e9 * TICK_NS;
    this.meter = meter;
    this.startNs = simulation.now();
  }

  /** Some of its bytes; the receiver knows by it whose they are. */
  record Part(PacketCarriage of, long length) implements TcpMessage {
    @Override
    public void encode(long offset, int count, ByteBuffer buffer) {
      buffer.put(new byte[count]);
    }

    void arrive() {
      of.arrived(length);
    }
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public long delivered() {
    return delivered;
  }

  @Override
  public long startNs() {
    return startNs;
  }

  @Override
  public void established(TcpConnection connection) {
    if (bytes == 0) {
      arrived(0);
    }
    if (bytesPerTick == Double.POSITIVE_INFINITY) {
      allowance = bytesPerTick;
      write(connection);
    } else {
      tick(connection);
    }
  }

  private void tick(TcpConnection connection) {
    if (over) {
      return;
    }
    allowance += bytesPerTick;
    write(connection);
    if (written < bytes) {
      simulation.schedule(TICK_NS, () -> tick(connection));
    }
  }

  @Override
  public void writable(TcpConnection connection) {
    write(connection);
  }

  private void write(TcpConnection connection) {
    while (written < bytes && allowance >= 1 && connection.canSend() && hasRoom(connection)) {
      long part = (long) Math.min((double) Math.min(bytes - written, PART), allowance);
      written += part;
      allowance -= part;
      connection.send(new Part(this, part));
    }
    if (written == bytes) {
      connection.close();
    }
  }

  private static boolean hasRoom(TcpConnection connection) {
    return connection.sendBufferFree() > 0;
  }

  private void arrived(long length) {
    delivered += length;
    if (delivered == bytes && !over) {
      over = true;
      meter.completed(this);
    }
  }

  @Override
  public void ended(TcpConnection connection, TcpEnding ending) {
    if (!over && ending != TcpEnding.CLOSED) {
      over = true;
      meter.abandoned(this);
    }
  }
}
