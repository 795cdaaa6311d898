# Typographic quotes and letters of many languages are meant here.
"""What is found in case notes, and above all what is left alone.

The sentences are plausible case notes, all invented. The quiet sentences (negatives) were written
before the rules were tuned. Numbers are made up; IBANs are the banks' published examples.
"""

from datetime import date

import pytest

from triggerfactors.privacy import Finding, Kind, Located, blocks, find, find_in, message
from triggerfactors.privacy.words import DATA, plain

TODAY = date(2026, 6, 1)

FOUND = [
    # BSN: nine digits that pass the eleven test, in the ways people write them.
    ("Zijn BSN is 123456782.", Kind.BSN, "123456782"),
    ("bsn:123456782", Kind.BSN, "123456782"),
    ("Burgerservicenummer 123.456.782 staat in het dossier.", Kind.BSN, "123.456.782"),
    ("Nummer 1234 56 782 genoteerd.", Kind.BSN, "1234 56 782"),
    ("Nummer 111222333 genoteerd.", Kind.BSN, "111222333"),
    ("BSN 123-456-782, klas 4.", Kind.BSN, "123-456-782"),
    ("Hij heet 123456782 in het systeem, 16 jaar.", Kind.BSN, "123456782"),
    ("BSN 010464554 van vader.", Kind.BSN, "010464554"),
    ("BSN 10464554 van vader.", Kind.BSN, "10464554"),
    # Telephone numbers.
    ("Bel moeder op 06-12345678.", Kind.TELEFOON, "06-12345678"),
    ("Bel moeder op 06 12 34 56 78 na vijf uur.", Kind.TELEFOON, "06 12 34 56 78"),
    ("Bereikbaar via +31 6 12345678.", Kind.TELEFOON, "+31 6 12345678"),
    ("Bereikbaar via 0031612345678.", Kind.TELEFOON, "0031612345678"),
    ("Thuis: 020-1234567.", Kind.TELEFOON, "020-1234567"),
    ("Thuis: (020) 123 45 67.", Kind.TELEFOON, "(020) 123 45 67"),
    ("Oom in Turkije: +90 532 123 45 67.", Kind.TELEFOON, "+90 532 123 45 67"),
    ("Appt met 0612345678", Kind.TELEFOON, "0612345678"),
    # E-mail.
    ("Mail naar b.yilmaz@voorbeeld.nl graag.", Kind.EMAIL, "b.yilmaz@voorbeeld.nl"),
    ("Zijn adres is wolf_88@mail.example.com.", Kind.EMAIL, "wolf_88@mail.example.com"),
    # Addresses and postal codes.
    ("Woont op 1234 AB 12.", Kind.ADRES, "1234 AB 12"),
    ("Woont op 1234AB 12-2.", Kind.ADRES, "1234AB 12-2"),
    ("Postcode 3511 LX is de buurt.", Kind.POSTCODE, "3511 LX"),
    ("Postcode 3511lx is de buurt.", Kind.POSTCODE, "3511lx"),
    ("Hij woont op Dorpsstraat 12.", Kind.ADRES, "Dorpsstraat 12"),
    ("Hij woont op de dorpsstraat 12b nu.", Kind.ADRES, "dorpsstraat 12b"),
    ("Ze zijn verhuisd naar Burgemeester Smitlaan 4a.", Kind.ADRES, "Burgemeester Smitlaan 4a"),
    ("Adres: Kleine Gracht 101, boven.", Kind.ADRES, "Kleine Gracht 101"),
    # Birth dates.
    ("Hij is geboren op 12 maart 2009.", Kind.GEBOORTEDATUM, "12 maart 2009"),
    ("Geb. 12-03-2009 te Almelo.", Kind.GEBOORTEDATUM, "12-03-2009"),
    ("geb. 12/3/09", Kind.GEBOORTEDATUM, "12/3/09"),
    ("Jongen, 12-03-2009, klas 4.", Kind.GEBOORTEDATUM, "12-03-2009"),
    ("Jongen (12/3/09) uit klas 4.", Kind.GEBOORTEDATUM, "12/3/09"),
    ("Jongen, 2009-03-12, klas 4.", Kind.GEBOORTEDATUM, "2009-03-12"),
    ("Geboortedatum: 2021-03-12.", Kind.GEBOORTEDATUM, "2021-03-12"),
    ("Zusje is geboren op 3 januari 2024.", Kind.GEBOORTEDATUM, "3 januari 2024"),
    ("Hij is op 12 mrt. 2009 geboren.", Kind.GEBOORTEDATUM, "12 mrt. 2009"),
    ("Hij is jarig op 4 november.", Kind.GEBOORTEDATUM, "4 november"),
    ("Vader: 4 mei 1978.", Kind.GEBOORTEDATUM, "4 mei 1978"),
    # Accounts.
    ("Op insta heet hij @wolf_1488.", Kind.ACCOUNT, "@wolf_1488"),
    ("Discord: schaduw#1234 is van hem.", Kind.ACCOUNT, "schaduw#1234"),
    ("Zie tiktok.com/@grijze.wolf voor de filmpjes.", Kind.ACCOUNT, "tiktok.com/@grijze.wolf"),
    (
        "Zie https://www.instagram.com/noor_x12/",
        Kind.ACCOUNT,
        "https://www.instagram.com/noor_x12/",
    ),
    ("Snapchat account: dark_knight09", Kind.ACCOUNT, "dark_knight09"),
    ("Gebruikersnaam: nachtvlinder.", Kind.ACCOUNT, "nachtvlinder"),
    ("Zijn kanaal is t.me/zwartevlam77.", Kind.ACCOUNT, "t.me/zwartevlam77"),
    # Licence plates and bank accounts.
    ("De auto had kenteken AB-123-C.", Kind.KENTEKEN, "AB-123-C"),
    ("Opgehaald in een busje, 12-ABC-3.", Kind.KENTEKEN, "12-ABC-3"),
    ("Scooter D-123-BC stond voor de deur.", Kind.KENTEKEN, "D-123-BC"),
    ("Auto met kenteken gz 123 k.", Kind.KENTEKEN, "gz 123 k"),
    ("Hij stuurt geld naar NL91 ABNA 0417 1643 00 elke week.", Kind.IBAN, "NL91 ABNA 0417 1643 00"),
    ("Rekening NL91ABNA0417164300.", Kind.IBAN, "NL91ABNA0417164300"),
    ("Rekening BE68 5390 0754 7034 van oom.", Kind.IBAN, "BE68 5390 0754 7034"),
    # Names: first and last name, of any origin.
    ("Gisteren sprak ik Jan de Vries.", Kind.NAAM, "Jan de Vries"),
    ("Gisteren sprak ik Fatima El Amrani.", Kind.NAAM, "Fatima El Amrani"),
    ("Gisteren sprak ik Mehmet Yılmaz.", Kind.NAAM, "Mehmet Yılmaz"),
    ("Gisteren sprak ik Kees-Jan van der Berg.", Kind.NAAM, "Kees-Jan van der Berg"),
    ("Gisteren sprak ik Ngozi Okafor.", Kind.NAAM, "Ngozi Okafor"),
    ("Gisteren sprak ik Anneke van 't Hoff.", Kind.NAAM, "Anneke van 't Hoff"),
    ("Gisteren sprak ik Mohammed B. over school.", Kind.NAAM, "Mohammed B."),
    ("Gisteren sprak ik J. de Vries.", Kind.NAAM, "J. de Vries"),
    ("Ngozi Okafor kwam te laat.", Kind.NAAM, "Ngozi Okafor"),
    ("Mark Jansen kwam te laat.", Kind.NAAM, "Mark Jansen"),
    # Names: one name in a clear place.
    ("Ik overleg met mentor Karin.", Kind.NAAM, "Karin"),
    ("Ik belde zijn moeder Fatima.", Kind.NAAM, "Fatima"),
    ("De jongen heet Bilal.", Kind.NAAM, "Bilal"),
    ("De jongen heet bilal.", Kind.NAAM, "bilal"),
    ("Volgens meneer Van Es gaat het goed.", Kind.NAAM, "Van Es"),
    ("Volgens mevrouw de Groot gaat het goed.", Kind.NAAM, "de Groot"),
    ("Volgens dhr. Öztürk gaat het goed.", Kind.NAAM, "Öztürk"),
    ("De familie El Idrissi is verhuisd.", Kind.NAAM, "El Idrissi"),
    ("Toen kwam Bilal binnen.", Kind.NAAM, "Bilal"),
    ("Bilal komt niet meer naar school.", Kind.NAAM, "Bilal"),
    ("Hij miste Fatima's verjaardag.", Kind.NAAM, "Fatima's"),
    ("Op school zegt Roos dat het goed gaat.", Kind.NAAM, "Roos"),
    ("Zijn vriendin Faith weet meer.", Kind.NAAM, "Faith"),
    ("Wil Bilal hulp?", Kind.NAAM, "Bilal"),
    ("Zijn vriend Tzvorak belde.", Kind.NAAM, "Tzvorak"),
    ("Ik denk dat Tzvorak zei dat hij weg wil.", Kind.NAAM, "Tzvorak"),
    ("Hij gaat om met Bilal en Tzvorak.", Kind.NAAM, "Tzvorak"),
    ("Ik had een gesprek met Tzvorak over school.", Kind.NAAM, "Tzvorak"),
    ("In de pauze stond Tzvorak weer alleen.", Kind.NAAM, "Tzvorak"),
    ("Het valt op dat Tzvorak vaak alleen eet.", Kind.NAAM, "Tzvorak"),
]

