package vdcsim.network;

import java.util.List;
import vdcsim.kernel.world.Catalog;
import vdcsim.kernel.world.Facet;
import vdcsim.kernel.world.Kind;
import vdcsim.network.requestresponse.RequestResponse;
import vdcsim.network.requestresponse.RequestResponseSpec;
import vdcsim.network.tcpstream.TcpStream;
import vdcsim.network.tcpstream.TcpStreamSpec;
import vdcsim.network.trafficcontrol.TrafficControl;
import vdcsim.network.trafficcontrol.TrafficControlSpec;
import vdcsim.network.transfer.TransferSpec;
import vdcsim.network.transfer.Transfers;
import vdcsim.network.transfer.TransfersSpec;
import vdcsim.network.udpstream.UdpStream;
import vdcsim.network.udpstream.UdpStreamSpec;

/** What a scenario can name above IP: what hosts send each other. */
final class TransportCatalog implements Catalog {
  @Override
  public List<Kind<?>> kinds() {
    return List.of(
        new Kind<>(
            "workloads",
            "transfer",
            "Data from one host to another.",
            TransferSpec.class,
            Transfers::make),
        new Kind<>(
            "workloads",
            "transfers",
            "Data among many hosts, by a pattern.",
            TransfersSpec.class,
            Transfers::make),
        new Kind<>(
            "workloads",
            "tcp-stream",
            "Bulk data over TCP from one host to another.",
            TcpStreamSpec.class,
            TcpStream::make),
        new Kind<>(
            "workloads",
            "udp-stream",
            "Datagrams of UDP from one host to another.",
            UdpStreamSpec.class,
            UdpStream::make),
        new Kind<>(
            "workloads",
            "request-response",
            "Requests over TCP, and their responses.",
            RequestResponseSpec.class,
            RequestResponse::make));
  }

  @Override
  public List<Facet<?>> facets() {
    return List.of(trafficControl("hosts"), trafficControl("routers"), trafficControl("switches"));
  }

  private static Facet<?> trafficControl(String section) {
    return new Facet<>(
        section,
        "traffic-control",
        "What frames pass before they leave through its cards.",
        TrafficControlSpec.class,
        TrafficControl::make);
  }
}
