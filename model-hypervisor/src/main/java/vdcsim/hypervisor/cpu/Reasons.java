package vdcsim.hypervisor.cpu;

import vdcsim.hypervisor.cpu.cost.ExitReason;
import vdcsim.hypervisor.cpu.cost.Operation;

/** The reason of the exit that an operation leads to, where it leads to one. */
public final class Reasons {
  private Reasons() {}

  /** The reason. */
  public static ExitReason of(Operation operation) {
    return switch (operation) {
      case SYSTEM_CALL, USER_ACCESS, ADDRESS_SPACE_COPY, ADDRESS_SPACE_NEW ->
          ExitReason.SYSTEM_CALL;
      case PORT_IN, PORT_OUT -> ExitReason.IO_INSTRUCTION;
      case TASK_PRIORITY_WRITE -> ExitReason.TASK_PRIORITY;
      case PAGE_FAULT, SHADOW_FAULT -> ExitReason.PAGE_FAULT;
      case DIVIDE_FAULT -> ExitReason.EXCEPTION;
      case PAGE_TABLE_UPDATE, FOREIGN_FRAME -> ExitReason.TRACED_WRITE;
      case CONTEXT_SWITCH -> ExitReason.CONTROL_REGISTER;
      case READ_CLOCK -> ExitReason.CLOCK;
      case IDENTIFY -> ExitReason.IDENTIFICATION;
      case HYPERCALL -> ExitReason.HYPERCALL;
      case HALT -> ExitReason.HALT;
      case USER, KERNEL, CALL_RETURN, INDIRECT_BRANCH, PRIVILEGED, INTERRUPT_FLAG, FLAGS_WRITE ->
          ExitReason.PRIVILEGED_INSTRUCTION;
    };
  }
}
