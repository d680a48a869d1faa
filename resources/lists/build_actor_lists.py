"""Compiles actors.json.gz: country names in many languages, demonyms, capitals, known bodies.

usage: python resources/lists/build_actor_lists.py
Needs Babel (BSD; its data is Unicode's CLDR). Demonyms, capitals and bodies are our own lists.
"""

import gzip
import json
from pathlib import Path

from babel import Locale

LANGUAGES = (
    "en",
    "fr",
    "de",
    "es",
    "it",
    "pt",
    "nl",
    "pl",
    "cs",
    "ru",
    "uk",
    "el",
    "tr",
    "ar",
    "he",
    "zh",
    "ja",
)
# Demonyms and short forms by country code; "|" parts them.
DEMONYMS = {
    "AF": "Afghan", "AL": "Albanian", "AM": "Armenian", "AR": "Argentine", "AT": "Austrian", "AU": "Australian",
    "AZ": "Azerbaijani", "BE": "Belgian", "BG": "Bulgarian", "BR": "Brazilian", "BY": "Belarusian", "CA": "Canadian",
    "CH": "Swiss", "CL": "Chilean", "CN": "Chinese", "CO": "Colombian", "CU": "Cuban", "CZ": "Czech", "DE": "German",
    "DK": "Danish", "EG": "Egyptian", "ES": "Spanish", "ET": "Ethiopian", "FI": "Finnish", "FR": "French",
    "GB": "British|U.K.|UK|Britain|England", "GE": "Georgian", "GR": "Greek", "HU": "Hungarian", "ID": "Indonesian",
    "IE": "Irish", "IL": "Israeli", "IN": "Indian", "IQ": "Iraqi", "IR": "Iranian", "IT": "Italian", "JO": "Jordanian",
    "JP": "Japanese", "KE": "Kenyan", "KP": "North Korean", "KR": "South Korean", "KZ": "Kazakh", "LB": "Lebanese",
    "LY": "Libyan", "MA": "Moroccan", "MX": "Mexican", "MY": "Malaysian", "NG": "Nigerian", "NL": "Dutch",
    "NO": "Norwegian", "NZ": "New Zealander", "PH": "Philippine|Filipino", "PK": "Pakistani", "PL": "Polish",
    "PS": "Palestinian", "PT": "Portuguese", "QA": "Qatari", "RO": "Romanian", "RS": "Serbian", "RU": "Russian",
    "SA": "Saudi", "SD": "Sudanese", "SE": "Swedish", "SO": "Somali", "SY": "Syrian|Syria", "TH": "Thai",
    "TN": "Tunisian", "TR": "Turkish|Turkey", "TW": "Taiwanese", "UA": "Ukrainian",
    "US": "U.S.|US|USA|U.S.A.|American|America|United States of America", "VE": "Venezuelan", "VN": "Vietnamese",
    "YE": "Yemeni", "ZA": "South African", "ZW": "Zimbabwean", "VA": "Vatican", "CD": "Congolese",
}  # fmt: skip
PLACES = [
    "Kabul",
    "Tehran",
    "Beijing",
    "Moscow",
    "Washington",
    "London",
    "Paris",
    "Berlin",
    "Rome",
    "Madrid",
    "Lisbon",
    "Vienna",
    "Brussels",
    "Kyiv",
    "Kiev",
    "Minsk",
    "Warsaw",
    "Prague",
    "Budapest",
    "Bucharest",
    "Sofia",
    "Athens",
    "Ankara",
    "Istanbul",
    "Baghdad",
    "Damascus",
    "Beirut",
    "Jerusalem",
    "Gaza",
    "Cairo",
    "Tripoli",
    "Tunis",
    "Algiers",
    "Rabat",
    "Riyadh",
    "Doha",
    "Dubai",
    "Islamabad",
    "Delhi",
    "Mumbai",
    "Dhaka",
    "Tokyo",
    "Seoul",
    "Pyongyang",
    "Shanghai",
    "Taipei",
    "Manila",
    "Jakarta",
    "Bangkok",
    "Hanoi",
    "Sydney",
    "Canberra",
    "Ottawa",
    "Toronto",
    "Mexico",
    "Havana",
    "Bogota",
    "Lima",
    "Santiago",
    "Caracas",
    "Brasilia",
    "Nairobi",
    "Lagos",
    "Abuja",
    "Pretoria",
    "Johannesburg",
    "Khartoum",
    "Tbilisi",
    "Baku",
    "Yerevan",
    "Astana",
    "Almaty",
    "Geneva",
    "Zurich",
    "Munich",
    "Hamburg",
    "Milan",
    "Barcelona",
    "Marseille",
    "Stockholm",
    "Oslo",
    "Copenhagen",
    "Helsinki",
    "Dublin",
    "Edinburgh",
    "Ruse",
    "Varna",
    "Constanta",
    "Thessaloniki",
    "Texas",
    "California",
    "Florida",
    "Crimea",
    "Donbas",
    "Kashmir",
    "Europe",
    "Asia",
    "Africa",
    "Danube",
    "Hong Kong",
    "New York",
    "Tel Aviv",
    "New Delhi",
    "West Bank",
    "Middle East",
    "Black Sea",
    "Los Angeles",
]
BODIES = [
    "Taliban", "Al-Qaeda", "Hamas", "Hezbollah", "Islamic State", "ISIS", "NATO", "European Union", "United Nations",
    "European Commission", "Kremlin", "White House", "Pentagon", "Congress", "Senate", "Reuters", "AFP", "OPEC", "IMF",
    "World Bank", "Red Cross", "Interpol", "Houthis", "Security Council", "Federal Reserve", "African Union", "Greenpeace",
]  # fmt: skip


def main() -> None:
    countries: dict[str, str] = {}
    names: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if (
                len(code) == 2
                and code.isalpha()
                and code not in ("EU", "EZ", "UN", "ZZ", "XA", "XB")
            ):
                countries.setdefault(name, code)
                names.setdefault(code, {})[language] = name
    demonyms = {word: code for code, words in DEMONYMS.items() for word in words.split("|")}
    compiled = {
        "countries": countries,
        "names": names,
        "demonyms": demonyms,
        "places": PLACES,
        "bodies": BODIES,
    }
    path = Path(__file__).with_name("actors.json.gz")
    packed = gzip.compress(
        json.dumps(compiled, ensure_ascii=False, sort_keys=True).encode(), mtime=0
    )
    path.write_bytes(packed)


if __name__ == "__main__":
    main()
