package vdcsim.hypervisor.vnic.card;

import java.util.Optional;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.machine.Machine;

/**
 * Where a virtual card is attached.
 *
 * @param tap the end of the host's bridge
 * @param host the host's processors, if they are modelled
 * @param forwardCycles what it costs to take a frame from the tap through the bridge
 */
public record HostEnd(DeviceEnd tap, Optional<Machine> host, long forwardCycles) {}