QUIET = [
    # Words that open a sentence and are also a name.
    "Roos is zijn lievelingsbloem, zegt hij.",
    "Wil hij nog praten? Dat weet ik niet.",
    "Bas speelt hij in een bandje, en dat gaat goed.",
    "Mark me woorden, zei opa, dit komt goed.",
    "Mei was een moeilijke maand voor hem.",
    "Hoop is er wel: hij komt elke dag.",
    "Faith is het lied dat hij steeds luistert.",
    "Mees zegt zij tegen een pimpelmees.",
    "Ben ik de enige die dit ziet?",
    "An sich gaat het goed op school.",
    "Fleur en kleur, dat mist hij thuis.",
    # Organisations and functions.
    "Ik heb Veilig Thuis gebeld voor advies.",
    "Het Landelijk Steunpunt Extremisme denkt mee.",
    "Stichting School & Veiligheid heeft een adviespunt.",
    "Hij heeft een voogd van Jeugdbescherming Noord.",
    "De Raad voor de Kinderbescherming doet onderzoek.",
    "Bureau Halt gaf hem een werkstraf.",
    "Het Openbaar Ministerie heeft de zaak geseponeerd.",
    "Via Slachtofferhulp Nederland kreeg moeder steun.",
    "Het Zorg- en Veiligheidshuis organiseert het overleg.",
    "We vroegen de Expertise-unit Sociale Stabiliteit om advies.",
    "Het Centrum voor Jeugd en Gezin kent de familie.",
    "De Nationaal Coördinator Terrorismebestrijding en Veiligheid schrijft dat.",
    "Hij zit op het Erasmus College in de stad.",
    "Hij zat eerst op basisschool De Regenboog.",
    "Ze sporten bij voetbalvereniging Oranje Zwart.",
    "Meld Misdaad Anoniem is een optie, zei de agent.",
    "De Kindertelefoon en Alles Oké kent hij al.",
    "Reclassering Nederland schreef een rapport.",
    "De GGZ-crisisdienst, het RMC en de AIVD staan niet in dit verslag.",
    "Het team Openbare Orde en Veiligheid belt terug.",
    "De moskee El Fath en de kerk De Ark doen samen een project.",
    # Places, days, months, peoples, languages, feasts.
    "De demonstratie in Den Haag duurde tot laat.",
    "Hij komt uit Alphen aan den Rijn en reist veel.",
    "Op maandag en Dinsdag is hij vrij, in Maart niet.",
    "Zijn familie komt uit Marokko, Turkije en Noord-Holland.",
    "De Marokkaans-Nederlandse buurman hielp hem.",
    "Hij spreekt Frans, Tigrinya en een beetje Pools.",
    "De docent Nederlands en de docent Frans zien hem niet meer.",
    "Met het Suikerfeest en met Kerst is hij bij opa.",
    "Zijn oom vocht in Syrië, daarna woonde die in Noord-Brabant.",
    "Hij reisde naar Zuid-Afrika en daarna naar de Verenigde Staten.",
    # Platforms, games, brands, films.
    "Hij zit hele nachten op Discord en TikTok.",
    "Via Telegram kreeg hij filmpjes doorgestuurd.",
    "Hij speelt Call of Duty en Grand Theft Auto.",
    "Na school werkt hij bij Albert Heijn.",
    "Hij draagt een trui van The North Face.",
    "De groep heet Witte Wolven, zegt hij.",
    "Hij zit in de chatgroep Nordic Strength.",
    "Hij las Mein Kampf en deelde citaten.",
    "Hij leest de Koran met zijn vader, dat geeft rust.",
    "De school is bang voor Extinction Rebellion, hij niet.",
    # Public figures, prophets, history.
    "Hij kijkt filmpjes van Andrew Tate.",
    "Bij geschiedenis ging het over Anne Frank.",
    "Hij citeert de profeet Mohammed en Jezus.",
    "Hij zei iets over Geert Wilders en over Greta Thunberg.",
    "Na de dood van Theo van Gogh is het in de wijk onrustig.",
    "Hij tekende Osama bin Laden en Adolf Hitler in zijn schrift.",
    # Dates and times that are not a birth date.
    "Op 16 maart sprak ik hem voor het laatst.",
    "Het gesprek was op 16-03-2026 om 14:30 uur.",
    "Verslag van 2026-03-16, vervolg op 3 april 2026.",
    "De afspraak van 16/3/26 is verzet.",
    "Sinds 1-9-2015 zit hij op deze school.",
    "De aanslagen van 11 september 2001 noemt hij vaak.",
    "Hij wordt in 2026 zeventien.",
    "In 2009 kwam het gezin naar Nederland.",
    # Numbers that are not traceable.
    "Bel bij gevaar 112, en anders 0900-8844.",
    "Je kunt ook 113 of 0800-0113 bellen.",
    "Het nummer van de gemeente is 14 030.",
    "Zaaknummer 2026123456789 is gesloten.",
    "Hij verzuimde 123 van de 1040 uur.",
    "Ordernummer 123456789 kwam terug.",
    "Hij heeft 1500 euro schuld en 12 boetes.",
    "De les was van 13.30 tot 14.20 uur in lokaal 2.14.",
    "In artikel 7.1.4.1 van de wet staat hoe dat zit.",
    "Versie 1.2.3 van het plan is van week 12.",
    "Hij scoorde 3-1 en later 2-2.",
    "In 2026 en 2027 is er 1234 euro per jaar.",
    "Ruim 1500 en 2000 jongeren deden mee.",
    # Streets and addresses without a number, or numbers without an address.
    "Hij hangt rond op het plein bij de Dorpsstraat.",
    "Op het plein stonden 12 jongens.",
    "Op de snelweg 3 keer aangehouden.",
    "Groep 8, daarna klas 2 en nu klas 4.",
    # Anonymous writing, as we advise it.
    "Leerling A. Komt vaak te laat en is moe.",
    "Jongere B heeft ruzie met jongere C.",
    "De jongen (16-17 jaar) woont bij zijn moeder.",
    "Moeder zegt: Hij slaapt niet. Vader zegt niets.",
    "Mentor en Zorgcoördinator spreken hem samen.",
    "Codenaam Vuurtoren praat weer met zijn zus.",
    "Afspraak @school om tien uur, daarna @thuis.",
    "Zijn account is geblokkeerd, Discord is verboden thuis.",
    "Account: onbekend. Discord: hij zit daar veel.",
    "Zie www.nji.nl/radicalisering en youtube.com/watch?v=abc123.",
    "Mail het algemene adres info@voorbeeld.nl van de instelling.",
    "VMBO-T 3, MBO-2 en HAVO 4 hebben dezelfde mentor.",
    "Plan Van Aanpak: Wie Doet Wat En Wanneer",
    "Hij stond bij de Albert Cuypmarkt flyers uit te delen.",
    "Vader komt uit Oujda en moeder uit Berkane.",
    "Het gaat goed sinds Ritalin helpt.",
    "Ik heb het dossier (nr. 2025-00123) gelezen.",
    "Muziek heeft hem geholpen, zegt hij.",
    "Samenvatting Gesprek Met Ouders",
    "DIT IS BELANGRIJK: HIJ IS AL WEKEN NIET OP SCHOOL.",
]


