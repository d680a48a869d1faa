"""Invented stories, each of two or three articles, with the contradictions a reader would name.

Each article is (outlet, day, text); `wanted` are the sides of each true contradiction.
"""

CASES = {
    "a toll that rises from day to day is marked as later": {
        "articles": [
            ("Courier", "2024-05-14", "A mud slide hit Kessin before dawn. 12 people were killed in Kessin, the mayor said."),
            ("Tribune", "2024-05-15", "Rescuers dug through the mud in Kessin. 17 people were killed in Kessin, the mayor said."),
        ],
        "wanted": [("12", "17")],
        "later": {"17"},
    },
    "two tolls of one day contradict": {
        "articles": [
            ("Courier", "2024-05-14", "A bus fell from a bridge near Orm. Nine people died in the bus, police said."),
            ("Tribune", "2024-05-14", "A bus crashed near Orm on Tuesday. Police said 11 people died in the bus."),
        ],
        "wanted": [("Nine", "11")],
        "later": set(),
    },
    "the dead of two towns do not contradict": {
        "articles": [
            ("Courier", "2024-05-14", "The storm killed two people in Lerna, the fire service said."),
            ("Tribune", "2024-05-14", "The storm killed five people in Tevens, the fire service said."),
        ],
        "wanted": [],
    },
    "a part is no other count": {
        "articles": [
            ("Courier", "2024-05-14", "The fire at the Almo mill killed 14 people, the sheriff said."),
            ("Tribune", "2024-05-14", "Among those killed by the fire at the Almo mill were two of the owner's sons. Three children were killed in the mill fire, the sheriff said."),
        ],
        "wanted": [],
    },
    "an older accident is another": {
        "articles": [
            ("Courier", "2024-05-14", "A cable car fell at Monte Bral and killed six people on Tuesday."),
            ("Tribune", "2024-05-14", "In 2009 a cable car fell at Monte Bral and killed 20 people."),
        ],
        "wanted": [],
    },
    "ages are no counts": {
        "articles": [
            ("Courier", "2024-05-14", "The driver, a 45-year-old man from Castrel, was arrested after the crash on the ring road."),
            ("Tribune", "2024-05-14", "A 31-year-old man from Castrel was hurt in the crash on the ring road and the driver arrested."),
        ],
        "wanted": [],
    },
    "more than 100 and 103 agree": {
        "articles": [
            ("Courier", "2024-05-14", "More than 100 people were hurt when the stand collapsed at the Vell stadium."),
            ("Tribune", "2024-05-14", "When the stand collapsed at the Vell stadium 103 people were hurt."),
        ],
        "wanted": [],
    },
    "costs of one dam differ": {
        "articles": [
            ("Courier", "2024-05-14", "The new dam at Harrow will cost 40 million euros, the water board said on Monday."),
            ("Tribune", "2024-05-14", "The water board said the new dam at Harrow will cost 65 million euros."),
        ],
        "wanted": [("40 million", "65 million")],
        "later": set(),
    },
    "different measures are not the same": {
        "articles": [
            ("Courier", "2024-05-14", "The tanker drifted 12 kilometres before tugs reached it off Cape Sorn."),
            ("Tribune", "2024-05-14", "The slick off Cape Sorn was 30 kilometres long by noon, pilots said."),
        ],
        "wanted": [],
    },
    "the day of one vote differs": {
        "articles": [
            ("Courier", "2024-05-15", "Members of the pilots' union voted to strike at Norvane Air on Monday."),
            ("Tribune", "2024-05-15", "Members of the pilots' union voted to strike at Norvane Air on Tuesday."),
        ],
        "wanted": [("2024-05-13", "2024-05-14")],
        "later": set(),
    },
    "one vote told on two days is one": {
        "articles": [
            ("Courier", "2024-05-14", "Members of the pilots' union voted to strike at Norvane Air on Monday."),
            ("Tribune", "2024-05-15", "Members of the pilots' union voted on Monday to strike at Norvane Air."),
        ],
        "wanted": [],
    },
    "in French, tolls of one day contradict": {
        "articles": [
            ("Courrier", "2024-05-14", "Une avalanche a emporté un refuge à Valgrise. Sept personnes ont été tuées à Valgrise, selon le préfet."),
            ("Tribune", "2024-05-14", "Les secours cherchent à Valgrise. Au total, neuf personnes ont été tuées à Valgrise, selon la mairie."),
        ],
        "wanted": [("Sept", "neuf")],
        "later": set(),
        "language": "fr",
    },
}  # fmt: skip
