package vdcsim.hardware.cpu;

/**
 * A machine on which software runs: a host on its processors, a virtual machine on its virtual
 * ones. Whatever its kernel does, it does in one of these contexts, and pays there.
 */
public interface Computer {
  /** Where its software works for a purpose, as {@code receive}; the same one every time. */
  ExecutionContext context(String purpose);
}
