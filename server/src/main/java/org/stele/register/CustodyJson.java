package org.stele.register;

import tools.jackson.databind.json.JsonMapper;

/** Facts of custody as the JSON kept beside the victim's columns: many, and present for few. */
final class CustodyJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CustodyJson() {
    }

    static String write(Custody custody) {
        return JSON.writeValueAsString(custody);
    }

    static Custody read(String json) {
        return JSON.readValue(json, Custody.class);
    }
}
