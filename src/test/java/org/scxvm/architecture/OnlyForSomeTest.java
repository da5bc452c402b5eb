package org.scxvm.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.regex.Pattern;

/** What of the JDK is for some packages only, and for whom; and how a class may not be called. */
@AnalyzeClasses(packages = "org.scxvm", importOptions = ImportOption.DoNotIncludeTests.class)
class OnlyForSomeTest {

  @ArchTest
  static final ArchRule processesAreStartedInProcess =
      classes()
          .that(areNotIn(".process"))
          .should(never(dependOnClassesThat(named("java\\.lang\\.Process(Builder)?"))))
          .andShould(never(accessTargetWhere(calls("java\\.lang\\.Runtime", "exec"))))
          .because("org.scxvm.process.Commands has limits and leaves no child behind");

  @ArchTest
  static final ArchRule filesAreTouchedByAdaptersOnly =
      classes()
          .that(
              areNotIn(
                  "",
                  ".folder.file",
                  ".commandlog.file",
                  ".lock.file",
                  ".config.file",
                  ".host.system",
                  ".hypervisor.witness",
                  ".process",
                  ".time"))
          .should(
              never(
                  dependOnClassesThat(
                      named(
                          "java\\.nio\\.file\\.Files|java\\.nio\\.channels\\.FileChannel"
                              + "|java\\.io\\.RandomAccessFile"
                              + "|java\\.io\\.File(InputStream|OutputStream|Reader|Writer)?"))))
          .because("a folder may hang; the ports have deadlines");

  @ArchTest
  static final ArchRule timeIsAskedInTime =
      classes()
          .that(areNotIn(".time"))
          .should(never(accessTargetWhere(calls("java\\.lang\\.Thread", "sleep"))))
          .andShould(
              never(accessTargetWhere(calls("java\\.util\\.concurrent\\.TimeUnit", "sleep"))))
          .andShould(
              never(accessTargetWhere(calls("java\\.lang\\.System", "nanoTime|currentTimeMillis"))))
          .andShould(
              never(accessTargetWhere(calls("java\\.time\\..*", "now|system(UTC|DefaultZone)?"))))
          .because("org.scxvm.time.Time can be played by a test");

  @ArchTest
  static final ArchRule onlyMainEndsTheJvm =
      classes()
          .that(areNotIn(""))
          .should(never(accessTargetWhere(calls("java\\.lang\\.System", "exit"))))
          .andShould(never(accessTargetWhere(calls("java\\.lang\\.Runtime", "exit|halt"))))
          .because("everything else returns");

  @ArchTest
  static final ArchRule onlyTheCommandLineWritesToTheTerminal =
      classes()
          .that(areNotIn("", ".cli"))
          .should(never(accessField(System.class, "out")))
          .andShould(never(accessField(System.class, "err")))
          .andShould(
              never(
                  accessTargetWhere(
                      calls("java\\.lang\\.Throwable|.*Exception", "printStackTrace"))))
          .because("the cluster reads what a callback writes; the rest goes to org.scxvm.message");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Utils?|Helper|Impl)")
          .because("such a name is a drawer for anything");

  private static DescribedPredicate<JavaClass> areNotIn(String... packages) {
    Set<String> exempt = Set.of(packages);
    return DescribedPredicate.describe(
        "are not in " + exempt, type -> !exempt.contains(PackageTableTest.shortName(type)));
  }

  private static DescribedPredicate<JavaClass> named(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return DescribedPredicate.describe(
        "are named " + regex, type -> pattern.matcher(type.getName()).matches());
  }

  private static DescribedPredicate<JavaAccess<?>> calls(String owner, String name) {
    Pattern owners = Pattern.compile(owner);
    Pattern names = Pattern.compile(name);
    return DescribedPredicate.describe(
        owner + "." + name,
        access ->
            owners.matcher(access.getTargetOwner().getName()).matches()
                && names.matcher(access.getName()).matches());
  }
}
