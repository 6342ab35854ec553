package vdcsim.hypervisor.vnic.card;

import java.util.Optional;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.machine.Machine;

/**
 * Where a virtual card is attached.
 *
 * @param tap the end of what is behind the card: of the host's bridge, or of user networking
 * @param host the host's processors, if they are modelled
 * @param out what whoever serves the card pays to take packets from the tap to what is behind it
 * @param in the same for packets that come from there
 */
public record HostEnd(DeviceEnd tap, Optional<Machine> host, Crossing out, Crossing in) {
  /** At a tap from which a packet is forwarded for so much; what comes, others have paid for. */
  public HostEnd(DeviceEnd tap, Optional<Machine> host, long forwardCycles) {
    this(tap, host, new Crossing(forwardCycles, 0), Crossing.FREE);
  }
}
