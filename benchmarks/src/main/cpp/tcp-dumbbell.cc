// The dumbbell of TcpDumbbell.java for ns-3 (3.37 or later): put it into scratch/, then
//   ./ns3 configure -d optimized && time ./ns3 run "tcp-dumbbell --seconds=10"
#include "ns3/applications-module.h"
#include "ns3/core-module.h"
#include "ns3/internet-module.h"
#include "ns3/network-module.h"
#include "ns3/point-to-point-module.h"

#include <ctime>
#include <iostream>

using namespace ns3;

int main(int argc, char* argv[]) {
  double seconds = 10;
  CommandLine cmd;
  cmd.AddValue("seconds", "simulated time", seconds);
  cmd.Parse(argc, argv);
  const uint32_t pairs = 4;
  Config::SetDefault("ns3::TcpL4Protocol::SocketType", StringValue("ns3::TcpCubic"));
  Config::SetDefault("ns3::TcpSocket::SegmentSize", UintegerValue(1448));
  Config::SetDefault("ns3::TcpSocket::SndBufSize", UintegerValue(16 << 20));
  Config::SetDefault("ns3::TcpSocket::RcvBufSize", UintegerValue(16 << 20));
  Config::SetDefault("ns3::TcpSocket::InitialCwnd", UintegerValue(10));
  NodeContainer senders, routers, receivers;
  senders.Create(pairs);
  routers.Create(2);
  receivers.Create(pairs);
  PointToPointHelper edge, middle;
  edge.SetDeviceAttribute("DataRate", StringValue("10Gbps"));
  edge.SetQueue("ns3::DropTailQueue", "MaxSize", StringValue("1000p"));
  middle.SetDeviceAttribute("DataRate", StringValue("1Gbps"));
  middle.SetChannelAttribute("Delay", StringValue("10ms"));
  middle.SetQueue("ns3::DropTailQueue", "MaxSize", StringValue("1000p"));
  InternetStackHelper stack;
  stack.InstallAll();
  Ipv4AddressHelper address("10.0.0.0", "255.255.255.0");
  address.Assign(middle.Install(routers.Get(0), routers.Get(1)));
  ApplicationContainer sinks;
  for (uint32_t i = 0; i < pairs; i++) {
    address.NewNetwork();
    address.Assign(edge.Install(senders.Get(i), routers.Get(0)));
    address.NewNetwork();
    Ipv4InterfaceContainer right = address.Assign(edge.Install(routers.Get(1), receivers.Get(i)));
    BulkSendHelper bulk("ns3::TcpSocketFactory", InetSocketAddress(right.GetAddress(1), 5001));
    bulk.Install(senders.Get(i)).Start(MilliSeconds(3 * (i + 1)));
    PacketSinkHelper sink("ns3::TcpSocketFactory", InetSocketAddress(Ipv4Address::GetAny(), 5001));
    sinks.Add(sink.Install(receivers.Get(i)));
  }
  Ipv4GlobalRoutingHelper::PopulateRoutingTables();
  Simulator::Stop(Seconds(seconds));
  std::clock_t begin = std::clock();
  Simulator::Run();
  double cpu = double(std::clock() - begin) / CLOCKS_PER_SEC;
  uint64_t bytes = 0;
  for (uint32_t i = 0; i < sinks.GetN(); i++) {
    bytes += DynamicCast<PacketSink>(sinks.Get(i))->GetTotalRx();
  }
  std::cout << bytes / 1448 << " data segments, " << cpu << " s of CPU time, "
            << bytes * 8 / seconds / 1e6 << " Mbit/s" << std::endl;
  Simulator::Destroy();
}
