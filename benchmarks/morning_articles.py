"""Forty invented articles of one morning: ten events, each told by four papers in their own choice."""

from pathlib import Path

PAPERS = (
    ("Northern Ledger", "Ada Reed"),
    ("The Quay", "Tomas Lind"),
    ("Evening Courier", "Mina Vos"),
    ("Capital Post", "Jonas Abel"),
)
# Headline as each paper has it, then sentences; a paper tells the first two and some of the others.
EVENTS = (
    (
        ("Ferry strike ends after nine days", "Harwick ferries sail again", "Crews return to Harwick ferries", "Deal ends ferry strike"),
        "Ferry crews in Harwick ended a nine-day strike on Wednesday and the first ship left at dawn.",
        "The operator, Norline, agreed to raise pay by 6 percent and to hire 40 deckhands.",
        "“We got what we asked for, and the passengers get their ships back,” union leader Karen Holt said.",
        "About 12,000 passengers had been stranded on the islands since the walkout began.",
        "Norline said the strike cost it 3.4 million euros.",
        "A mediator from the Transport Ministry had talked with both sides through the night.",
        "The next round of pay talks begins on 14 April.",
    ),
    (
        ("Dam at Vostra is lowered after heavy rain", "Engineers open gates of Vostra dam", "Vostra valley told to keep clear of river", "Rain fills Vostra reservoir"),
        "Engineers opened the gates of the Vostra dam on Wednesday after three days of heavy rain.",
        "The reservoir stood at 97 percent, two metres below the crest, the water authority said.",
        "“There is no danger for the valley, but people must keep away from the banks,” director Pavel Ostrov said.",
        "Some 600 households were asked to move their cattle to higher ground.",
        "The weather service expects 80 millimetres more by Friday.",
        "The dam was last opened in the spring of 2013.",
        "Mayor Lena Brandt said that two schools would stay closed until Monday.",
    ),
    (
        ("Central bank holds rate at 3.25 percent", "Rates unchanged as prices cool", "Bank waits with rate cut", "No rate cut before summer"),
        "The central bank left its key rate at 3.25 percent on Wednesday, as most analysts had expected.",
        "Governor Ines Carvalho said that inflation would fall below 2 percent by the end of the year.",
        "“We will not be hurried by one good month,” Carvalho told reporters.",
        "Prices rose by 2.3 percent in February, after 2.6 percent in January.",
        "Two of the nine members of the board voted for a cut.",
        "The currency gained half a percent against the dollar.",
        "The board meets again on 16 April.",
    ),
    (
        ("Parliament passes border bill", "Border bill through after night of debate", "Lawmakers back border guards", "Border law clears last vote"),
        "Parliament passed a bill on Wednesday that gives border guards the power to search vehicles without a warrant.",
        "The bill won 188 votes against 142 after a debate of eleven hours.",
        "“This law makes honest drivers wait for the sins of a few,” opposition leader Marta Silva said.",
        "Interior Minister Henrik Dahl said that smuggling had doubled within two years.",
        "The Constitutional Court will be asked to look at the law, the opposition announced.",
        "Hauliers expect longer queues at the crossing of Brenn.",
        "The law takes effect on 1 May.",
    ),
    (
        ("Fire destroys warehouse in Castrel port", "Castrel warehouse burns down", "Port fire under control", "Smoke over Castrel after port fire"),
        "A fire destroyed a warehouse in the port of Castrel on Tuesday night and injured seven people.",
        "Some 140 firefighters fought the flames for six hours, the fire service said.",
        "“The tyres burned like torches, we could only keep the fire away from the tanks,” fire chief Oskar Nilsen said.",
        "The warehouse held 900 tonnes of tyres and paint, according to its owner, Baltica Storage.",
        "People in the old town were told to keep their windows shut.",
        "Prosecutors opened an inquiry into the cause.",
        "Ships were sent to the outer quays until Thursday.",
    ),
    (
        ("Lithium mine wins approval", "Regional council clears lithium mine", "Mine at Sarnholt may open", "Sarnholt mine approved against protests"),
        "The regional council approved a lithium mine at Sarnholt on Wednesday by 31 votes to 24.",
        "The company, Arvid Minerals, plans to dig 20,000 tonnes a year from 2028.",
        "“Our water is worth more than any battery,” said Greta Moen, who speaks for the villages.",
        "Arvid Minerals promised 350 jobs and a new rail link.",
        "Economy Minister Paul Renner called the mine a matter of security.",
        "Opponents have until 20 April to go to court.",
        "The deposit is the second largest of the continent.",
    ),
    (
        ("Two ministers resign over tender", "Cabinet loses two ministers", "Resignations shake cabinet", "Ministers go over hospital tender"),
        "The ministers of health and of finance resigned on Wednesday over a tender for hospital equipment.",
        "Prime Minister Clara Weiss accepted both resignations within an hour.",
        "“I signed what I should have read,” Health Minister Ivo Petrak said.",
        "Auditors had found that 18 million euros were paid for scanners that never came.",
        "The firm that won the tender belongs to a cousin of a ministry official.",
        "Weiss will name successors on Friday, her office said.",
        "The opposition called for elections in the autumn.",
    ),
    (
        ("Rail link to Turov reopens", "Trains run to Turov again", "First train reaches Turov", "Turov line open after two years"),
        "The first passenger train in two years reached Turov on Wednesday after the line was repaired.",
        "Workers had replaced 62 kilometres of track and four bridges.",
        "“I did not think I would hear that whistle again,” said Olga Marin, who keeps the station.",
        "Four trains a day will run in each direction, the railway said.",
        "The repairs cost 210 million euros, half of it paid by the European Union.",
        "Freight trains follow on 2 April.",
        "Before the floods of 2024 the line carried 5,000 people a day.",
    ),
    (
        ("Bird flu found on farm near Lenz", "Poultry culled after bird flu in Lenz", "Bird flu: 80,000 hens killed", "Farms around Lenz closed off"),
        "Bird flu was found on a farm near Lenz on Tuesday and 80,000 hens were killed, the authorities said.",
        "A zone of ten kilometres around the farm was closed off for three weeks.",
        "“The virus came with wild geese, not with feed,” state veterinarian Anke Roth said.",
        "It is the third outbreak in the region since January.",
        "Eggs from 26 farms may not be sold until 1 April.",
        "The risk for people is low, the health office said.",
        "Farmers are to be paid 11 euros for each hen.",
    ),
    (
        ("Talks on fishing rights break down", "No deal on herring", "Fishing talks end without result", "Herring quarrel goes on"),
        "Talks between the coastal states on herring catches broke down on Wednesday after four days.",
        "The three states want shares that add up to 134 percent of the catch that scientists advise.",
        "“If nobody gives way, there will be no herring left to quarrel about,” mediator Elin Strand said.",
        "Fisheries Minister Rolf Tangen said that his fleet would keep its share of last year.",
        "The stock has shrunk by 30 percent since 2020.",
        "A new round is planned for 9 April in Bergen.",
        "Environmental groups called for a stop of all fishing until then.",
    ),
)  # fmt: skip


def write(folder: Path) -> list[Path]:
    """The forty articles as text files in `folder`, with outlet, author and date."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for event, (headlines, *told) in enumerate(EVENTS):
        for paper, (outlet, author) in enumerate(PAPERS):
            more = told[2 + paper % 2 :: 2] if paper < 2 else told[2 : 5 + paper % 2]
            # Each paper begins with its own choice of the first two.
            lede = told[:2] if paper % 2 == 0 else [told[1], told[0]]
            paragraphs = "".join(f"<p>{sentence}</p>\n" for sentence in (*lede, *more))
            day = "2026-03-12" if paper else "2026-03-11"
            path = folder / f"{event:02d}-{paper}.html"
            path.write_text(
                f"<!doctype html><html lang=en><head><title>{headlines[paper]}</title>"
                f'<meta property="og:site_name" content="{outlet}">'
                f'<meta name="author" content="{author}">'
                f'<meta property="article:published_time" content="{day}T06:0{paper}:00Z">'
                f"</head><body><article><h1>{headlines[paper]}</h1>\n{paragraphs}</article></body></html>",
                "utf-8",
            )
            paths.append(path)
    return paths
