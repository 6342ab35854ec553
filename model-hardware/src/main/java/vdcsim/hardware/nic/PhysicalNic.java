package vdcsim.hardware.nic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.FrameSink;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.iommu.HostInterrupts;
import vdcsim.hardware.iommu.SourceId;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.pci.LocalApic;
import vdcsim.hardware.pci.PcieLink;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * What is on a network card of a host, between its port and the host's software.
 *
 * <p>Metrics, below the card's name: those of its queues ({@link ReceiveQueue}) as {@code rx0};
 * {@code dropped-tx-ring-full}, frames for which the driver found no descriptor; those of the ring
 * to send ({@link TransmitRing}).
 */
public final class PhysicalNic implements TransmitSource {
  /** Behind the host's own devices. */
  private static final int FIRST_BUS = 3;

  /** 256 virtual functions, every second number from 128 on, take three buses. */
  private static final int BUSES_OF_A_CARD = 3;

  private final String host;
  private final EthernetPort port;
  private final CardSpec spec;
  private final World world;
  private final PcieLink link;
  private final TransmitEngine engine;
  private final List<ReceiveQueue> queues = new ArrayList<>();
  private final TransmitRing ring;
  private final FlowHash hash = new FlowHash();
  private final Counter ringFull;
  private final SourceId source;
  private Optional<Sorter> sorter = Optional.empty();
  private Runnable whenRoom = () -> {};

  private PhysicalNic(String host, EthernetPort port, CardSpec spec, SourceId source, World world) {
    this.host = host;
    this.port = port;
    this.spec = spec;
    this.source = source;
    this.world = world;
    this.link = new PcieLink(world.simulation(), spec.link());
    this.engine = new TransmitEngine(port, link, spec.outstanding());
    Metrics metrics = world.simulation().metrics();
    this.ring = new TransmitRing(port.name(), spec.txRing(), spec.offloaded().cuts(), metrics);
    this.ringFull = metrics.counter(port.name() + ".dropped-tx-ring-full", Unit.FRAMES);
    for (int i = 0; i < spec.queues(); i++) {
      queues.add(ownQueue(port.name() + ".rx" + i, i, spec.offloaded().joining(), this::handUp));
    }
    engine.add(this);
    port.inlet(this::arrive);
    port.discipline(this::send);
  }

  private ReceiveQueue ownQueue(String name, int index, boolean joining, FrameSink up) {
    return queue(name, index, spec.drivenBy(), spec.moderated(), joining, up);
  }

  private ReceiveQueue queue(
      String name,
      int index,
      DriverSpec driver,
      ModerationSpec moderation,
      boolean joining,
      FrameSink up) {
    return new ReceiveQueue(
        world.simulation(), name, spec.rxRing(), index, link, driver, moderation, joining, up);
  }

  /** A further queue, to which a sorter gives frames, served by one of the host's processors. */
  public ReceiveQueue furtherQueue(String name, int index, int cpu, FrameSink up) {
    ReceiveQueue made = ownQueue(name, index, false, up);
    world
        .find(host, Machine.class)
        .ifPresent(machine -> made.serve(service(machine, cpu % machine.processor().count())));
    return made;
  }

  /** A further queue that a machine's driver serves, with a name below its card's. */
  public ReceiveQueue guestQueue(
      DeviceEnd guest, int index, DriverSpec driver, ModerationSpec moderation) {
    String name = guest.port().name() + ".rx" + index;
    return queue(name, index, driver, moderation, false, guest::deliver);
  }

  private void handUp(Frame frame) {
    if (sorter.isEmpty() || sorter.get().received(frame)) {
      port.handUp(frame);
    }
  }

  /** Puts hardware on the cards of a host. */
  public static Wiring make(String hostName, NicHardwareSpec spec, World world) {
    Host host = world.require("", hostName, Host.class, "host");
    List<PhysicalNic> made = new ArrayList<>();
    spec.cards()
        .forEach(
            (card, said) -> {
              SourceId source = SourceId.of(FIRST_BUS + BUSES_OF_A_CARD * made.size(), 0, 0);
              PhysicalNic nic = new PhysicalNic(hostName, port(host, card), said, source, world);
              world.add(nic.name(), nic);
              made.add(nic);
            });
    return () -> made.forEach(PhysicalNic::connect);
  }

