package vdcsim.hypervisor.isa;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import vdcsim.kernel.spec.Doc;

/** The instruction sets that come with the program. */
public enum Architecture {
  @Doc("IA-32 in protected mode: 18 sensitive instructions do not trap")
  X86,
  @Doc("IA-32 as a guest of VT-x sees it")
  X86_VTX,
  @Doc("a machine all of whose sensitive instructions are privileged")
  IDEAL,
  @Doc("RISC-V with supervisor mode")
  RISC_V,
  @Doc("the PDP-10 of Popek and Goldberg, with its JRST 1")
  PDP_10;

  /** Its instructions, read from its file. */
  public InstructionSet instructions() {
    String name = name().replace('_', '-').toLowerCase(Locale.ROOT);
    try (InputStream file = Architecture.class.getResourceAsStream(name + ".txt")) {
      return InstructionTable.parse(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