@pytest.mark.parametrize(("sentence", "kind", "literal"), FOUND)
def test_traceable_data_is_found_with_its_literal_text(
    sentence: str, kind: Kind, literal: str
) -> None:
    """Each note holds one traceable piece, and that piece is pointed at, not its neighbours."""
    found = find(sentence, today=TODAY)
    assert (kind, literal) in [(item.kind, item.text) for item in found]


@pytest.mark.parametrize("sentence", QUIET)
def test_an_ordinary_case_note_gives_no_warning(sentence: str) -> None:
    """A warning that comes too often is read by nobody."""
    assert find(sentence, today=TODAY) == ()


def test_there_are_enough_quiet_notes_to_mean_something() -> None:
    assert len(set(QUIET)) >= 60


# Sixty invented people, six of each of ten origins. Only for measuring: the rules know no origin.
PEOPLE = {
    "nederlands": "Sanne Bakker, Thijs van Dijk, Jelle Hoekstra, "
    "Maartje de Wit, Gijs Vermeulen, Hanneke Kuipers",
    "turks": "Emre Yıldız, Zeynep Kaya, Furkan Çelik, Elif Şahin, Hatice Demir, Burak Öztürk",
    "marokkaans": "Ayoub El Khattabi, Nadia Benali, Soufiane Amghar, "
    "Hajar Ouali, Ilyas Bouzid, Samira Aït Hamou",
    "surinaams": "Radjesh Ramdin, Shanti Bihari, Giovanni Pinas, "
    "Sharmila Jhinkoe, Wensley Amatali, Anjali Sewdien",
    "antilliaans": "Rishandro Martina, Sheldon Croes, Shurandy Cijntje, "
    "Jurendy Maduro, Chantal Winklaar, Elvin Isenia",
    "pools": "Kacper Wójcik, Agnieszka Nowak, Mateusz Kowalski, "
    "Zuzanna Lis, Paweł Zieliński, Wiktoria Mazur",
    "oekraiens": "Oleksandr Shevchenko, Kateryna Bondar, Dmytro Kovalenko, "
    "Olena Tkach, Bohdan Melnyk, Yulia Kravets",
    "chinees": "Wei Zhang, Mei Lin Chen, Jiahao Wu, Xiaoyu Huang, Junjie Zhou, Yan Liu",
    "somalisch": "Abdirahman Warsame, Hodan Farah, Liban Jama, Ifrah Nuur, Ayaan Hersi, Mahad Gedi",
    "eritrees": "Filmon Tesfay, Selam Gebremedhin, Merhawi Kidane, "
    "Yonas Haile, Rahwa Tekle, Natnael Berhe",
    "hindoestaans-indiaas": "Arjun Sharma, Priya Patel, Rohan Gupta, "
    "Ananya Reddy, Vikram Singh, Kavita Mehta",
    "west-afrikaans": "Chidi Eze, Kwame Mensah, Abena Owusu, Amara Nwosu, Kofi Boateng, Ifeoma Obi",
}

