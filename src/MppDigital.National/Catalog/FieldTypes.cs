namespace MppDigital.National.Catalog;

/// <summary>The closed vocabulary of forms: what a definition may use is what the form, the validation and the JSON Schema understand.</summary>
public static class FieldTypes
{
    /// <summary>Questions that repeat: the answer is a list of objects, one for each item.</summary>
    public const string Group = "group";

    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal)
    {
        "string", "address", "phone", "email", "enum", "date", "time", "integer", "number", "money", "boolean", "schedule", "facility", "slot",
        "geopoint", "geojson", "regency-code", "village-code", "license-ref",
        "array<nik>", "array<string>", "array<enum>", "array<kbli>", "array<district-code>", Group,
    };

    public static readonly IReadOnlySet<string> Rules = new HashSet<string>(StringComparer.Ordinal) { "nik", "phone-id", "child-name", "passport-validity" };

    public static readonly IReadOnlySet<string> Groups = new HashSet<string>(StringComparer.Ordinal) { "identity", "contact", "details" };

    /// <summary>Where a prefilled answer may come from.</summary>
    public static readonly IReadOnlySet<string> Sources = new HashSet<string>(StringComparer.Ordinal)
    {
        "person.nik", "person.name", "person.address", "person.birthPlace", "person.birthDate", "person.familyCardNumber", "person.npwp",
        "account.phone", "account.email", "business.nib", "business.name", "business.npwp", "regency.bapenda.npwpd",
    };

    /// <summary>Registers that hold facts and documents.</summary>
    public static readonly IReadOnlySet<string> Registers = new HashSet<string>(StringComparer.Ordinal)
    {
        "dukcapil.person", "dukcapil.family_card", "dukcapil.birth", "dukcapil.marriage", "dukcapil.move_letter",
        "kemkes.satusehat_sdmk.str", "kemkes.satusehat_sdmk.skp", "kemkes.satusehat_sdmk.profession",
        "kemkes.satusehat.facility", "kemkes.satusehat.birth", "kemkes.satusehat.death",
        "oss.nib", "oss.kkpr", "oss.environment", "ahu.legal_entity", "djp.npwp", "atrbpn.certificate", "simbg.pbg",
        "bapenda.pbb", "bapenda.bphtb", "bapenda.npwpd", "bpjskes.membership", "polri.sim", "polri.sktlk", "polri.inafis",
        "kemenag.simkah", "imigrasi.passport", "samsat.vehicle", "kemdikbud.ijazah", "kemdikbud.dapodik", "mppd.license", "ma.sipp", "ppat", "esdm.slo",
    };

    public static bool IsEnum(string type) => type is "enum" or "array<enum>";

    public static bool IsList(string type) => type.StartsWith("array<", StringComparison.Ordinal);

    public static bool IsNumber(string type) => type is "integer" or "number" or "money";

    /// <summary>Types whose answers have an order; two can be compared when both are numbers or both of the same type.</summary>
    public static bool IsOrdered(string type) => IsNumber(type) || type is "date" or "time";

    /// <summary>An item of a group asks for plain answers: no list in a list, and nothing that takes a page of its own.</summary>
    public static bool IsMember(string type) => !IsList(type) && type is not (Group or "schedule" or "slot" or "geojson");
}
