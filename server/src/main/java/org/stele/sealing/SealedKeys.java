package org.stele.sealing;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The keys of a table that have an entry: runs of new ids, and others one by one. */
final class SealedKeys {

    private final TreeMap<Long, Integer> runs = new TreeMap<>();
    private final Set<String> single = new HashSet<>();
    private final Set<String> released = new HashSet<>();
    private long size;

    /** False if one of them is known already. */
    boolean addRun(long first, int count) {
        Map.Entry<Long, Integer> before = runs.lowerEntry(first + count);
        if (before != null && before.getKey() + before.getValue() > first) {
            return false;
        }
        runs.put(first, count);
        size += count;
        return true;
    }

    /** False if it is known already. */
    boolean add(String key) {
        if (inRun(key) || !single.add(key)) {
            return false;
        }
        size++;
        return true;
    }

    /** Its entry says nothing any more; another one may follow. */
    void release(String key) {
        if (!single.remove(key)) {
            released.add(key);
        }
        size--;
    }

    boolean has(String key) {
        return inRun(key) || single.contains(key);
    }

    long size() {
        return size;
    }

    /** A run holds new ids, in version 1 where there are versions. */
    private boolean inRun(String key) {
        if (runs.isEmpty() || released.contains(key) || key.length() > 24 || !key.matches("\\[-?[0-9]+(,1)?]")) {
            return false;
        }
        int end = key.endsWith(",1]") ? key.length() - 3 : key.length() - 1;
        long id = Long.parseLong(key, 1, end, 10);
        Map.Entry<Long, Integer> run = runs.floorEntry(id);
        return run != null && id < run.getKey() + run.getValue();
    }
}
