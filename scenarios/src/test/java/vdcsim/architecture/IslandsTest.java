package vdcsim.architecture;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.Assertions;

/**
 * A mechanism is an island: it knows the packages on its line and no other mechanism. What two of
 * them share goes down into a package of its own, never sideways. A new mechanism adds one line.
 */
@AnalyzeClasses(packages = "vdcsim", importOptions = ImportOption.DoNotIncludeTests.class)
class IslandsTest {
  /** Each mechanism, and the mechanisms on which it stands. The kernel is open to all. */
  private static final Map<String, Set<String>> ISLANDS =
      islands(
          "hardware.cpu:",
          "hardware.cpu.credit: hardware.cpu",
          "hardware.cpu.credit2: hardware.cpu",
          "hardware.cpu.fair: hardware.cpu",
          "hardware.cpu.sharing:",
          "hardware.disk: hardware.cpu hardware.machine hardware.pci",
          "hardware.disk.pagecache: hardware.cpu hardware.disk hardware.machine",
          "hardware.ethernet:",
          "hardware.fio: hardware.cpu hardware.disk",
          "hardware.host: hardware.ethernet",
          "hardware.iommu: hardware.cpu hardware.host hardware.machine hardware.pci",
          "hardware.load: hardware.cpu hardware.machine",
          "hardware.machine: hardware.cpu hardware.cpu.credit hardware.cpu.credit2"
              + " hardware.cpu.fair hardware.cpu.sharing hardware.host",
          "hardware.nic: hardware.cpu hardware.ethernet hardware.host hardware.iommu"
              + " hardware.machine hardware.pci",
          "hardware.nic.passthrough: hardware.ethernet hardware.nic hardware.pci",
          "hardware.nic.sriov: hardware.ethernet hardware.iommu hardware.nic hardware.pci",
          "hardware.nic.vmdq: hardware.cpu hardware.ethernet hardware.machine hardware.nic",
          "hardware.pci: hardware.cpu",
          "hypervisor.batch: hardware.cpu.sharing hypervisor.vcpu hypervisor.vm",
          "hypervisor.boot: hardware.cpu",
          "hypervisor.cpu: hypervisor.cpu.cost hypervisor.cpu.state hypervisor.isa",
          "hypervisor.cpu.bare: hypervisor.cpu hypervisor.cpu.cost hypervisor.cpu.state",
          "hypervisor.cpu.cost: hypervisor.isa",
          "hypervisor.cpu.guest: hardware.cpu hardware.machine hypervisor.cpu"
              + " hypervisor.cpu.bare hypervisor.cpu.cost hypervisor.cpu.hardware"
              + " hypervisor.cpu.interpretation hypervisor.cpu.paravirtual hypervisor.cpu.state"
              + " hypervisor.cpu.translation hypervisor.cpu.trapandemulate hypervisor.cpu.usermode"
              + " hypervisor.dirty hypervisor.isa hypervisor.memory hypervisor.memory.frames"
              + " hypervisor.memory.guest hypervisor.vm",
          "hypervisor.cpu.hardware: hypervisor.cpu hypervisor.cpu.cost hypervisor.cpu.state",
          "hypervisor.cpu.interpretation: hypervisor.cpu hypervisor.cpu.cost"
              + " hypervisor.cpu.state",
          "hypervisor.cpu.paravirtual: hypervisor.cpu hypervisor.cpu.cost"
              + " hypervisor.cpu.state",
          "hypervisor.cpu.state: hypervisor.isa",
          "hypervisor.cpu.translation: hypervisor.cpu hypervisor.cpu.cost"
              + " hypervisor.cpu.state hypervisor.isa",
          "hypervisor.cpu.trapandemulate: hypervisor.cpu hypervisor.cpu.cost"
              + " hypervisor.cpu.state",
          "hypervisor.cpu.usermode: hypervisor.cpu hypervisor.cpu.cost hypervisor.cpu.state",
          "hypervisor.dirty:",
          "hypervisor.image: hardware.disk",
          "hypervisor.io: hardware.cpu hardware.pci",
          "hypervisor.isa:",
          "hypervisor.level:",
          "hypervisor.level.api: hypervisor.level",
          "hypervisor.level.hardware: hypervisor.cpu hypervisor.cpu.bare hypervisor.cpu.cost"
              + " hypervisor.cpu.guest hypervisor.cpu.hardware hypervisor.cpu.interpretation"
              + " hypervisor.cpu.paravirtual hypervisor.cpu.translation"
              + " hypervisor.cpu.trapandemulate hypervisor.isa hypervisor.level",
          "hypervisor.level.os: hypervisor.level",
          "hypervisor.level.program: hardware.cpu hardware.machine hypervisor.cpu.usermode"
              + " hypervisor.level hypervisor.level.api hypervisor.level.hardware"
              + " hypervisor.level.os hypervisor.level.runtime hypervisor.level.usermode",
          "hypervisor.level.runtime: hardware.cpu hardware.machine hypervisor.level",
          "hypervisor.level.usermode: hypervisor.cpu.bare hypervisor.cpu.cost"
              + " hypervisor.cpu.usermode hypervisor.level",
          "hypervisor.memory: hypervisor.cpu hypervisor.cpu.cost hypervisor.memory.frames"
              + " hypervisor.memory.pagetable hypervisor.memory.tlb",
          "hypervisor.memory.bare: hypervisor.cpu hypervisor.memory hypervisor.memory.frames"
              + " hypervisor.memory.pagetable",
          "hypervisor.memory.direct: hypervisor.cpu hypervisor.memory"
              + " hypervisor.memory.frames hypervisor.memory.pagetable",
          "hypervisor.memory.frames:",
          "hypervisor.memory.guest: hardware.cpu hardware.machine hypervisor.cpu"
              + " hypervisor.cpu.bare hypervisor.cpu.cost hypervisor.cpu.hardware"
              + " hypervisor.cpu.paravirtual hypervisor.memory hypervisor.memory.bare"
              + " hypervisor.memory.direct hypervisor.memory.frames hypervisor.memory.nested"
              + " hypervisor.memory.pagetable hypervisor.memory.shadow hypervisor.memory.tlb"
              + " hypervisor.vm",
          "hypervisor.memory.nested: hypervisor.cpu hypervisor.memory"
              + " hypervisor.memory.frames hypervisor.memory.pagetable hypervisor.memory.tlb",
          "hypervisor.memory.overcommit: hardware.cpu hardware.machine hypervisor.io"
              + " hypervisor.memory.frames hypervisor.memory.overcommit.balloon"
              + " hypervisor.memory.overcommit.guest hypervisor.memory.overcommit.sharing"
              + " hypervisor.memory.overcommit.swap hypervisor.memory.overcommit.tax"
              + " hypervisor.memory.overcommit.virtioballoon hypervisor.vm hypervisor.vnic",
          "hypervisor.memory.overcommit.balloon:",
          "hypervisor.memory.overcommit.guest:",
          "hypervisor.memory.overcommit.load: hypervisor.memory.overcommit"
              + " hypervisor.memory.overcommit.guest",
          "hypervisor.memory.overcommit.sharing:",
          "hypervisor.memory.overcommit.swap:",
          "hypervisor.memory.overcommit.tax:",
          "hypervisor.memory.overcommit.virtioballoon: hardware.cpu hypervisor.io"
              + " hypervisor.virtio",
          "hypervisor.memory.pagetable:",
          "hypervisor.memory.shadow: hypervisor.cpu hypervisor.memory"
              + " hypervisor.memory.frames hypervisor.memory.pagetable",
          "hypervisor.memory.tlb: hypervisor.memory.pagetable",
          "hypervisor.migration: hardware.ethernet hardware.machine hypervisor.dirty"
              + " hypervisor.migration.engine hypervisor.migration.postcopy"
              + " hypervisor.migration.precopy hypervisor.migration.rounds"
              + " hypervisor.migration.stopandcopy hypervisor.migration.storage hypervisor.vcpu"
              + " hypervisor.vm hypervisor.vnic network.stack",
          "hypervisor.migration.engine: hypervisor.dirty hypervisor.vm hypervisor.vnic"
              + " network.flow network.ip network.stack",
          "hypervisor.migration.postcopy: hypervisor.dirty hypervisor.migration.engine"
              + " hypervisor.migration.precopy hypervisor.vm",
          "hypervisor.migration.precopy: hypervisor.dirty hypervisor.migration.engine",
          "hypervisor.migration.rounds: hypervisor.dirty hypervisor.migration.engine",
          "hypervisor.migration.stopandcopy: hypervisor.migration.engine",
          "hypervisor.migration.storage: hypervisor.migration.engine",
          "hypervisor.pauseloop: hardware.cpu",
          "hypervisor.register: hardware.cpu hardware.machine hardware.pci hypervisor.io",
          "hypervisor.save: hypervisor.dirty hypervisor.vm hypervisor.vnic",
          "hypervisor.slirp: hardware.cpu hardware.ethernet hardware.host hardware.machine"
              + " hypervisor.vnic.card network.arp network.dhcp network.icmp network.ip"
              + " network.stack network.tcp network.tcp.congestion network.udp",
          "hypervisor.spinlock: hardware.cpu hardware.machine",
          "hypervisor.stray: hardware.iommu hardware.nic hypervisor.vm hypervisor.vnic",
          "hypervisor.vcpu: hardware.cpu hardware.cpu.sharing hardware.machine"
              + " hypervisor.pauseloop hypervisor.vm",
          "hypervisor.vdisk: hardware.cpu hardware.disk hardware.disk.pagecache"
              + " hardware.machine hardware.pci hypervisor.image hypervisor.io hypervisor.vcpu"
              + " hypervisor.virtio hypervisor.vm hypervisor.xen",
          "hypervisor.virtio: hardware.pci",
          "hypervisor.vm: hardware.machine hypervisor.boot hypervisor.dirty"
              + " hypervisor.memory.frames hypervisor.vnic network.fabric network.stack",
          "hypervisor.vmm: hardware.cpu hardware.machine hypervisor.io",
          "hypervisor.vnic: hardware.cpu hardware.ethernet hardware.host hardware.iommu"
              + " hardware.machine hardware.nic hardware.nic.passthrough hardware.nic.sriov"
              + " hardware.nic.vmdq hardware.pci hypervisor.io hypervisor.slirp"
              + " hypervisor.vnic.card hypervisor.vnic.xen network.arp network.bridge"
              + " network.hostbridge network.ip network.macvlan network.stack network.vlan",
          "hypervisor.vnic.card: hardware.cpu hardware.ethernet hardware.machine"
              + " hardware.pci hypervisor.io network.backlog",
          "hypervisor.vnic.e1000: hardware.cpu hardware.ethernet hardware.pci"
              + " hypervisor.vnic.card",
          "hypervisor.vnic.fitting: hardware.cpu hardware.ethernet hardware.machine"
              + " hypervisor.io hypervisor.vcpu hypervisor.vm hypervisor.vnic hypervisor.vnic.card"
              + " hypervisor.vnic.e1000 hypervisor.vnic.rtl8139 hypervisor.vnic.virtio"
              + " hypervisor.vnic.vmxnet hypervisor.vnic.xen network.station",
          "hypervisor.vnic.rtl8139: hardware.cpu hardware.ethernet hardware.pci"
              + " hypervisor.vnic.card",
          "hypervisor.vnic.virtio: hardware.cpu hardware.ethernet hardware.pci hypervisor.io"
              + " hypervisor.virtio hypervisor.vnic.card",
          "hypervisor.vnic.vmxnet: hardware.cpu hardware.ethernet hardware.pci hypervisor.io"
              + " hypervisor.vnic.card",
          "hypervisor.vnic.xen: hardware.cpu hardware.ethernet hypervisor.io"
              + " hypervisor.vnic.card hypervisor.xen",
          "hypervisor.xen: hardware.cpu",
          "network.addressing: hardware.host network.bridge network.ip network.routing"
              + " network.stack network.subinterface",
          "network.arp: hardware.ethernet network.ip",
          "network.backlog: hardware.cpu hardware.ethernet network.ip",
          "network.bgp: network.bgp.message network.bgp.policy network.bgp.rib"
              + " network.bgp.session network.ip network.routing network.stack network.tcp",
          "network.bgp.message: network.ip",
          "network.bgp.policy: network.bgp.message network.ip",
          "network.bgp.rib: network.bgp.message network.ip network.routing",
          "network.bgp.session: network.bgp.message network.ip",
          "network.bridge: hardware.ethernet",
          "network.conntrack: network.icmp network.ip network.stack network.tcp network.udp",
          "network.dhcp: hardware.ethernet hardware.host network.arp network.ip"
              + " network.routing network.stack network.udp",
          "network.fabric: hardware.ethernet hardware.host hardware.machine network.ip"
              + " network.router network.stack",
          "network.filter: network.conntrack network.icmp network.ip network.match"
              + " network.stack",
          "network.flow: hardware.ethernet network.arp network.icmp network.ip"
              + " network.routing network.stack",
          "network.hostbridge: hardware.cpu hardware.ethernet hardware.host network.backlog"
              + " network.bridge network.station network.vlan",
          "network.icmp: network.ip",
          "network.ip: hardware.ethernet",
          "network.macvlan: hardware.cpu hardware.ethernet hardware.host hardware.nic.vmdq"
              + " network.backlog network.station",
          "network.match: network.ip network.stack",
          "network.nat: network.conntrack network.icmp network.ip network.match" + " network.stack",
          "network.ospf: network.ip network.ospf.lsa network.ospf.packet network.ospf.spf"
              + " network.routing network.stack",
          "network.ospf.lsa: network.ip",
          "network.ospf.packet: network.ip network.ospf.lsa",
          "network.ospf.spf: network.ip network.ospf.lsa",
          "network.ping: network.icmp network.ip network.stack",
          "network.requestresponse: network.ip network.stack network.tcp"
              + " network.tcp.congestion network.udp",
          "network.rip: network.ip network.routing network.stack network.udp",
          "network.router: hardware.ethernet hardware.host network.ip network.stack",
          "network.routing: network.ip",
          "network.rstp: hardware.ethernet network.bridge network.spanningtree",
          "network.service: network.icmp network.ip network.match network.stack network.tcp"
              + " network.udp",
          "network.spanningtree: hardware.ethernet network.bridge",
          "network.stack: hardware.ethernet hardware.host network.arp network.icmp"
              + " network.ip network.routing network.station",
          "network.station: hardware.cpu hardware.ethernet hardware.host hardware.nic"
              + " network.backlog",
          "network.stp: hardware.ethernet network.bridge network.spanningtree",
          "network.stream: hardware.ethernet hardware.host network.station",
          "network.subinterface: hardware.ethernet hardware.host",
          "network.tcp: network.icmp network.ip network.stack network.tcp.congestion",
          "network.tcp.congestion:",
          "network.tcpstream: network.ip network.stack network.tcp network.tcp.congestion",
          "network.traceroute: network.icmp network.ip network.stack network.udp",
          "network.trafficcontrol: hardware.ethernet",
          "network.transfer: hardware.ethernet hardware.host network.flow network.ip"
              + " network.stack network.tcp network.tcp.congestion",
          "network.udp: network.icmp network.ip network.stack",
          "network.udpstream: network.ip network.stack network.udp",
          "network.vlan: hardware.ethernet network.bridge",
          "network.wire: hardware.ethernet network.arp network.dhcp network.icmp network.ip"
              + " network.ospf.packet network.rip network.spanningtree network.stream network.tcp"
              + " network.udp");