FRAMES = [
    "Gisteren sprak ik {} na de les.",
    "{} was er vandaag weer niet.",
    "Zijn vriend {} weet hier meer van.",
    "Ik denk dat {} vertelde wat er speelt.",
]


@pytest.mark.parametrize("origin", PEOPLE)
def test_a_full_name_is_found_alike_for_every_origin(origin: str) -> None:
    """Equal treatment (design, must 2): the same sentence, only the name differs."""
    misses = [
        sentence
        for person in PEOPLE[origin].split(", ")
        for sentence in (frame.format(person) for frame in FRAMES)
        if person not in {item.text for item in find(sentence)}
    ]
    assert misses == []


def test_a_first_name_alone_is_found_about_as_often_for_every_origin() -> None:
    """One name on itself leans on the list; between groups the gap stays within one in ten."""
    recall = {}
    for origin, people in PEOPLE.items():
        firsts = [person.split()[0] for person in people.split(", ")]
        hits = [
            first in {item.text for item in find(frame.format(first))}
            for first in firsts
            for frame in FRAMES
        ]
        recall[origin] = sum(hits) / len(hits)
    assert min(recall.values()) >= 0.9, recall
    assert max(recall.values()) - min(recall.values()) <= 0.1, recall


def test_a_name_seen_once_in_a_clear_place_is_found_again_later() -> None:
    """Origin-neutral memory: no list is needed for the second mention."""
    text = "Zijn vriend Tzvorak komt vaak langs. Ik zag Tzvorak gisteren bij de deur."
    assert [item.text for item in find(text)] == ["Tzvorak", "Tzvorak"]


