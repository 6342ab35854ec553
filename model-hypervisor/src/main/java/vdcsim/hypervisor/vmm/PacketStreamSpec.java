package vdcsim.hypervisor.vmm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a guest's stream of packets through its monitor. */
@Doc(
    "A guest that sends or receives packets as fast as it can, through a card that its monitor"
        + " emulates.")
public record PacketStreamSpec(
    @Key(value = "Where it runs.", example = "h1", names = "hosts") String on,
    @Key(value = "The group of the host that it is in.", example = "guests") Optional<String> group,
    @Key(value = "The processors that it may run on; without it, all.", example = "[0]")
        List<Integer> cpus,
    @Key(value = "Which way the packets go.", fallback = "send") Direction direction,
    @Key(
            value = "What the wire carries.",
            fallback = "100 Mbps",
            source = "Sugerman et al., USENIX ATC 2001, 3.1")
        DataRate wire,
    @Key(value = "The bytes of an IP packet.", fallback = "1500", source = "IEEE 802.3") int mtu,
    @Key(
            value = "Packets on their way that nobody has acknowledged, at most.",
            fallback = "22",
            source = "32 KiB, the window of Linux 2.2")
        int window,
    @Key(
            value = "Packets for an acknowledgement.",
            fallback = "7",
            source = "Sugerman et al., table 2: 7885 packets sent and 1101 received a second")
        int acknowledge,
    @Key(
            value = "How long the card of the host waits with an interrupt for more.",
            fallback = "0 s",
            source = "an EtherExpress without moderation")
        Duration moderation,
    @Key(value = "Who emulates the card.", fallback = "process") Place to,
    @Key(
            value = "The guest's own work for a packet, as without a monitor, in cycles.",
            fallback = "13015",
            source = "Sugerman et al., table 3: 14 % of 733 MHz for 7885 packets a second")
        long guest,
    @Key(
            value = "What the monitor adds to that in its own world, in cycles.",
            fallback = "19209",
            source =
                "Sugerman et al., table 2: the guest's context switches, privileged instructions,"
                    + " transitions, and what is in no row, for 7885 packets a second")
        long monitor,
    @Key(
            value =
                "What the monitor adds to an interrupt that the guest gets, in cycles: one for all"
                    + " packets that left or came together.",
            fallback = "5388",
            source =
                "Sugerman et al., table 2: the guest's interrupts, its interrupt controller, the"
                    + " status of the card, for 6000 transmissions and 1101 packets received a"
                    + " second")
        long guestInterrupt,
    @Key(
            value =
                "Accesses to the card's ports in such an interrupt that the process has to answer;"
                    + " 0 where the monitor answers them itself.",
            fallback = "0",
            source =
                "the optimized monitor; 2 in VMware Workstation 2.0, where a third of the accesses"
                    + " sends (Sugerman et al., 3.4)")
        int accesses,
    @Key(
            value = "Packets that may wait for an exit that comes anyway; 1 where none waits.",
            fallback = "3",
            source = "Sugerman et al., 3.4, from memory")
        int combine,
    @Key(
            value =
                "Whether the host's driver says in memory that packets have come; else the process"
                    + " asks by a system call after each interrupt.",
            fallback = "true",
            source = "the optimized monitor (Sugerman et al., 3.4)")
        boolean notification,
    @Key(
            value = "The process for an access to the card, in cycles.",
            fallback = "2199",
            source = "3.0 us at 733 MHz (Sugerman et al., table 2)")
        long emulate,
    @Key(
            value = "The host's kernel for a packet of the guest's, in cycles.",
            fallback = "16639",
            source = "22.7 us at 733 MHz (Sugerman et al., table 2)")
        long hostSend,
    @Key(
            value = "The host's kernel for a packet to the guest, in cycles.",
            fallback = "16639",
            source = "22.7 us at 733 MHz (Sugerman et al., table 2)")
        long hostReceive,
    @Key(
            value = "An interrupt of the host's card, in cycles.",
            fallback = "2199",
            source = "3 us at 733 MHz; assumed")
        long interrupt,
    @Key(
            value = "The system call that asks whether packets have come, in cycles.",
            fallback = "2199",
            source = "3 us at 733 MHz; assumed")
        long select,
    @Key(value = "When it starts.", fallback = "0 s") Duration start) {
  private static final int LEAST_MTU = 68;
  private static final int LARGEST_MTU = 65_535;
  private static final int MOST = 1_000_000;
  private static final long MOST_CYCLES = 1_000_000_000L;

  public PacketStreamSpec {
    cpus = List.copyOf(cpus);
    between("mtu", LEAST_MTU, mtu, LARGEST_MTU);
    between("window", 1, window, MOST);
    between("acknowledge", 1, acknowledge, window);
    between("accesses", 0, accesses, MOST);
    between("combine", 1, combine, MOST);
    between("guest", 0, guest, MOST_CYCLES);
    between("monitor", 0, monitor, MOST_CYCLES);
    between("guest-interrupt", 0, guestInterrupt, MOST_CYCLES);
    between("emulate", 0, emulate, MOST_CYCLES);
    between("host-send", 0, hostSend, MOST_CYCLES);
    between("host-receive", 0, hostReceive, MOST_CYCLES);
    between("interrupt", 0, interrupt, MOST_CYCLES);
    between("select", 0, select, MOST_CYCLES);
    if (wire.bitsPerSecond() == 0) {
      throw new Refusal("wire", "wire must be more than 0 bps");
    }
  }

  private static void between(String key, long least, long value, long most) {
    if (value < least || value > most) {
      throw new Refusal(
          key, "%s must lie between %d and %d, was %d".formatted(key, least, most, value));
    }
  }
}
