package vdcsim.hypervisor.cpu.state;

/** The registers of the state that the model keeps, named as IA-32 names them. */
public enum Field {
  /** The interrupt flag: 0 or 1. */
  IF,
  /** The arithmetic flags. */
  ARITHMETIC_FLAGS,
  CR0,
  CR3,
  CR8,
  GDTR,
  IDTR,
  LDTR,
  TR,
  /** 1 in supervisor mode. */
  SUPERVISOR,
  /** A general register, into which an instruction reads. */
  RESULT,
  /** Whether the last instruction was refused with a fault. */
  FAULT
}