  private static final Set<String> MODULES =
      new TreeSet<>(Set.of("hardware", "network", "hypervisor", "container"));

  private static Map<String, Set<String>> islands(String... lines) {
    Map<String, Set<String>> islands = new TreeMap<>();
    for (String line : lines) {
      String[] parts = line.split(":\\s*", 2);
      islands.put(parts[0], Set.of(parts[1].split(" ")));
    }
    return islands;
  }

  @ArchTest
  static void aMechanismKnowsThePackagesOnItsLineOnly(JavaClasses classes) {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass type : classes) {
      Set<String> allowed = ISLANDS.get(name(type));
      if (allowed != null) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          String other = name(dependency.getTargetClass().getBaseComponentType());
          if (inModel(other) && !other.equals(name(type)) && !allowed.contains(other)) {
            wrong.add(name(type) + " uses " + other + ": " + dependency.getDescription());
          }
        }
      }
    }
    Assertions.assertThat(wrong).as("sideways or upward dependencies of mechanisms").isEmpty();
  }

  @ArchTest
  static void everyMechanismHasALine(JavaClasses classes) {
    Map<String, List<String>> without = new TreeMap<>();
    for (JavaClass type : classes) {
      String name = name(type);
      boolean declaration = type.getSimpleName().equals("package-info");
      if (inModel(name) && !MODULES.contains(name) && !ISLANDS.containsKey(name) && !declaration) {
        without.computeIfAbsent(name, n -> new ArrayList<>()).add(type.getSimpleName());
      }
    }
    Assertions.assertThat(without)
        .as("add a line to ISLANDS for " + without.keySet().stream().collect(joining(", ")))
        .isEmpty();
  }

  /** The package, the root left out: {@code network.stp}. */
  private static String name(JavaClass type) {
    return type.getPackageName().replaceFirst("^vdcsim\\.", "");
  }

  private static boolean inModel(String name) {
    return MODULES.contains(name.replaceFirst("\\..*", ""));
  }
}
