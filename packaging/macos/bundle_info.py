"""What macOS is told of the program: the Info.plist of its bundle, and the two files from which the .pkg is made."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from console import __version__

VERSION = __version__
#: The program's identity for the Keychain, for signing and for the installer: once handed out it never changes. Of the
#: domain that is kept for examples, as AppStream's (packaging/linux/tree.py), since none is ours: who publishes under a
#: domain of their own puts it here before the first release.
IDENTIFIER = "org.example.vigie"
WORKSPACE_TYPE = f"{IDENTIFIER}.workspace"
#: onnxruntime's wheels ask for it (the locked version has none for an older macOS, and none for Intel at all).
LEAST_SYSTEM = "14.0"
ARCHITECTURE = "arm64"
_DISTRIBUTION = """\
<?xml version="1.0" encoding="utf-8"?>
<installer-gui-script minSpecVersion="2">
  <title>Vigie</title>
  <!-- For the whole machine, without a choice: installer -pkg FILE -target / asks nothing. -->
  <options customize="never" require-scripts="false" hostArchitectures="{architecture}" />
  <domains enable_anywhere="false" enable_currentUserHome="false" enable_localSystem="true" />
  <allowed-os-versions><os-version min="{least}" /></allowed-os-versions>
  <choices-outline><line choice="vigie" /></choices-outline>
  <choice id="vigie" title="Vigie"><pkg-ref id="{identifier}" /></choice>
  <pkg-ref id="{identifier}" version="{version}" onConclusion="none">{package}</pkg-ref>
</installer-gui-script>
"""


def info(icon_file: str, workspace_icon: str) -> dict[str, Any]:
    """The Info.plist, beyond what PyInstaller writes itself."""
    return {
        "CFBundleName": "Vigie",
        "CFBundleDisplayName": "Vigie",
        "CFBundleExecutable": "vigiew",
        "CFBundleIconFile": icon_file,
        "CFBundleVersion": VERSION,
        "CFBundleShortVersionString": VERSION,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "fr"],
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": LEAST_SYSTEM,
        # One of the two programs has a console, from which PyInstaller would conclude that there is no window.
        "LSBackgroundOnly": False,
        "LSMultipleInstancesProhibited": False,  # a window for each workspace is a process of its own
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,  # light and dark as the person has it
        "NSSupportsAutomaticGraphicsSwitching": True,
        # A hidden window goes on pulling, and tells of what is manifestly illegal in time.
        "NSAppSleepDisabled": True,
        # The local network is asked for only where a company's own forum or site stands in it.
        "NSLocalNetworkUsageDescription": "Vigie connects to the sites that you moderate, where they stand in your own network.",
        "NSHumanReadableCopyright": "Vigie contributors, MIT licence",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Vigie workspace",
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeIconFile": workspace_icon,
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [WORKSPACE_TYPE],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": WORKSPACE_TYPE,
                "UTTypeDescription": "Vigie workspace",
                "UTTypeConformsTo": ["public.data", "public.content"],
                "UTTypeIconFile": workspace_icon,
                "UTTypeTagSpecification": {
                    "public.filename-extension": ["vigie"],
                    "public.mime-type": ["application/x-vigie-workspace"],
                },
            }
        ],
    }


def components() -> list[dict[str, Any]]:
    """For ``pkgbuild --component-plist``: the bundle goes where it is put, also where a copy of it lies elsewhere."""
    return [
        {
            "RootRelativeBundlePath": "Applications/Vigie.app",
            "BundleIsRelocatable": False,
            "BundleIsVersionChecked": True,  # an older package leaves a newer program in place
            "BundleHasStrictIdentifier": True,
            "BundleOverwriteAction": "upgrade",
        }
    ]


def distribution(package: str) -> str:
    """For ``productbuild --distribution``: what may be installed where. ``package`` is pkgbuild's file."""
    return _DISTRIBUTION.format(
        architecture=ARCHITECTURE, least=LEAST_SYSTEM, identifier=IDENTIFIER, version=VERSION, package=package
    )
