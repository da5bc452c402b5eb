package org.scxvm.lock;

import org.scxvm.resource.ResourceName;

/** What is locked on a node: a resource, or something that all of them share. */
public record LockName(String value) {

  /** Who is watched by the fault monitor. No resource's name begins with a dot. */
  public static final LockName REGISTRATIONS = new LockName(".registrations");

  /** There is one fault monitor on a node. */
  public static final LockName MONITOR = new LockName(".monitor");

  public static LockName of(ResourceName resource) {
    return new LockName(resource.value());
  }

  @Override
  public String toString() {
    return value;
  }
}
