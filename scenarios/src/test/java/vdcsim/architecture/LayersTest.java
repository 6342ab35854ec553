package vdcsim.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which module, package and library may use which. */
@AnalyzeClasses(packages = "vdcsim", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

  @ArchTest
  static final ArchRule A_MODULE_USES_LOWER_ONES_ONLY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("kernel")
          .definedBy("vdcsim.kernel..")
          .layer("hardware")
          .definedBy("vdcsim.hardware..")
          .layer("network")
          .definedBy("vdcsim.network..")
          .layer("hypervisor")
          .definedBy("vdcsim.hypervisor..")
          .layer("container")
          .definedBy("vdcsim.container..")
          .layer("reports")
          .definedBy("vdcsim.report..")
          .layer("scenarios")
          .definedBy("vdcsim.scenario..")
          .whereLayer("kernel")
          .mayNotAccessAnyLayer()
          .whereLayer("hardware")
          .mayOnlyAccessLayers("kernel")
          .whereLayer("network")
          .mayOnlyAccessLayers("kernel", "hardware")
          .whereLayer("hypervisor")
          .mayOnlyAccessLayers("kernel", "hardware", "network")
          .whereLayer("container")
          .mayOnlyAccessLayers("kernel", "hardware", "network", "hypervisor")
          .whereLayer("reports")
          .mayOnlyAccessLayers("kernel")
          .whereLayer("scenarios")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule NO_PACKAGES_NEED_EACH_OTHER =
      slices().matching("vdcsim.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_KERNEL_NEEDS_THE_JDK_AND_NUMBERS_ONLY =
      classes()
          .that()
          .resideInAPackage("vdcsim.kernel..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "vdcsim.kernel..",
              "java..",
              "org.HdrHistogram..",
              "org.apache.commons.math3..",
              "org.apache.commons.rng..");

  @ArchTest
  static final ArchRule A_MODEL_NEEDS_THE_JDK_ONLY =
      classes()
          .that()
          .resideInAnyPackage(
              "vdcsim.hardware..", "vdcsim.network..", "vdcsim.hypervisor..", "vdcsim.container..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("vdcsim..", "java..");

  @ArchTest
  static final ArchRule CHARTS_ARE_DRAWN_IN_REPORTS_ONLY =
      noClasses()
          .that()
          .resideOutsideOfPackage("vdcsim.report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jfree..", "org.apache.batik..", "org.apache.pdfbox..");

  @ArchTest
  static final ArchRule JACKSON_STAYS_IN_SCENARIOS_AND_REPORTS =
      noClasses()
          .that()
          .resideOutsideOfPackages("vdcsim.report..", "vdcsim.scenario..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("tools.jackson..", "com.fasterxml..");

  @ArchTest
  static final ArchRule ARGUMENTS_ARE_PARSED_IN_THE_COMMAND_LINE_ONLY =
      noClasses()
          .that()
          .resideOutsideOfPackage("vdcsim.scenario.command..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");
}
