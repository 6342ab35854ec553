package vdcsim.hardware.pci;

/** How many bytes an access moves. */
public final class Width {
  private Width() {}

  /** The ones of a width: what a read gives that nobody answers. */
  public static long ones(int width) {
    return width == Long.BYTES ? -1L : (1L << (8 * width)) - 1;
  }

  /**
   * A width that there is.
   *
   * @throws IllegalArgumentException for another one
   */
  static int check(int width) {
    if (width != 1 && width != 2 && width != 4 && width != 8) {
      throw new IllegalArgumentException("an access has 1, 2, 4 or 8 bytes, had " + width);
    }
    return width;
  }
}
