package vdcsim.hardware.iommu;

import java.util.ArrayList;
import java.util.List;

/**
 * The interrupt remapping table (VT-d 2.4, 5.1 and 9.9 to 9.10): entries of 128 bits, each of a
 * processor and a vector, or of a descriptor to which the interrupt is posted, and of the function
 * that alone may use it.
 */
final class InterruptTable {
  /** Where messages are written. */
  static final long WINDOW = 0xFEE0_0000L;

  static final long PRESENT = 1;
  static final long POSTED = 1 << 15;

  /** Bit 4 of an address: the message names an entry, and no vector (VT-d 2.4, 5.1.2.2). */
  private static final long REMAPPABLE = 1 << 4;

  private static final int HANDLE_SHIFT = 5;
  private static final int HANDLE = 0x7FFF;
  private static final int MOST = 1 << 16;
  private static final int VECTOR_SHIFT = 16;
  private static final int DESTINATION_SHIFT = 32;
  private static final int BYTE = 0xFF;
  private static final int SOURCE = 0xFFFF;

  /** Source validation: all 16 bits are compared (VT-d 2.4, 9.9: SVT 01, SQ 00). */
  private static final long COMPARES_ALL = 1L << 18;

  private final List<long[]> entries = new ArrayList<>();
  private final List<PostedDescriptor> descriptors = new ArrayList<>();

  /** Whether a message names an entry. */
  static boolean isRemappable(long address) {
    return (address & REMAPPABLE) != 0;
  }

  /** The entry that a message names. */
  static int index(long address) {
    return (int) (address >>> HANDLE_SHIFT & HANDLE) | (int) (address >>> 2 & 1) << 15;
  }

  /** The address to which a message is written that names an entry. */
  static long address(int index) {
    return WINDOW
        | (long) (index & HANDLE) << HANDLE_SHIFT
        | REMAPPABLE
        | (long) (index >>> 15) << 2;
  }

  int size() {
    return entries.size();
  }

  /** An entry that leads to a vector of a processor. */
  int remapped(SourceId source, int destination, int vector) {
    long low = PRESENT | (long) vector << VECTOR_SHIFT | (long) destination << DESTINATION_SHIFT;
    return add(low, source);
  }

  /** An entry that posts a vector to a descriptor, which stands for its address here. */
  int posted(SourceId source, PostedDescriptor descriptor, int vector) {
    int number = descriptors.indexOf(descriptor);
    if (number < 0) {
      number = descriptors.size();
      descriptors.add(descriptor);
    }
    long low =
        PRESENT | POSTED | (long) vector << VECTOR_SHIFT | (long) number << DESTINATION_SHIFT;
    return add(low, source);
  }

  private int add(long low, SourceId source) {
    if (entries.size() == MOST) {
      throw new IllegalStateException("the table has 65536 entries");
    }
    entries.add(new long[] {low, COMPARES_ALL | source.bits()});
    return entries.size() - 1;
  }

  /** Takes an entry out; its place is not used again. */
  void clear(int index) {
    entries.get(index)[0] = 0;
  }

  boolean isPresent(int index) {
    return (entries.get(index)[0] & PRESENT) != 0;
  }

  boolean isPosted(int index) {
    return (entries.get(index)[0] & POSTED) != 0;
  }

  boolean mayUse(int index, SourceId source) {
    return (entries.get(index)[1] & SOURCE) == source.bits();
  }

  int vector(int index) {
    return (int) (entries.get(index)[0] >>> VECTOR_SHIFT) & BYTE;
  }

  int destination(int index) {
    return (int) (entries.get(index)[0] >>> DESTINATION_SHIFT);
  }

  PostedDescriptor descriptor(int index) {
    return descriptors.get(destination(index));
  }
}