  private static EthernetPort port(Host host, String card) {
    String full = host.name() + "." + card;
    return host.ethernetPorts().stream()
        .filter(port -> port.name().equals(full))
        .findFirst()
        .orElseThrow(
            () -> new Refusal(card, "host '%s' has no card '%s'".formatted(host.name(), card)));
  }

  /** The queues are served by the host's processors in turn, one each. */
  private void connect() {
    Optional<Machine> machine = world.find(host, Machine.class);
    for (int i = 0; machine.isPresent() && i < queues.size(); i++) {
      int cpu = i % machine.get().processor().count();
      queues.get(i).serve(service(machine.get(), cpu));
    }
  }

  private static Service service(Machine machine, int cpu) {
    ExecutionContext interrupts = machine.interrupts(cpu);
    ExecutionContext thread = machine.context("ksoftirqd" + cpu);
    return new Service(LocalApic.bare(interrupts, 0, 0), interrupts, thread);
  }

  /** Says which vectors its queues have, as somebody may raise them who should not. */
  public void show(HostInterrupts to) {
    for (ReceiveQueue queue : queues) {
      to.give(host, queue.controller(), LocalApic.FIRST_PROCESSOR, queue.vector());
    }
  }

  /** Gives frames to {@code before} first, from now on. */
  public void sortedBy(Sorter before) {
    sorter = Optional.of(before);
  }

  /** Its driver, if it polls, takes no frame while there is no {@code room} behind it. */
  public void pollWhile(BooleanSupplier room) {
    queues.forEach(queue -> queue.pollWhile(room));
  }

  /** Whether its driver has descriptors for what the stack sends at once. */
  public boolean hasRoom() {
    return ring.hasRoom();
  }

  /** Runs {@code newWhenRoom} each time that it has some again, from now on. */
  public void onRoom(Runnable newWhenRoom) {
    whenRoom = newWhenRoom;
  }

  /** There may be room again behind the driver. */
  public void look() {
    queues.forEach(ReceiveQueue::look);
  }

  /** The card's name, as {@code h1.eth0}. */
  public String name() {
    return port.name();
  }

  /** The number of its physical function. */
  public SourceId source() {
    return source;
  }

  /** The host that it is in. */
  public String host() {
    return host;
  }

  /** Its end of the cable. */
  public EthernetPort port() {
    return port;
  }

  /** What a scenario says about it. */
  public CardSpec spec() {
    return spec;
  }

  /** Its way to memory. */
  public PcieLink link() {
    return link;
  }

  /** What fetches the frames that it sends. */
  public TransmitEngine engine() {
    return engine;
  }

  private void arrive(Frame frame) {
    if (sorter.isEmpty() || sorter.get().arriving(frame)) {
      receive(frame);
    }
  }

  /** A frame for the host's own queues. */
  public void receive(Frame frame) {
    queues.get(queue(frame)).arrive(frame);
  }

  /** To which of its queues it sorts a frame, by its flow. */
  public int queue(Frame frame) {
    return queues.size() == 1 ? 0 : (int) (hash.of(frame) & 127) % queues.size();
  }

  private void send(Frame frame) {
    if (ring.offer(frame, world.simulation().now())) {
      engine.ready();
    } else {
      ringFull.increment();
    }
  }

  @Override
  public boolean isReady() {
    return ring.isReady();
  }

  @Override
  public Frame take() {
    return ring.take();
  }

  @Override
  public long fetchBytes(Frame taken) {
    return ring.takenBytes();
  }

  @Override
  public void fetched(Frame frame) {
    boolean full = !ring.hasRoom();
    ring.fetched();
    if (full && ring.hasRoom()) {
      whenRoom.run();
    }
    if (sorter.isEmpty() || sorter.get().leaving(frame)) {
      port.queue(frame);
    }
  }
}
