namespace MppDigital.Connectors.Facts;

/// <summary>The names of sources in service definitions, and the call to a register that answers each.</summary>
internal static class FactSources
{
    public const string Person = "dukcapil.person";
    public const string FamilyCard = "dukcapil.family_card";
    public const string Registration = "kemkes.satusehat_sdmk.str";
    public const string CreditPoints = "kemkes.satusehat_sdmk.skp";
    public const string Profession = "kemkes.satusehat_sdmk.profession";
    public const string Facility = "kemkes.satusehat.facility";

    /// <summary>The businesses that a person acts for.</summary>
    public const string Business = "oss.business";
    public const string OssNib = "oss.nib";
    public const string BusinessNib = "business.nib";
    public const string BusinessName = "business.name";
    public const string BusinessTaxNumber = "business.npwp";
    public const string BusinessActivities = "oss.business.kbli";
    public const string BusinessRisk = "oss.business.risk";

    public const string PersonNik = "person.nik";
    public const string PersonName = "person.name";
    public const string PersonAddress = "person.address";
    public const string PersonBirthPlace = "person.birthPlace";
    public const string PersonBirthDate = "person.birthDate";
    public const string PersonFamilyCardNumber = "person.familyCardNumber";
    public const string PersonSex = "person.sex";

    /// <summary><c>person.npwp</c> is not here: the tax number is the tax office's, not the civil register's.</summary>
    public static readonly IReadOnlyDictionary<string, string> Questions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Person] = Person,
        [PersonNik] = Person,
        [PersonName] = Person,
        [PersonAddress] = Person,
        [PersonBirthPlace] = Person,
        [PersonBirthDate] = Person,
        [PersonFamilyCardNumber] = Person,
        [PersonSex] = Person,
        [FamilyCard] = FamilyCard,
        [Registration] = Registration,
        [CreditPoints] = Registration,
        [Profession] = Registration,
        [Facility] = Facility,
        [Business] = Business,
        [OssNib] = Business,
        [BusinessNib] = Business,
        [BusinessName] = Business,
        [BusinessTaxNumber] = Business,
        [BusinessActivities] = Business,
        [BusinessRisk] = Business,
    };

    /// <summary>Definitions write <c>a|b</c> for "the first that can answer" and <c>a|null</c> for "else the applicant uploads".</summary>
    public static IEnumerable<string> Alternatives(string source) =>
        source.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(one => one != "null");
}
