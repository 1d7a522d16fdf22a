package jp.readiness.folder;

import jp.readiness.programme.Place;

/** A key with its value. */
record Entry(String key, Place place, Value value) {

    /** The value, with its problems reported where the key stands: for keys that name something. */
    Value valueAtKey() {
        return value.at(place);
    }
}
