package org.stele;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The house as Spring sees it: everything under {@code org.stele} is found, and each package is a room. */
@SpringBootApplication(proxyBeanMethods = false)
public class SteleApplication {
}
