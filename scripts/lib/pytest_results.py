"""Prints how many tests of a JUnit file passed and failed, then a line for each that was skipped, with its reason."""

import sys
from xml.etree import ElementTree

passed = failed = 0
skipped = []
try:
    cases = list(ElementTree.parse(sys.argv[1]).iter("testcase"))
except (OSError, ElementTree.ParseError):
    cases = []
for case in cases:
    skip = case.find("skipped")
    if skip is not None:
        skipped.append(f"{case.get('name')}: {skip.get('message')}")
    elif case.find("failure") is not None or case.find("error") is not None:
        failed += 1
    else:
        passed += 1
print(passed, failed)
print("\n".join(skipped), end="\n" if skipped else "")
