package vdcsim.hardware.nic;

import java.util.ArrayList;
import java.util.List;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.FrameTap;
import vdcsim.hardware.pci.Dma;
import vdcsim.kernel.EventHandler;

/**
 * What fetches frames out of memory to be sent: from every queue in turn, a frame at a time, and
 * only as many as the card can hold before the line.
 */
public final class TransmitEngine implements EventHandler, FrameTap {
  /** About 40 KiB of frames of 1518 bytes (Intel 82576, data sheet: transmit packet buffer). */
  private static final int HELD = 26;

  private static final long ASTRAY = 1;

  private final EthernetPort port;
  private final Dma dma;
  private final int outstanding;
  private final List<TransmitSource> sources = new ArrayList<>();
  private int next;
  private int reading;
  private int holds;
  private boolean busy;

  TransmitEngine(EthernetPort port, Dma dma, int outstanding) {
    this.port = port;
    this.dma = dma;
    this.outstanding = outstanding;
    port.tap(this);
  }

  /** A further queue. */
  public void add(TransmitSource source) {
    sources.add(source);
  }

  /** Fetches nothing until {@link #release}, since what was fetched keeps it busy. */
  public void hold() {
    holds++;
  }

  /** Fetches again. */
  public void release() {
    holds--;
    ready();
  }

  /** A queue may have become ready. */
  public void ready() {
    if (busy) {
      return;
    }
    busy = true;
    int tried = 0;
    while (tried < sources.size() && mayFetch()) {
      int index = next;
      TransmitSource source = sources.get(index);
      next = (next + 1) % sources.size();
      if (source.isReady()) {
        tried = 0;
        Frame frame = source.take();
        reading++;
        long address = source.nextAddress();
        source
            .dma(dma)
            .read(
                address,
                source.fetchBytes(frame),
                this,
                index,
                source.isAstray() ? ASTRAY : 0,
                frame);
      } else {
        tried++;
      }
    }
    busy = false;
  }

  private boolean mayFetch() {
    return holds == 0 && reading < outstanding && reading + port.queued() < HELD;
  }

  @Override
  public void handle(int source, long argument, Object reference) {
    reading--;
    boolean blocked = (source & Dma.BLOCKED) != 0;
    TransmitSource of = sources.get(source & ~Dma.BLOCKED);
    if (blocked || argument == ASTRAY) {
      of.lost(blocked);
    } else {
      of.fetched((Frame) reference);
    }
    ready();
  }

  @Override
  public void sent(EthernetPort from, Frame frame) {
    ready();
  }

  @Override
  public void received(EthernetPort at, Frame frame) {}
}
