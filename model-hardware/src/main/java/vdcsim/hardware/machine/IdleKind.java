package vdcsim.hardware.machine;

import java.util.List;
import vdcsim.hardware.cpu.IdleStates;
import vdcsim.kernel.spec.Doc;

/**
 * The states of idleness of processors, as Linux knows them (drivers/idle/intel_idle.c: target
 * residency and exit latency of C1, C1E, C3, C6). Before Haswell the cores of a socket share one
 * clock and voltage, so that C1E is a state of the socket.
 */
public enum IdleKind {
  @Doc("always ready")
  NONE(IdleStates.NONE),
  @Doc("Nehalem and Westmere, 2009")
  NEHALEM(
      new IdleStates(
          List.of(
              IdleStates.us(6, 3),
              IdleStates.ofSocketUs(20, 10, 3),
              IdleStates.us(80, 20),
              IdleStates.us(800, 200)))),
  @Doc("Sandy Bridge, 2011")
  SANDY_BRIDGE(
      new IdleStates(
          List.of(
              IdleStates.us(2, 2),
              IdleStates.ofSocketUs(20, 10, 2),
              IdleStates.us(211, 80),
              IdleStates.us(345, 104)))),
  @Doc("Sandy Bridge that sleeps in C1E at least, by its firmware or the governor")
  SANDY_BRIDGE_C1E(
      new IdleStates(
          List.of(
              IdleStates.ofSocketUs(2, 10, 2), IdleStates.us(211, 80), IdleStates.us(345, 104)))),
  @Doc("Skylake for servers, 2017")
  SKYLAKE(
      new IdleStates(List.of(IdleStates.us(2, 2), IdleStates.us(20, 10), IdleStates.us(600, 133))));

  private final IdleStates states;

  IdleKind(IdleStates states) {
    this.states = states;
  }

  /** The states. */
  IdleStates states() {
    return states;
  }
}
