package org.scxvm.preflight;

import java.util.Set;
import org.scxvm.message.Findings;
import org.scxvm.message.PreflightMessage;

/** What the domain is plugged into, on the other node. */
final class NetworkCheck {

  private final Checking checking;
  private final Findings findings;

  NetworkCheck(Checking checking) {
    this.checking = checking;
    this.findings = checking.findings();
  }

  void check(Set<String> networks, Set<String> cards) {
    networks.forEach(this::checkNetwork);
    cards.forEach(this::checkCard);
  }

  private void checkNetwork(String network) {
    checking
        .there()
        .ask("networks", (it, until) -> it.survey().hasActiveNetwork(network, until))
        .filter(active -> !active)
        .ifPresent(
            inactive ->
                findings.add(
                    PreflightMessage.NETWORK_INACTIVE_THERE,
                    network,
                    checking.domain(),
                    checking.target()));
  }

  private void checkCard(String card) {
    checking
        .there()
        .ask("bridges", (it, until) -> it.nodeSurvey().networkInterface(card, until))
        .ifPresent(
            presence ->
                checking.tell(
                    presence, PreflightMessage.CARD_NOT_LISTED, "bridge or interface", card));
  }
}
