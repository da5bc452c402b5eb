package org.scxvm.cli;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The manual page of the OCF agent, named as the pages of other agents are: its meta-data. */
final class OcfAgentPage {

  private static final Path META_DATA = Path.of("packaging/ocf/domain.xml");

  private OcfAgentPage() {}

  static ManualPage page() {
    Element agent = metaData();
    ManualPage page =
        new ManualPage("ocf_scxvm_domain", 7, text(agent, "shortdesc"))
            .section("SYNOPSIS")
            .says("ocf:scxvm:domain, for Pacemaker")
            .section("DESCRIPTION")
            .says(text(agent, "longdesc"))
            .section("PARAMETERS");
    for (Element each : elements(agent, "parameter")) {
      String initial = elements(each, "content").get(0).getAttribute("default");
      page.entry(
          each.getAttribute("name"),
          text(each, "longdesc") + (initial.isEmpty() ? "" : ". Default: " + initial));
    }
    page.section("ACTIONS").says("With the least timeout that is advised.");
    for (Element each : elements(agent, "action")) {
      String depth = each.getAttribute("depth");
      String interval = each.getAttribute("interval");
      page.entry(
          each.getAttribute("name") + (depth.length() < 2 ? "" : ", OCF_CHECK_LEVEL=" + depth),
          each.getAttribute("timeout") + (interval.isEmpty() ? "" : ", every " + interval));
    }
    return page.section("EXAMPLES")
        .example(
            "crm configure primitive vm1 ocf:scxvm:domain \\",
            "    params domain_name=vm1 domain_pathname=/shared/vm1 failover_type=live \\",
            "    op start timeout=120s op stop timeout=240s op monitor interval=10s timeout=30s \\",
            "    op migrate_to timeout=600s on-fail=block op migrate_from timeout=120s \\",
            "    meta allow-migrate=true")
        .section("FILES")
        .entry("/opt/SUNWscxvm/etc/scxvm.conf", "Settings of this node")
        .seeAlso("scxvm(8)", "scxvm.conf(5)");
  }

  private static Element metaData() {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      // The definition it names is Pacemaker's, and not needed to read it.
      builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
      return builder.parse(META_DATA.toFile()).getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Element> elements(Element of, String name) {
    NodeList found = of.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  /** Of the first of that name, in one line. */
  private static String text(Element of, String name) {
    return elements(of, name).get(0).getTextContent().strip().replaceAll("\\s+", " ");
  }
}
