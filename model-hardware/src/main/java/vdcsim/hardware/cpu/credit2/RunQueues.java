package vdcsim.hardware.cpu.credit2;

import vdcsim.kernel.spec.Doc;

/** Which processors share a queue (credit2_runqueue). */
public enum RunQueues {
  @Doc("each has its own")
  CPU,
  @Doc("the hardware threads of a core")
  CORE,
  @Doc("those of a socket")
  SOCKET,
  @Doc("those of a memory node")
  NODE,
  @Doc("all share one")
  ALL
}
