package org.scxvm.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which package may know which, and which library it may see.
 *
 * <p>A new package needs a row in {@link #MAY_KNOW}; a new edge needs a word in its row and, in the
 * commit, a reason. What the compiler inlines (constants) leaves no trace in class files and is not
 * seen here.
 */
@AnalyzeClasses(packages = "org.scxvm", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageTableTest {
  private static final String BASE = "org.scxvm";

  /** Stands for every package: only the package of {@code Main} wires all of them. */
  private static final Set<String> ALL = Set.of("*");

  /** What every use case may know; no use case knows another. */
  private static final Set<String> USE_CASE =
      Set.of(
          ".hypervisor",
          ".cluster",
          ".definition",
          ".noop",
          ".owner",
          ".lastmove",
          ".settle",
          ".switchover",
          ".migration",
          ".message",
          ".resource",
          ".time",
          ".config",
          ".folder",
          ".commandlog",
          ".host");

  /** Package, and which of ours it may know; each name without {@code org.scxvm}. */
  private static final Map<String, Set<String>> MAY_KNOW =
      Map.ofEntries(
          Map.entry("", ALL),
          // The ports are only handed through: the command line calls use cases.
          Map.entry(
              ".cli",
              Set.of(
                  ".start",
                  ".stop",
                  ".convert",
                  ".probe",
                  ".recover",
                  ".status",
                  ".update",
                  ".utilization",
                  ".validate",
                  ".placement",
                  ".preflight",
                  ".resource",
                  ".config",
                  ".message",
                  ".time",
                  ".cluster",
                  ".hypervisor",
                  ".hypervisor.noted",
                  ".folder",
                  ".commandlog",
                  ".switchover",
                  ".host",
                  ".lock",
                  ".migration",
                  ".definition",
                  ".noop",
                  ".owner",
                  ".lastmove",
                  ".monitor",
                  ".watched",
                  ".process")),
          // Use cases: they see ports, never an adapter.
          Map.entry(".start", USE_CASE),
          Map.entry(".stop", USE_CASE),
          Map.entry(".recover", USE_CASE),
          Map.entry(".convert", Set.of(".config", ".definition", ".folder", ".migration", ".time")),
          Map.entry(".probe", USE_CASE),
          Map.entry(".status", with(USE_CASE, ".watched")),
          // It stays, so it takes the lock of a resource by itself, and runs programs.
          Map.entry(".monitor", with(USE_CASE, ".watched", ".lock", ".process")),
          Map.entry(".update", USE_CASE),
          Map.entry(".utilization", Set.of(".message", ".process", ".resource", ".time")),
          Map.entry(".validate", USE_CASE),
          Map.entry(".placement", USE_CASE),
          Map.entry(".preflight", USE_CASE),
          // Pure: neither waits nor asks anybody.
          Map.entry(".migration", Set.of(".hypervisor", ".resource")),
          Map.entry(".switchover", Set.of(".resource")),
          // What Start, Stop and recover have in common.
          Map.entry(
              ".settle",
              Set.of(
                  ".cluster",
                  ".definition",
                  ".folder",
                  ".hypervisor",
                  ".lastmove",
                  ".message",
                  ".migration",
                  ".owner",
                  ".resource",
                  ".time")),
          // What is kept in the shared folder.
          Map.entry(".noop", Set.of(".folder", ".resource")),
          Map.entry(".owner", Set.of(".folder", ".resource", ".time")),
          Map.entry(".lastmove", Set.of(".folder", ".owner", ".resource", ".time")),
          Map.entry(".definition", Set.of(".folder", ".lastmove", ".noop", ".owner", ".resource")),
          // What is kept in the state folder of a node.
          Map.entry(".watched", Set.of(".cluster", ".folder", ".hypervisor", ".resource")),
          // Ports, each with its adapters.
          Map.entry(".hypervisor", Set.of(".resource", ".time")),
          Map.entry(
              ".hypervisor.libvirt",
              Set.of(".hypervisor", ".hypervisor.witness", ".resource", ".time")),
          Map.entry(".hypervisor.noted", Set.of(".hypervisor", ".resource", ".time")),
          Map.entry(".hypervisor.witness", Set.of(".hypervisor", ".resource")),
          Map.entry(".cluster", Set.of(".resource", ".time")),
          Map.entry(
              ".cluster.ocf",
              Set.of(
                  ".cluster",
                  ".definition",
                  ".host",
                  ".migration",
                  ".process",
                  ".resource",
                  ".time")),
          Map.entry(".cluster.rgm", Set.of(".cluster", ".process", ".resource", ".time")),
          Map.entry(".cluster.serviceguard", Set.of(".cluster", ".process", ".resource", ".time")),
          Map.entry(".folder", Set.of(".time")),
          Map.entry(".folder.file", Set.of(".folder", ".time")),
          Map.entry(".commandlog", Set.of(".time")),
          Map.entry(".commandlog.file", Set.of(".commandlog", ".time")),
          Map.entry(".host", Set.of(".time")),
          Map.entry(".host.system", Set.of(".host", ".process", ".time")),
          Map.entry(".lock", Set.of(".resource", ".time")),
          Map.entry(".lock.file", Set.of(".lock", ".resource", ".time")),
          Map.entry(
              ".config",
              Set.of(".cluster", ".folder", ".hypervisor", ".migration", ".owner", ".resource")),
          Map.entry(".config.file", Set.of(".config")),
          Map.entry(".message", Set.of()),
          Map.entry(".message.syslog", Set.of(".message")),
          Map.entry(".message.log", Set.of(".message")),
          // The ground everything stands on.
          Map.entry(".process", Set.of(".time")),
          Map.entry(".time", Set.of()),
          Map.entry(".resource", Set.of()));

  /** Library, and who may see it; a library that is not listed is for nobody. */
  private static final Map<String, Set<String>> LIBRARY_SEEN_BY =
      Map.of(
          "java",
          ALL,
          "javax.xml",
          ALL,
          "org.w3c.dom",
          ALL,
          "org.xml.sax",
          ALL,
          "org.slf4j",
          ALL,
          "ch.qos.logback",
          Set.of(".message.log"),
          "sun.misc",
          Set.of(""),
          "picocli",
          Set.of(".cli"),
          "org.libvirt",
          Set.of(".hypervisor.libvirt"),
          "com.sun.jna",
          Set.of("", ".hypervisor.libvirt", ".hypervisor.witness", ".message.syslog"));

  private static Set<String> with(Set<String> some, String... more) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(Set.of(more));
    return all;
  }

  @ArchTest
  static void everyNameInTheTablesIsAPackageOfTheTable(JavaClasses ignored) {
    Set<String> unknown = new TreeSet<>();
    MAY_KNOW.values().forEach(unknown::addAll);
    LIBRARY_SEEN_BY.values().forEach(unknown::addAll);
    unknown.removeAll(MAY_KNOW.keySet());
    unknown.removeAll(ALL);
    assertEquals(Set.of(), unknown, "named in a row but without a row of its own");
  }

  @ArchTest
  static void thereIsSomethingToLookAt(JavaClasses all) {
    assertTrue(all.size() > 0, "no class of " + BASE + " found");
  }

  @ArchTest
  static final ArchRule everyPackageIsInTheTable =
      classes().should(new InTheTable()).because("a package nobody placed knows whom it likes");

  @ArchTest
  static final ArchRule noPackageKnowsMoreThanTheTableSays =
      classes().should(new OnlyKnowWhatTheTableSays());

  @ArchTest
  static final ArchRule noPackageSeesALibraryThatIsNotForIt =
      classes().should(new OnlySeeLibrariesForThem());

  @ArchTest
  static final ArchRule noCycles = slices().matching(BASE + ".(**)").should().beFreeOfCycles();

  private static final class InTheTable extends ArchCondition<JavaClass> {
    InTheTable() {
      super("be in a package of MAY_KNOW");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
      boolean known = MAY_KNOW.containsKey(shortName(item));
      String text = item.getName() + ": package " + item.getPackageName() + " has no row";
      events.add(new SimpleConditionEvent(item, known, text));
    }
  }

  private static final class OnlyKnowWhatTheTableSays extends ArchCondition<JavaClass> {
    OnlyKnowWhatTheTableSays() {
      super("only know the packages of their row in MAY_KNOW");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
      String from = shortName(item);
      for (Dependency edge : item.getDirectDependenciesFromSelf()) {
        JavaClass target = edge.getTargetClass().getBaseComponentType();
        if (isOurs(target) && !shortName(target).equals(from)) {
          boolean allowed = holds(MAY_KNOW.getOrDefault(from, Set.of()), shortName(target));
          events.add(new SimpleConditionEvent(edge, allowed, edge.getDescription()));
        }
      }
    }
  }

  private static final class OnlySeeLibrariesForThem extends ArchCondition<JavaClass> {
    OnlySeeLibrariesForThem() {
      super("only see the libraries that LIBRARY_SEEN_BY gives them");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
      String from = shortName(item);
      for (Dependency edge : item.getDirectDependenciesFromSelf()) {
        JavaClass target = edge.getTargetClass().getBaseComponentType();
        if (!isOurs(target) && !target.isPrimitive()) {
          boolean allowed =
              LIBRARY_SEEN_BY.entrySet().stream()
                  .anyMatch(row -> isIn(target, row.getKey()) && holds(row.getValue(), from));
          events.add(new SimpleConditionEvent(edge, allowed, edge.getDescription()));
        }
      }
    }
  }

  private static boolean holds(Set<String> row, String name) {
    return row.equals(ALL) || row.contains(name);
  }

  private static boolean isOurs(JavaClass type) {
    return isIn(type, BASE);
  }

  private static boolean isIn(JavaClass type, String parent) {
    String name = type.getPackageName();
    return name.equals(parent) || name.startsWith(parent + ".");
  }

  /** The package without {@code org.scxvm}: the empty text, or a name that begins with a dot. */
  static String shortName(JavaClass type) {
    return type.getPackageName().substring(BASE.length());
  }
}
