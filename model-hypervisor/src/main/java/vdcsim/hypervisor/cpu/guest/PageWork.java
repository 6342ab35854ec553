package vdcsim.hypervisor.cpu.guest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a program and its kernel do with pages, beside the operations of a mix. */
enum PageWork {
  /** The program reaches for a page of its working set, a third of the times to write it. */
  TOUCH,
  /** The process makes a child, which ends at once. */
  FORK,
  /** The kernel moves a page to another frame. */
  MOVE,
  /** The kernel makes a page read-only, as a collector or a checkpoint does. */
  PROTECT;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<PageWork> named(String word) {
    return Arrays.stream(values()).filter(work -> work.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(PageWork::word).toList();
  }
}
