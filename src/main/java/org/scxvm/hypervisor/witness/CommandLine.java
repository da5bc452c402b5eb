package org.scxvm.hypervisor.witness;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What the command line of a QEMU that libvirt started says of its domain.
 *
 * <pre>
 * qemu-system-x86_64 -name guest=vm1,debug-threads=on -S
 *   -object {"qom-type":"secret",...,"file":"/var/lib/libvirt/qemu/domain-1-vm1/master-key.aes"}
 *   -uuid a8282f87-25c0-42d0-8974-2ae778942970 ...
 * </pre>
 */
record CommandLine(List<String> words) {

  private static final Pattern GUEST = Pattern.compile("(?:^|,)guest=((?:[^,]|,,)*)");
  private static final Pattern FOLDER =
      Pattern.compile("(?:\"file\":\"|file=)([^\"]*/domain-[^/\"]*)/master-key\\.aes");

  private static final List<String> PROGRAMS = List.of("qemu", "kvm");

  /** Whether it is the domain's QEMU; the UUID decides, the name only where one is not known. */
  boolean isOf(String name, Optional<String> uuid) {
    return isQemu() && isOfDomain(name, uuid);
  }

  /** By the program's name, wherever it lies and whatever wraps it. */
  private boolean isQemu() {
    String path = words.isEmpty() ? "" : words.get(0);
    String program = path.substring(path.lastIndexOf('/') + 1);
    return PROGRAMS.stream().anyMatch(program::contains);
  }

  private boolean isOfDomain(String name, Optional<String> uuid) {
    Optional<String> own = after("-uuid");
    if (uuid.isPresent() && own.isPresent()) {
      return own.get().equalsIgnoreCase(uuid.get());
    }
    return guestName().filter(name::equals).isPresent();
  }

  /** The folder that libvirt gave this process. */
  Optional<Path> folder() {
    return words.stream()
        .map(FOLDER::matcher)
        .filter(Matcher::find)
        .map(found -> Path.of(found.group(1)))
        .findFirst();
  }

  /** QEMU writes a comma inside a value as two. Old libvirts gave the bare name. */
  private Optional<String> guestName() {
    return after("-name")
        .map(
            value -> {
              Matcher guest = GUEST.matcher(value);
              return (guest.find() ? guest.group(1) : value).replace(",,", ",");
            });
  }

  private Optional<String> after(String option) {
    return IntStream.range(0, words.size() - 1)
        .filter(i -> words.get(i).equals(option))
        .mapToObj(i -> words.get(i + 1))
        .findFirst();
  }
}
