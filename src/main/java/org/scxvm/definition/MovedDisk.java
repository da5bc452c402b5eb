package org.scxvm.definition;

import java.util.EnumSet;
import java.util.Set;

/**
 * A disk of a domain that is to be moved.
 *
 * @param name its name in the definition, as in {@code vda}
 * @param kind what it is made of, in libvirt's words: {@code file}, {@code block}, {@code volume}
 *     ...
 * @param place its path on this node, or its storage pool
 * @param cache its cache mode; {@code default} if none is set
 * @param traits what else counts
 */
public record MovedDisk(String name, String kind, String place, String cache, Set<Trait> traits) {

  /** What of a disk counts in a migration. */
  public enum Trait {
    READ_ONLY,
    /** Another domain may use it at the same time, so that QEMU takes no lock. */
    SHAREABLE,
    /** What is written to it is thrown away at the end. */
    TRANSIENT,
    /** The target may start the domain without it. */
    MAY_BE_MISSING
  }

  private static final Set<String> DROPPED_IN_A_MIGRATION = Set.of("optional", "requisite");

  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /** Whether it is a file or a device at a path. */
  public boolean hasPath() {
    return place.startsWith("/");
  }

  /** What it is called in messages. */
  public String label() {
    return hasPath() ? place : name;
  }

  static MovedDisk of(XmlElement disk) {
    EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
    boolean isOptical = disk.attribute("device").equals("cdrom");
    if (isOptical || disk.child("readonly").isPresent()) {
      traits.add(Trait.READ_ONLY);
    }
    if (disk.child("shareable").isPresent()) {
      traits.add(Trait.SHAREABLE);
    }
    if (disk.child("transient").isPresent()) {
      traits.add(Trait.TRANSIENT);
    }
    if (DROPPED_IN_A_MIGRATION.contains(disk.attributeOf("source", "startupPolicy"))) {
      traits.add(Trait.MAY_BE_MISSING);
    }
    String cache = disk.attributeOf("driver", "cache");
    return new MovedDisk(
        disk.attributeOf("target", "dev"),
        disk.attribute("type"),
        placeOf(disk),
        cache.isEmpty() ? "default" : cache,
        Set.copyOf(traits));
  }

  private static String placeOf(XmlElement disk) {
    return switch (disk.attribute("type")) {
      case "file" -> disk.attributeOf("source", "file");
      case "block" -> disk.attributeOf("source", "dev");
      case "dir" -> disk.attributeOf("source", "dir");
      case "volume" -> disk.attributeOf("source", "pool");
      case "network", "nvme" -> disk.child("source").isPresent() ? disk.attribute("type") : "";
      default -> ""; // without a source, or of a kind that libvirt judges by itself
    };
  }
}