def test_only_a_bsn_blocks() -> None:
    text = "Bilal, 06-12345678, BSN 123456782."
    found = find(text)
    assert blocks(found)
    assert [item.kind for item in found if item.blocks] == [Kind.BSN]
    assert not blocks(find("Bilal, 06-12345678."))
    assert not blocks(())


def test_the_more_specific_finding_wins() -> None:
    """An IBAN holds digits, an e-mail address holds a name: each is reported once."""
    assert [item.kind for item in find("NL91 ABNA 0417 1643 00")] == [Kind.IBAN]
    assert [item.kind for item in find("jan.jansen@voorbeeld.nl")] == [Kind.EMAIL]
    assert [item.kind for item in find("Woont Jan Ligthartstraat 12")] == [Kind.ADRES]


def test_a_bsn_inside_a_longer_number_or_a_phone_number_is_not_a_bsn() -> None:
    assert Kind.BSN not in {item.kind for item in find("kenmerk 99123456782")}
    assert [item.kind for item in find("bel +31 612345609")] == [Kind.TELEFOON]


def test_a_note_may_hold_several_kinds_in_text_order() -> None:
    text = "Karin Bos (12-03-2009), Dorpsstraat 12, 3511 LX, 06-12345678, @karin_b"
    kinds = [item.kind for item in find(text, today=TODAY)]
    assert kinds == [
        Kind.NAAM,
        Kind.GEBOORTEDATUM,
        Kind.ADRES,
        Kind.POSTCODE,
        Kind.TELEFOON,
        Kind.ACCOUNT,
    ]


