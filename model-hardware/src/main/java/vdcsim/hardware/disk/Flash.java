package vdcsim.hardware.disk;

import java.util.Arrays;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.random.Sampler;

/**
 * A disk of flash: a controller that takes commands one after the other, dies that each read or
 * program one thing at a time, channels that carry their data, a buffer for writes, and the link to
 * the host.
 *
 * <p>A write is done when it is in the buffer; the buffer is emptied into the dies in turn. So
 * writes are as fast as the buffer until it is full, and then as the dies. Where the buffer is lost
 * with its power, a flush waits until the dies have what is in it, be it less than they program at
 * once.
 */
final class Flash implements Drive, EventHandler {
  private static final int COMMAND = 0;
  private static final int DECODED = 1;
  private static final int SENSED = 2;
  private static final int CARRIED = 3;
  private static final int AT_HOST = 4;
  private static final int RECEIVED = 5;
  private static final int STORED = 6;
  private static final int TO_PROGRAM = 7;
  private static final int PROGRAMMED = 8;
  private static final int LEAVES = 9;

  private final Simulation simulation;
  private final Disk disk;
  private final FlashSpec spec;
  private final HostLink link;
  private final Server controller;
  private final Server readRate;
  private final Server writeRate;
  private final Server[] dies;
  private final Server[] channels;
  private final Sampler read;
  private final Sampler program;
  private final WriteBuffer buffer;
  private final Barriers barriers;
  private int nextDie;

  /** What a die programs at once: so much of what was written between two flushes. */
  private record Unit(long bytes, Barriers.Epoch epoch) {}

  Flash(Simulation simulation, Disk disk, FlashSpec spec, HostLink link) {
    this.simulation = simulation;
    this.disk = disk;
    this.spec = spec;
    this.link = link;
    this.controller = new Server(simulation);
    this.readRate = new Server(simulation);
    this.writeRate = new Server(simulation);
    this.channels = servers(spec.channels());
    this.dies = servers(spec.channels() * spec.dies());
    this.read = spec.read().sampler(simulation.random().stream(disk.name() + ".read"));
    this.program = spec.program().sampler(simulation.random().stream(disk.name() + ".program"));
    this.buffer = new WriteBuffer(spec.buffer().bytes());
    this.barriers = new Barriers(disk::finished);
  }

  private Server[] servers(int count) {
    Server[] servers = new Server[count];
    Arrays.setAll(servers, i -> new Server(simulation));
    return servers;
  }

  @Override
  public void begin(DiskRequest request) {
    link.command(this, COMMAND, request);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    switch (kind) {
      case COMMAND -> decode(request(reference));
      case DECODED -> act(request(reference));
      case SENSED -> carry((int) argument, request(reference));
      case CARRIED -> leave(request(reference));
      case LEAVES -> link.toHost(request(reference).bytes(), this, AT_HOST, reference);
      case AT_HOST -> disk.finished(request(reference));
      case RECEIVED -> receive(request(reference));
      case STORED -> disk.finished(request(reference));
      case TO_PROGRAM -> program((int) argument, (Unit) reference);
      default -> drained((Unit) reference);
    }
  }

  private static DiskRequest request(Object reference) {
    return (DiskRequest) reference;
  }

  private void decode(DiskRequest request) {
    boolean reads = request.operation() == Operation.READ;
    long ns = (reads ? spec.readCommand() : spec.writeCommand()).toNanos();
    simulation.schedule(controller.serve(ns), this, DECODED, 0, request);
  }

  private void act(DiskRequest request) {
    switch (request.operation()) {
      case READ -> read(request);
      case WRITE -> link.fromHost(request.bytes(), this, RECEIVED, request);
      case FLUSH -> flush(request);
    }
  }

  private void flush(DiskRequest request) {
    if (!disk.spec().volatileCache()) {
      disk.finished(request);
      return;
    }
    long rest = buffer.rest();
    if (rest > 0) {
      toNextDie(rest);
    }
    barriers.flush(request);
  }

  private void read(DiskRequest request) {
    long page = spec.page().bytes();
    long first = request.offset() / page;
    long last = (request.offset() + request.bytes() - 1) / page;
    request.splitInto((int) (last - first + 1));
    for (long at = first; at <= last; at++) {
      int die = (int) (at % dies.length);
      simulation.schedule(dies[die].serve(read.nextLong()), this, SENSED, die, request);
    }
  }

  private void carry(int die, DiskRequest request) {
    long ns = transferNs(spec.channel(), Math.min(spec.page().bytes(), request.bytes()));
    simulation.schedule(channels[channelOf(die)].serve(ns), this, CARRIED, 0, request);
  }

  /** Neighbouring dies are on different channels, so that what is read in order uses all. */
  private int channelOf(int die) {
    return die % channels.length;
  }

  private void leave(DiskRequest request) {
    if (request.pieceDone()) {
      long ns = spec.readRate().map(rate -> transferNs(rate, request.bytes())).orElse(0L);
      simulation.schedule(readRate.serve(ns), this, LEAVES, 0, request);
    }
  }

  private static long transferNs(DataRate rate, long bytes) {
    return Math.max(1, (long) (bytes * 8e9 / rate.bitsPerSecond()));
  }

  private void receive(DiskRequest request) {
    if (buffer.admit(request)) {
      store(request);
    }
  }

  /** It is in the buffer: it is done soon, and waits to be programmed. */
  private void store(DiskRequest request) {
    long rateNs = spec.writeRate().map(rate -> transferNs(rate, request.bytes())).orElse(0L);
    long wait = writeRate.serve(rateNs) + spec.writeLatency().toNanos();
    simulation.schedule(wait, this, STORED, 0, request);
    int units = buffer.ripe(request.bytes(), spec.programUnit().bytes());
    for (int i = 0; i < units; i++) {
      toNextDie(spec.programUnit().bytes());
    }
  }

  private void toNextDie(long bytes) {
    int die = nextDie;
    nextDie = (nextDie + 1) % dies.length;
    long ns = transferNs(spec.channel(), bytes);
    Unit unit = new Unit(bytes, barriers.open());
    simulation.schedule(channels[channelOf(die)].serve(ns), this, TO_PROGRAM, die, unit);
  }

  private void program(int die, Unit unit) {
    long ns = (long) (program.nextLong() * spec.writeAmplification());
    simulation.schedule(dies[die].serve(ns), this, PROGRAMMED, 0, unit);
  }

  private void drained(Unit unit) {
    buffer.free(unit.bytes());
    barriers.stored(unit.epoch());
    while (buffer.nextFits()) {
      store(buffer.next());
    }
  }
}
