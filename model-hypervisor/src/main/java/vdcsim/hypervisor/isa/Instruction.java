package vdcsim.hypervisor.isa;

import java.util.Optional;

/**
 * An instruction, as the theorem sees it.
 *
 * @param privileged whether it traps outside supervisor mode, and does not trap in it
 * @param sensitivity why it is sensitive; empty for an innocuous one
 * @param sensitiveInUserMode whether it is sensitive in user mode, too
 */
public record Instruction(
    String mnemonic,
    boolean privileged,
    Optional<Sensitivity> sensitivity,
    boolean sensitiveInUserMode,
    Effect effect) {
  /**
   * A store to a page table: an innocuous instruction, that traps as any store to protected memory
   * does.
   */
  public static final Instruction PAGE_TABLE_STORE =
      new Instruction(
          "PAGE-TABLE-STORE", true, Optional.of(Sensitivity.PROTECTION), true, Effect.MAP_PAGE);

  /** Whether it depends on the machine's resources or changes them. */
  public boolean sensitive() {
    return sensitivity.isPresent();
  }

  /** Whether it is sensitive and does not trap. */
  public boolean critical() {
    return sensitive() && !privileged;
  }
}
