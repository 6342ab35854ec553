package vdcsim.network.rip;

import java.util.List;
import vdcsim.network.ip.Ipv4Prefix;

/** Who acts on the changes of a table. */
interface RipTableUser {
  /** Packets to a network take these ways from now on; none where RIP knows no way any more. */
  void use(Ipv4Prefix prefix, List<RipRoute> ways);

  /** What is known of a network is another: the neighbours are to hear of it. */
  void changed(Ipv4Prefix prefix, RipRoute first);
}
