package vdcsim.kernel.spec;

/**
 * A value that a model refuses, with the key at fault. The message says the value and what would be
 * right.
 */
public final class Refusal extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String key;

  /** A refusal of the value at {@code key}, in kebab case; an empty key means the whole record. */
  public Refusal(String key, String message) {
    super(message);
    this.key = key;
  }

  /** The key at fault; empty for the whole record. */
  public String key() {
    return key;
  }
}
