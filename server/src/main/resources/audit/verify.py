#!/usr/bin/env python3
"""Checks this bundle with nothing but Python 3 and openssl, without a network and without Stele.

    python3 verify.py            in the folder of the bundle, or with the folder as argument

Each line says what was checked. Exit code 0: all of it holds. 1: something does not, and the last line says what.
"""
import base64
import calendar
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time


class Fault(Exception):
    pass


def read(folder, name):
    path = os.path.join(folder, name)
    if os.path.isabs(name) or ".." in name.split("/") or os.path.islink(path) or not os.path.isfile(path):
        raise Fault(f"{name} is missing, or is no file of this bundle")
    with open(path, "rb") as file:
        return file.read()


def digest_of(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()


def manifest(folder):
    """Every file is the one that was put in, and none was added."""
    listed = {}
    for line in read(folder, "manifest-sha256.txt").decode().splitlines():
        digest, name = line.split("  ", 1)
        listed[name] = digest
    found = {os.path.relpath(os.path.join(at, each), folder).replace(os.sep, "/")
             for at, _, files in os.walk(folder) for each in files} - {"manifest-sha256.txt"}
    for name in sorted(listed.keys() - found):
        raise Fault(f"{name} is missing")
    for name in sorted(found - listed.keys()):
        raise Fault(f"{name} was added to the bundle later")
    for name, digest in listed.items():
        if digest_of(os.path.join(folder, name)) != digest:
            raise Fault(f"{name} is not the file that was put into the bundle")
    return len(listed)


def originals(folder, bundle, rows):
    """The bytes are those whose digest was sealed when they were received."""
    for original in bundle["originals"]:
        path = os.path.join(folder, original["file"])
        blobs = [row for table, row in rows if table == "blob" and row["id"] == original["blob"]]
        items = [row for table, row in rows if table == "evidence_item" and row["id"] == original["item"]]
        if not blobs or not items or any(item["blob"] != original["blob"] for item in items):
            raise Fault(f"no sealed record says which bytes item {original['item']} has")
        if os.path.getsize(path) != blobs[0]["length"] or digest_of(path) != blobs[0]["sha256"]:
            raise Fault(f"{original['file']} does not have the bytes that were received as item {original['item']}")
        print(f"item {original['item']}: the file is, byte for byte, what was received; SHA-256 {digest_of(path)}")


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_from(leaf, index, size, proof):
    """The root that a proof of inclusion leads to (RFC 9162, 2.1.3.2)."""
    if index >= size:
        raise Fault("a proof names an entry that the log does not have")
    at, last, root = index, size - 1, leaf
    for each in proof:
        if last == 0:
            raise Fault("a proof is too long")
        if at & 1 or at == last:
            root = node(each, root)
            while not at & 1 and at:
                at >>= 1
                last >>= 1
        else:
            root = node(root, each)
        at >>= 1
        last >>= 1
    if last:
        raise Fault("a proof is too short")
    return root


def checkpoint_of(note):
    text = note.rsplit(b"\n\n", 1)[0] + b"\n"
    origin, size, root = text.decode().split("\n")[:3]
    return text, origin, int(size), base64.b64decode(root)


def records(folder, bundle, note):
    """Each record is the one that was sealed: salt and record give the entry, and the entry is in the log."""
    text, origin, size, root = checkpoint_of(note)
    rows = []
    for record in bundle["records"]:
        row = read(folder, record["file"])
        entry = hashlib.sha256(bytes.fromhex(record["salt"]) + row).digest()
        lines = read(folder, record["proof"]).decode().split("\n\n")[0].split("\n")
        if lines[0] != "c2sp.org/tlog-proof@v1" or not lines[1].startswith("index "):
            raise Fault(f"{record['proof']} is no proof")
        proof = [base64.b64decode(line) for line in lines[2:]]
        if root_from(hashlib.sha256(b"\x00" + entry).digest(), int(lines[1][6:]), size, proof) != root:
            raise Fault(f"{record['file']} ({record['says']}) is not what was sealed in the log")
        parsed = json.loads(row)
        rows.append((parsed["table"], parsed["row"]))
    print(f"{len(rows)} records are in the log '{origin}' of {size} entries as they were sealed")
    return rows


def ed25519(key, message, signature):
    """Whether openssl finds the signature right."""
    pem = b"-----BEGIN PUBLIC KEY-----\n" + base64.b64encode(bytes.fromhex("302a300506032b6570032100") + key) + b"\n-----END PUBLIC KEY-----\n"
    with tempfile.TemporaryDirectory() as work:
        for name, content in (("key", pem), ("message", message), ("signature", signature)):
            with open(os.path.join(work, name), "wb") as file:
                file.write(content)
        return subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", "key", "-rawin", "-in", "message", "-sigfile", "signature"],
                              cwd=work, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def signed(note, key):
    """When a key signed a note: seconds since 1970 for a witness, True for a log, None if it did not."""
    name, number, material = key.split("+", 2)
    material = base64.b64decode(material)
    if hashlib.sha256(name.encode() + b"\n" + material).digest()[:4].hex() != number:
        raise Fault(f"the key {key} is not written right")
    text, lines = note.rsplit(b"\n\n", 1)
    text += b"\n"
    for line in lines.decode().splitlines():
        parts = line.split(" ")
        if len(parts) != 3 or parts[1] != name:
            continue
        signature = base64.b64decode(parts[2])
        if signature[:4].hex() != number:
            continue
        if material[0] == 1 and ed25519(material[1:], text, signature[4:]):
            return True
        if material[0] == 4:
            at = int.from_bytes(signature[4:12], "big")
            if ed25519(material[1:], b"cosignature/v1\ntime %d\n" % at + text, signature[12:]):
                return at
    return None


def signatures(folder, bundle, note):
    """The log's own signature, and those of the witnesses."""
    if checkpoint_of(note)[1] != bundle["log"].split("+")[0] or signed(note, bundle["log"]) is None:
        raise Fault("the checkpoint is not signed by the log's key")
    print("the checkpoint is signed by the log")
    missing = []
    for witness in bundle["witnesses"]:
        if signed(note, witness) is None:
            missing.append(witness.split("+")[0])
        else:
            print(f"the witness {witness.split('+')[0]} cosigned the checkpoint")
    if missing:
        print("NOTE: no cosignature by " + ", ".join(missing))
    if not bundle["witnesses"]:
        print("NOTE: no witness cosigned; the log's own signature is all that vouches for its history")


def stamps(folder, bundle):
    """Independent authorities stamped a checkpoint, and the chain of their certificates was valid then."""
    for stamp in bundle["stamps"]:
        text = subprocess.run(["openssl", "ts", "-reply", "-in", stamp["file"], "-text"], cwd=folder, capture_output=True, text=True).stdout
        stated = re.search(r"Time stamp: (.*)", text)
        if not stated:
            raise Fault(f"{stamp['file']} is no time stamp")
        at = str(calendar.timegm(time.strptime(re.sub(r"\.\d+", "", stated.group(1)).strip(), "%b %d %H:%M:%S %Y GMT")))
        check = subprocess.run(["openssl", "ts", "-verify", "-in", stamp["file"], "-data", stamp["of"], "-CAfile", stamp["trusted"], "-attime", at],
                               cwd=folder, capture_output=True, text=True)
        if check.returncode:
            raise Fault(f"{stamp['file']} does not hold: {check.stderr.strip()}")
        print(f"{stamp['authority']} stamped the checkpoint on {stated.group(1)}")
    if not bundle["stamps"]:
        print("NOTE: no time-stamp authority stamped the checkpoint")


def main():
    folder = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__)))
    try:
        print(f"{manifest(folder)} files are those that were put into the bundle")
        bundle = json.loads(read(folder, "bundle.json"))
        note = read(folder, "cosigned")
        if note.rsplit(b"\n\n", 1)[0] != read(folder, "checkpoint").rsplit(b"\n\n", 1)[0]:
            raise Fault("the stamped and the cosigned checkpoint are not one")
        signatures(folder, bundle, note)
        rows = records(folder, bundle, note)
        originals(folder, bundle, rows)
        stamps(folder, bundle)
    except (Fault, KeyError, ValueError, OSError) as fault:
        print(f"DOES NOT HOLD: {fault}")
        return 1
    print("ALL OF IT HOLDS")
    return 0


if __name__ == "__main__":
    sys.exit(main())
