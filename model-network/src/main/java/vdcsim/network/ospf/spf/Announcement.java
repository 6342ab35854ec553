package vdcsim.network.ospf.spf;

import vdcsim.network.ospf.lsa.LsaBody;
import vdcsim.network.ospf.lsa.LsaKey;

/** What a router wants to have announced: the LSA with this key is to say this. */
public record Announcement(LsaKey key, LsaBody body) {}
