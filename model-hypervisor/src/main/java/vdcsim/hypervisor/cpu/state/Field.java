package vdcsim.hypervisor.cpu.state;

/** The registers of the state that the model keeps, named as IA-32 names them. */
public enum Field {
  /** The interrupt flag: 0 or 1. */
  IF(0),
  /** The arithmetic flags. */
  ARITHMETIC_FLAGS(1),
  CR0(2),
  CR3(3),
  CR8(4),
  GDTR(5),
  IDTR(6),
  LDTR(7),
  TR(8),
  /** 1 in supervisor mode. */
  SUPERVISOR(9),
  /** A general register, into which an instruction reads. */
  RESULT(10),
  /** Whether the last instruction was refused with a fault. */
  FAULT(11);

  /** How many there are. */
  static final int COUNT = 12;

  private final int slot;

  Field(int slot) {
    this.slot = slot;
  }

  /** Where an array keeps it. */
  int slot() {
    return slot;
  }
}
