using System.Globalization;
using System.Resources;

namespace MppDigital.Regencies.Officers;

/// <summary>What to do about a wrong answer, in the language of the page.</summary>
internal static class StaffTexts
{
    private static readonly ResourceManager Texts = new("MppDigital.Regencies.Officers.StaffTexts", typeof(StaffTexts).Assembly);

    public static string Name => Get(nameof(Name));

    public static string AgencyMissing => Get(nameof(AgencyMissing));

    public static string AgencyOfAdmin => Get(nameof(AgencyOfAdmin));

    public static string AgencyUnknown => Get(nameof(AgencyUnknown));

    public static string UntilPast => Get(nameof(UntilPast));

    public static string UntilBeforeFrom => Get(nameof(UntilBeforeFrom));

    public static string SubstituteEnds => Get(nameof(SubstituteEnds));

    public static string SubstituteSeat => Get(nameof(SubstituteSeat));

    public static string Areas => Get(nameof(Areas));

    public static string AreasOfOfficer => Get(nameof(AreasOfOfficer));

    private static string Get(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
