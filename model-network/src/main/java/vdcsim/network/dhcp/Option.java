package vdcsim.network.dhcp;

import java.util.Optional;

/** The options of four bytes that models write and read (RFC 2132). */
public enum Option {
  /** The mask of the client's network (3.3). */
  SUBNET_MASK(1),
  /** The client's gateway (3.5). */
  ROUTER(3),
  /** The address that the client wants (9.1). */
  REQUESTED_ADDRESS(50),
  /** For how many seconds the address is lent (9.2). */
  LEASE_TIME(51),
  /** Which server sends, or is meant (9.7). */
  SERVER_IDENTIFIER(54),
  /** After how many seconds the client asks its server again: T1 (9.11). */
  RENEWAL_TIME(58),
  /** After how many seconds the client asks all servers: T2 (9.12). */
  REBINDING_TIME(59);

  private final int code;

  Option(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static Optional<Option> of(int code) {
    for (Option option : values()) {
      if (option.code == code) {
        return Optional.of(option);
      }
    }
    return Optional.empty();
  }
}
