package vdcsim.hypervisor.level;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a program asks of its system, or makes it do; as lmbench measures them. */
public enum Call {
  /** Into the kernel and back. */
  NULL_CALL,
  /** A byte read from or written to a device that does nothing. */
  NULL_IO,
  STAT,
  OPEN_CLOSE,
  /** A look at 100 TCP connections. */
  SELECT_TCP,
  SIGNAL_INSTALL,
  /** A signal that the program sends itself. */
  SIGNAL_HANDLE,
  /** A copy of the program, which ends at once. */
  FORK,
  /** A copy that becomes another program, which ends at once. */
  EXEC,
  /** A program that the shell starts. */
  SHELL,
  /** To another process and its address space. */
  CONTEXT_SWITCH,
  /** An empty file is made. */
  CREATE,
  DELETE,
  /** A file of 10 KB is made. */
  CREATE_10K,
  DELETE_10K,
  /** A file is mapped, touched and unmapped. */
  MMAP,
  PROTECTION_FAULT,
  PAGE_FAULT;

  private final String word = name().replace('_', '-').toLowerCase(Locale.ROOT);

  /** Its name as scenarios and tables write it. */
  public String word() {
    return word;
  }

  /** Whether it is a fault alone, which no instruction asks for. */
  public boolean isFault() {
    return this == PAGE_FAULT || this == PROTECTION_FAULT;
  }

  /** The call of this name. */
  public static Optional<Call> named(String word) {
    return Arrays.stream(values()).filter(call -> call.word.equals(word)).findFirst();
  }

  /** The names of all. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Call::word).toList();
  }
}
