/// Particles that belong to the family name when they stand before it: `van der Berg`, `de la Cruz`.
let particles: Set<String> = [
    "van", "von", "der", "den", "de", "del", "della", "dello", "di", "da", "dos", "das", "do", "du", "la", "le", "lo",
    "ter", "ten", "te", "ap", "ab", "ferch", "ní", "nic", "mac", "zu", "zur", "zum", "vom", "af", "av", "bin", "ibn",
    "al", "el", "st", "st.", "san", "santa",
    "’t", "'t", "y", "e",
]

/// Suffixes that stay with the family name.
let generations: Set<String> = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]

/// Degrees and titles that are no part of a name, without full stops.
let degrees: Set<String> = [
    "md", "phd", "dphil", "mph", "msc", "bsc", "ma", "ba", "mba", "rn", "frcp", "frcgp", "mrcgp", "mrcp", "mbbs",
    "mbchb", "drph", "edd", "pharmd", "cbe", "obe", "mbe", "dr", "prof", "professor", "mr", "mrs", "ms", "sir",
    "dame", "lord", "baroness", "rgn", "facp", "mpa", "mpp", "msw", "llb", "llm", "jd", "dnp", "psyd", "scd", "mscn",
    "bmed", "mres", "bds", "dds", "dmd", "mphil", "frcpsych", "mrcpsych", "eng", "rd", "rdn", "frcs", "mrcs", "ffph",
    "mfph", "fracgp", "mhs", "mha", "mph&tm", "dsc", "mbbch",
    "fnp", "bpharm", "mpharm", "dnb", "mds", "mca", "msph", "dvm", "bvsc", "faan", "faha", "fnp-bc", "cnm",
]

/// Words, in lower case, that names of organisations have and names of people have not.
let organisationWords: Set<String> = [
    "academy", "agency", "alliance", "and", "association", "authority", "board", "bureau", "care", "centre", "center",
    "centers", "charity", "clinic", "club", "coalition", "college", "collaboration", "collaborative", "commission",
    "committee", "community", "company", "confederation", "consortium", "cooperative", "council", "department",
    "development", "directorate", "division", "england", "europe", "european", "executive", "federation", "for",
    "forum", "foundation", "fund", "government", "group", "health", "healthcare", "healthwatch", "hospital",
    "hospitals", "hub", "inc", "inc.", "initiative", "inquiry", "inspectorate", "institute", "institution", "insurance",
    "international",
    "investigators", "ireland", "laboratory", "ltd", "ltd.", "limited", "llp", "ministry", "national", "network",
    "networks", "nhs", "of", "office", "organisation", "organization", "panel", "parliament", "partners",
    "partnership", "plc", "press", "programme", "program", "project", "quality", "research", "royal", "school",
    "scotland", "secretariat", "service", "services", "society", "study", "survey", "system", "systems", "task",
    "team", "the", "trust", "uk", "union", "unit", "united", "university", "us", "usa", "wales", "working", "world",
]