def test_what_counts_as_a_birth_date_moves_with_the_calendar() -> None:
    """A date of seven or more years ago may be a birth date; a recent one is an appointment."""
    assert find("Dat was op 16-03-2015.", today=date(2017, 1, 1)) == ()
    assert find("Dat was op 16-03-2015.", today=TODAY) != ()


def test_text_beyond_the_first_fifty_thousand_characters_is_not_read() -> None:
    assert find("a " * 25_000 + "06-12345678") == ()


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_short_message_that_says_what_to_write_instead(kind: Kind) -> None:
    text = message(kind)
    assert "je" in text.lower().split() or "schrijf" in text.lower()
    sentences = [part for part in text.split(". ") if part]
    assert len(sentences) >= 2
    assert all(len(part.split()) <= 15 for part in sentences)


def test_the_list_of_first_names_is_sorted_and_in_small_letters_without_doubles() -> None:
    """Editors find a name quickly, and a change shows as one line."""
    lines = (DATA / "voornamen.txt").read_text(encoding="utf-8").splitlines()
    names = [plain(line) for line in lines if not line.startswith("#")]
    assert names == sorted(set(names))
    assert all(line == line.lower().strip() for line in lines if not line.startswith("#"))


def test_find_in_names_the_place_of_each_finding() -> None:
    pairs = [("Wat zag je?", "Bilal was boos."), ("Afspraken", "Bel 06-12345678.")]
    assert find_in(pairs) == (
        Located("Wat zag je?", Finding(Kind.NAAM, 0, 5, "Bilal", False)),
        Located("Afspraken", Finding(Kind.TELEFOON, 4, 15, "06-12345678", False)),
    )
    assert find_in([]) == ()
