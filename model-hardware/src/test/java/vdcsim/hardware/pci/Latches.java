package vdcsim.hardware.pci;

/** A device of 16 registers of 8 bytes, which keep what is written. */
final class Latches implements Device {
  private final ConfigSpace config =
      new ConfigSpace(new Identity(0x1AF4, 0x1001, 0x010000, 0)).bar(0, Space.MEMORY_32, 128);
  private final long[] values = new long[16];

  @Override
  public ConfigSpace config() {
    return config;
  }

  @Override
  public long read(int bar, long offset, int width) {
    return values[(int) offset / 8] & Width.ones(width);
  }

  @Override
  public void write(int bar, long offset, int width, long value) {
    values[(int) offset / 8] = value;
  }
}
