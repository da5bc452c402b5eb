package org.scxvm.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a domain takes from its node. */
class DomainSizeTest {

  @ParameterizedTest
  @CsvSource({
    "<vcpu>4</vcpu><memory unit='KiB'>65536</memory>, 4, 64",
    "<vcpu placement='static' current='2'>4</vcpu><memory unit='GiB'>2</memory>, 2, 2048",
    "<memory>1025</memory><currentMemory>512</currentMemory>, 1, 1",
    "<vcpu>many</vcpu>, 1, 0"
  })
  void itIsReadFromTheDefinition(String elements, long cpus, long memory)
      throws DefinitionException {
    DomainXml definition =
        DomainXml.parse(
            "<domain><name>vm1</name><uuid>6f1c1e4a-7d5c-4b6e-9a53-0c6f3d1b2a11</uuid>"
                + elements
                + "</domain>");
    assertEquals(new DomainSize(cpus, memory), DomainSize.of(definition));
  }
}
