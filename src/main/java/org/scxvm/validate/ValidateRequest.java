package org.scxvm.validate;

import java.util.Map;
import org.scxvm.config.Settings;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceName;
import org.scxvm.time.MethodLimit;

/**
 * What is to be judged.
 *
 * @param settings as they would be; the wrong ones among them are part of the answer
 * @param peerUris peer URIs of nodes that the template does not fit
 * @param limit how long it may take
 */
public record ValidateRequest(
    ResourceName resource, Settings settings, Map<NodeName, String> peerUris, MethodLimit limit) {}
